import { expect } from 'chai';
import { until, textOf } from './kit.ts';

/** Returns the modules of other languages that this page has loaded. */
const languages = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /words\.(?!en\.)[a-z]{2,3}\.ts$/.test(path))
    .sort();

describe('messages of a page in Indonesian', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute('lang');
  });

  it('are loaded with the widget: its own and the shared ones', async () => {
    await import('../widgets/notes-panel/define.ts');
    const panel = document.body.appendChild(document.createElement('notes-panel'));
    await until(() => textOf(panel).includes('Notes'), 'English');
    expect(languages(), 'none before it is spoken').to.deep.equal([]);
    document.documentElement.lang = 'id';
    await until(() => textOf(panel).includes('Catatan'), 'Indonesian');
    expect(languages()).to.deep.equal(['/src/i18n/words.id.ts', '/src/widgets/notes-panel/words.id.ts']);
    await import('../widgets/order-history/define.ts');
    const orders = document.body.appendChild(document.createElement('order-history'));
    await until(() => textOf(orders).includes('Pesanan'), 'Indonesian');
    const further = languages().filter((path) => !path.includes('notes-panel') && !path.includes('order-history'));
    expect(further).to.not.include('/src/widgets/credit-balance/words.id.ts');
    expect(languages()).to.include('/src/widgets/order-history/words.id.ts');
  });
});
