import { expect } from 'chai';
import { until, textOf } from './kit.ts';

/** A message in Indonesian of each group of messages. */
const messages = {
  shared: 'Ini lebih lama dari biasanya.',
  notes: 'Tulis catatan untuk tim Anda',
  orders: 'Diminta retur dari {number}',
  credit: 'Tidak ada kredit, tidak ada poin.',
};

/** Returns the groups of messages in Indonesian that are in the scripts that this page has loaded. */
async function loadedMessages(): Promise<string[]> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  // This file contains them too.
  const scripts = new Set(loaded.filter((name) => name.endsWith('.js')));
  const texts = await Promise.all([...scripts].map(async (url) => (await fetch(url)).text()));
  return Object.entries(messages).flatMap(([group, message]) =>
    texts.some((text) => text.includes(message)) ? group : [],
  );
}

describe('messages of a page in Indonesian', () => {
  // A browser lists 250 files by default, and reading a script here is one too.
  before(() => performance.setResourceTimingBufferSize(5000));
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute('lang');
  });

  it('are loaded with the widget: its own and the shared ones', async () => {
    await import('../widgets/notes-panel/define.ts');
    const panel = document.body.appendChild(document.createElement('notes-panel'));
    await until(() => textOf(panel).includes('Notes'), 'English');
    expect(await loadedMessages(), 'none before it is spoken').to.deep.equal([]);
    document.documentElement.lang = 'id';
    await until(() => textOf(panel).includes('Catatan'), 'Indonesian');
    expect(await loadedMessages()).to.deep.equal(['shared', 'notes']);
    await import('../widgets/order-history/define.ts');
    const orders = document.body.appendChild(document.createElement('order-history'));
    await until(() => textOf(orders).includes('Pesanan'), 'Indonesian');
    expect(await loadedMessages()).to.deep.equal(['shared', 'notes', 'orders']);
  });
});
