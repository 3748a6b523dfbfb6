import { expect } from 'chai';
import { chosenColumns, namesFrom } from '../element/columns.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { axeFaults } from '../testing/axe.ts';
import { until } from '../testing/kit.ts';
import { columnChooser, type ColumnOption } from './column-chooser.ts';
import { popoverStyles } from './popover.ts';
import { widgetStyles } from './styles.ts';

const all: readonly ColumnOption[] = [
  { name: 'product', heading: 'Product', required: true },
  { name: 'revenue', heading: 'Revenue' },
  { name: 'orders', heading: 'Orders' },
  { name: 'fees', heading: 'Fees' },
];

class ChooserOwner extends DashboardElement {
  static readonly tag = 'chooser-owner';
  static override styles = [...widgetStyles, popoverStyles];
  chosen: readonly string[] = ['product', 'revenue', 'orders'];
  changes: (readonly string[] | undefined)[] = [];

  override refresh(): void {}

  protected override render() {
    const onChoose = (names: readonly string[] | undefined): void => {
      this.changes.push(names);
      this.chosen = names ?? ['product', 'revenue', 'orders'];
      this.requestUpdate();
    };
    return columnChooser({ host: this, all, chosen: this.chosen, isChanged: this.changes.length > 0, onChoose });
  }

  get root(): ShadowRoot {
    return this.shadowRoot!;
  }

  named(label: string): HTMLButtonElement {
    return this.root.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!;
  }

  box(heading: string): HTMLInputElement {
    const label = [...this.root.querySelectorAll('label')].find((found) => found.textContent.trim() === heading)!;
    return label.querySelector('input')!;
  }
}
define(ChooserOwner);

describe('column chooser', () => {
  let owner: ChooserOwner;
  beforeEach(async () => {
    owner = document.createElement('chooser-owner') as ChooserOwner;
    document.body.append(owner);
    await owner.updateComplete;
  });
  afterEach(() => owner.remove());

  const headings = (): string[] => [...owner.root.querySelectorAll('label')].map((label) => label.textContent.trim());

  it('adds a column at the end and removes one', async () => {
    owner.box('Fees').click();
    await owner.updateComplete;
    expect(owner.changes.at(-1)).to.deep.equal(['product', 'revenue', 'orders', 'fees']);
    owner.box('Revenue').click();
    await owner.updateComplete;
    expect(owner.changes.at(-1)).to.deep.equal(['product', 'orders', 'fees']);
    expect(headings()).to.deep.equal(['Product', 'Orders', 'Fees', 'Revenue']);
  });

  it('keeps required columns, and the last one', async () => {
    expect(owner.box('Product').disabled).to.equal(true);
    owner.chosen = ['fees'];
    owner.requestUpdate();
    await owner.updateComplete;
    expect(owner.box('Fees').disabled).to.equal(true);
    expect(owner.box('Orders').disabled).to.equal(false);
  });

  it('moves a column, announces the position, and keeps the focus on an enabled button', async () => {
    owner.named('Move Orders up').focus();
    owner.named('Move Orders up').click();
    await until(() => owner.root.querySelector('[role=status]')?.textContent === 'Orders, 2 of 3', 'the new place');
    expect(owner.changes.at(-1)).to.deep.equal(['product', 'orders', 'revenue']);
    expect(owner.root.activeElement).to.equal(owner.named('Move Orders up'));
    owner.named('Move Orders up').click();
    await until(() => owner.named('Move Orders up').disabled, 'the first place');
    await until(() => owner.root.activeElement === owner.named('Move Orders down'), 'focus on what goes on');
  });

  it('resets to the host’s columns, if there is a change to reset', async () => {
    const reset = owner.root.querySelector<HTMLButtonElement>('.reset')!;
    expect(reset.disabled).to.equal(true);
    owner.box('Fees').click();
    await owner.updateComplete;
    expect(reset.disabled).to.equal(false);
    reset.click();
    expect(owner.changes.at(-1)).to.equal(undefined);
  });

  it('is accessible', async () => {
    expect(await axeFaults(owner)).to.deep.equal([]);
  });
});

describe('column names in an attribute', () => {
  const set = { all: ['product', 'orders', 'fees'], required: ['product'], usual: ['product', 'orders'] } as const;

  it('may be separated by commas or spaces', () => {
    expect(namesFrom(' product,orders  fees,')).to.deep.equal(['product', 'orders', 'fees']);
    expect(namesFrom('  ')).to.equal(undefined);
    expect(namesFrom(null)).to.equal(undefined);
  });

  it('are limited to existing columns, once each, plus the required ones', () => {
    expect(chosenColumns(['fees', 'nonsense', 'fees'], set)).to.deep.equal(['product', 'fees']);
    expect(chosenColumns(['fees', 'product'], set)).to.deep.equal(['fees', 'product']);
    expect(chosenColumns(['nonsense'], set)).to.deep.equal(['product', 'orders']);
    expect(chosenColumns(undefined, set)).to.deep.equal(['product', 'orders']);
  });
});
