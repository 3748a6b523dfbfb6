import { expect } from 'chai';
import { html, LitElement, nothing, render } from 'lit';
import { until } from '../testing/kit.ts';
import { Dialog } from './dialog.ts';
import { RowWindow } from './row-window.ts';
import { widgetStyles } from './styles.ts';
import { table, tableShape, tableSkeleton, tableStyles } from './table.ts';
import { Localization } from '../i18n/localization.ts';

interface Item {
  readonly id: number;
  readonly text: string;
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, id) => ({ id, text: `row ${id}` }));

class TestTable extends LitElement {
  static override styles = [...widgetStyles, tableStyles];
  static override properties = { items: {}, bounded: {} };
  declare items: readonly Item[];
  declare bounded: boolean;
  ends = 0;
  drawn = 0;
  clicked: string[] = [];
  readonly rows = new RowWindow<Item>(this, () => this.ends++);
  readonly shape = tableShape<Item>(this.rows, [
    { name: 'id', heading: 'Id', numeric: true, names: true, text: ({ id }) => String(id) },
    { name: 'text', heading: 'Text', text: ({ text }) => (this.drawn++, text) },
    {
      name: 'do',
      heading: 'Do',
      cell: ({ text }) => html`<button type="button" value=${text} @click=${this.note}>${text}</button>`,
    },
  ]);

  note(event: Event) {
    this.clicked.push((event.currentTarget as HTMLButtonElement).value);
  }

  protected override render() {
    const { items: rows, bounded, shape } = this;
    return table({ label: 'Test', shape, window: this.rows, items: rows, total: rows.length, bounded });
  }
}
customElements.define('test-table', TestTable);

function create(count: number, bounded = true): TestTable {
  const element = Object.assign(document.createElement('test-table') as TestTable, { items: items(count), bounded });
  element.style.blockSize = '400px';
  return element;
}

async function put(count: number, bounded = true) {
  const element = create(count, bounded);
  if (bounded) await element.rows.virtualize();
  document.body.appendChild(document.createElement('div')).append(element);
  await element.updateComplete;
  await until(() => rows(element).length, 'rows');
  await laidOut();
  return element;
}

const rows = (element: TestTable) => [
  ...element.renderRoot.querySelectorAll<HTMLTableRowElement>('tbody tr[part=row]'),
];
const scroller = (element: TestTable) => element.renderRoot.querySelector<HTMLElement>('.table-scroll')!;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** The visible rows are rendered when the browser has laid out the first ones. */
const laidOut = async () => {
  await frame();
  await frame();
};

describe('table', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('dir');
  });

  // First, because Chromium does not always report the error later.
  it('fills a scroller that grows beyond the first thirty rows, without a ResizeObserver error', async () => {
    const errors: string[] = [];
    const note = (event: ErrorEvent) => void errors.push(event.message);
    addEventListener('error', note);
    const element = create(200);
    element.style.blockSize = 'auto';
    await element.rows.virtualize();
    document.body.append(element);
    await element.updateComplete;
    Object.assign(scroller(element).style, { blockSize: 'auto', maxBlockSize: '4000px' });
    expect(rows(element).length).to.equal(30);
    await frame();
    const { height } = rows(element)[0]!.getBoundingClientRect();
    await until(() => rows(element).length >= 4000 / height, 'as many as are visible');
    expect(scroller(element).clientHeight).to.equal(4000);
    expect(rows(element).length).to.be.below(4000 / height + 10);
    // Later sizes are still noticed.
    scroller(element).style.maxBlockSize = '400px';
    await until(() => rows(element).length < 30, 'fewer rows');
    removeEventListener('error', note);
    expect(errors).to.deep.equal([]);
  });

  it('renders the visible rows and a few more, at any length', async () => {
    const element = await put(1);
    element.items = items(100_000);
    await element.updateComplete;
    await laidOut();
    const height = rows(element)[0]!.getBoundingClientRect().height;
    const visible = Math.ceil(scroller(element).clientHeight / height);
    expect(rows(element).length).to.be.at.most(visible + 6);
    expect(element.renderRoot.querySelectorAll('*').length).to.be.lessThan((visible + 6) * 12 + 40);
    expect(scroller(element).scrollHeight).to.be.closeTo(100_000 * height, height * 3);
  });

  it('renders thirty rows until its height is known, then the visible ones', async () => {
    const element = create(10_000);
    let before = 0;
    element.addController({ hostUpdated: () => (before ||= rows(element).length) });
    document.body.append(element);
    await until(() => before, 'rows');
    expect(before).to.equal(30);
    await until(() => rows(element).length < 25, 'the visible rows');
  });

  it('renders the right rows at every scroll position, in order, with their indexes', async () => {
    const element = await put(10_000);
    for (const top of [50_000, 50_300, 49_900, 0, 1e9]) {
      scroller(element).scrollTop = top;
      await frame();
      await frame();
      const drawn = rows(element);
      const box = scroller(element).getBoundingClientRect();
      const seen = drawn.filter((row) => {
        const { top: above, bottom: below } = row.getBoundingClientRect();
        return below > box.top + 45 && above < box.bottom;
      });
      expect(seen.length).to.be.greaterThan(5);
      const ids = drawn.map((row) => Number(row.cells[0]!.textContent));
      expect(ids).to.deep.equal(ids.map((_, index) => ids[0]! + index));
      expect(drawn[0]!.ariaRowIndex).to.equal(String(ids[0]! + 2));
      expect(drawn[0]!.querySelector('button')!.value).to.equal(`row ${ids[0]}`);
    }
    expect(rows(element).at(-1)!.cells[1]!.textContent).to.equal('row 9999');
  });

  it('renders more rows ahead of a fast scroll, and as few as before after a jump and at the start', async () => {
    const element = await put(10_000);
    const height = rows(element)[0]!.getBoundingClientRect().height;
    const visible = Math.ceil(scroller(element).clientHeight / height);
    const scroll = async (top: number) => {
      scroller(element).scrollTop = top;
      await laidOut();
    };
    const ahead = () =>
      Number(rows(element).at(-1)!.cells[0]!.textContent) - Math.floor(scroller(element).scrollTop / height) - visible;
    await scroll(100_000);
    expect(rows(element).length, 'after a jump').to.equal(visible + 6);
    await scroll(100_000 + 4 * height);
    expect(ahead(), 'after four rows in a frame').to.be.within(10, 12);
    await scroll(100_000 + 4.5 * height);
    expect(ahead(), 'slower').to.be.within(10, 12);
    element.rows.scrollToStart();
    await laidOut();
    expect(rows(element).length, 'at the start').to.equal(visible + 6);
  });

  it('requests more rows near the end, and not before', async () => {
    const element = await put(1000);
    expect(element.ends).to.equal(0);
    scroller(element).scrollTop = 1e6;
    await until(() => element.ends > 0, 'the end');
  });

  it('renders only rows whose item has changed', async () => {
    const element = await put(50);
    const before = element.drawn;
    const changed = [...element.items];
    changed[1] = { id: 1, text: 'changed' };
    element.items = changed;
    await element.updateComplete;
    expect(element.drawn - before).to.equal(1);
    expect(rows(element)[1]!.cells[1]!.textContent).to.equal('changed');
  });

  it('grows with its rows if it has no maximum height, and drops removed rows', async () => {
    const element = await put(30, false);
    expect(rows(element).length).to.equal(30);
    element.items = items(2);
    await element.updateComplete;
    expect(rows(element).map((row) => row.cells[1]!.textContent)).to.deep.equal(['row 0', 'row 1']);
  });

  it('prints every row, and restores the scroll position', async () => {
    const element = await put(2000);
    scroller(element).scrollTop = 30_000;
    await until(() => Number(rows(element)[0]!.cells[0]!.textContent) > 500, 'scrolled');
    const [first] = rows(element).map((row) => row.cells[0]!.textContent);
    dispatchEvent(new Event('beforeprint'));
    expect(rows(element).length).to.equal(2000);
    expect(scroller(element).scrollHeight, 'nothing scrolls').to.equal(scroller(element).clientHeight);
    dispatchEvent(new Event('afterprint'));
    expect(rows(element).length).to.be.lessThan(40);
    expect(scroller(element).scrollTop).to.equal(30_000);
    expect(Math.abs(Number(rows(element)[0]!.cells[0]!.textContent) - Number(first))).to.be.lessThan(7);
  });

  it('is a native table with explicit roles, and binds listeners to the widget', async () => {
    const element = await put(10);
    const row = rows(element)[3]!;
    expect([...row.cells].map((cell) => cell.getAttribute('role'))).to.deep.equal(['rowheader', 'cell', 'cell']);
    expect(element.renderRoot.querySelector('table')!.getAttribute('aria-rowcount')).to.equal('11');
    row.querySelector('button')!.click();
    expect(element.clicked).to.deep.equal(['row 3']);
  });

  it('keeps the space of missing rows outside of the rows: the last row is the last child', async () => {
    const element = await put(1000);
    const room = () =>
      [...element.renderRoot.querySelectorAll('.spacer')].map((spacer) => spacer.getBoundingClientRect().height > 0);
    expect(room(), 'after the rows').to.deep.equal([false, true]);
    scroller(element).scrollTop = 10_000;
    await until(() => room()[0], 'before them too');
    expect(room()).to.deep.equal([true, true]);
    scroller(element).scrollTop = 1e6;
    await until(() => rows(element).at(-1)!.cells[1]!.textContent === 'row 999', 'the end');
    expect(room(), 'before the rows').to.deep.equal([true, false]);
    const lines = rows(element).map(({ cells }) => {
      const { borderBlockStartWidth, borderBlockEndWidth } = getComputedStyle(cells[1]!);
      return `${borderBlockStartWidth} ${borderBlockEndWidth}`;
    });
    expect([...new Set(lines)], 'a line above each row, none below the last').to.deep.equal(['1px 0px']);
  });

  for (const direction of ['ltr', 'rtl'] as const)
    it(`aligns each column by its data type, and at the edges of a page that reads ${direction}`, async () => {
      document.body.dir = direction;
      const element = await put(1, false);
      element.items = [
        { id: -129, text: 'abc' },
        { id: 5, text: '\u05d0\u05d1\u05d2 !' },
      ];
      await element.updateComplete;
      const [isRtl, edges] = [direction === 'rtl', ['left', 'right'] as const];
      const boxOf = (cell: Element, from = 0, to = cell.textContent!.length) => {
        const range = document.createRange();
        range.setStart(cell.firstChild!, from);
        range.setEnd(cell.firstChild!, to);
        return range.getBoundingClientRect();
      };
      for (const { cells } of rows(element)) {
        const [amount, text] = [cells[0]!, cells[1]!];
        expect(amount.hasAttribute('dir') || text.hasAttribute('dir'), 'no attribute').to.equal(false);
        const [start, end] = isRtl ? edges.toReversed() : edges;
        const gap = (cell: Element, edge: 'left' | 'right') =>
          Math.abs(boxOf(cell)[edge] - cell.getBoundingClientRect()[edge]);
        expect(gap(text, start!), 'text at the start').to.be.lessThan(10);
        expect(gap(amount, end!), 'amount at the end').to.be.lessThan(10);
      }
      const [first, second] = rows(element);
      expect(boxOf(first!.cells[0]!, 0, 1).left, 'the minus before its figure').to.be.lessThan(
        boxOf(first!.cells[0]!, 1, 4).left,
      );
      const hebrew = second!.cells[1]!;
      expect(boxOf(hebrew, 4, 5).left, 'the sign after the Hebrew word').to.be.lessThan(boxOf(hebrew, 0, 1).left);
    });

  it('renders one placeholder for each column, as high as all rows', async () => {
    const element = await put(3, false);
    const columns = ['a', 'b'].map((name) => ({ name, heading: name }));
    const place = element.renderRoot.querySelector<HTMLElement>('.table-scroll')!.parentNode as ShadowRoot;
    const heightOf = (count: number) => {
      const box = document.createElement('div');
      place.append(box);
      render(tableSkeleton('Test', columns, count), box);
      const { height } = box.querySelector('tbody')!.getBoundingClientRect();
      const shapes = box.querySelectorAll('.skeleton').length;
      box.remove();
      return { height, shapes };
    };
    const [three, fifty] = [heightOf(3), heightOf(50)];
    expect([three.shapes, fifty.shapes]).to.deep.equal([2, 2]);
    expect([three.height, fifty.height]).to.deep.equal([3 * 41, 50 * 41]);
  });

  it('removes its listeners with the element', async () => {
    const element = await put(100);
    const { drawn } = element;
    element.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(element.drawn).to.equal(drawn);
  });
});

class TestDialog extends LitElement {
  closed = 0;
  readonly dialog = new Dialog(this, 'test', () => this.closed++);

  protected override render() {
    return html`<button @click=${() => this.dialog.show()}>open</button> ${this.dialog.render(() => ({
        heading: 'Heading',
        body: html`<input id="field" />`,
        footer: nothing,
        l10n: Localization.of({}),
      }))}`;
  }
}
customElements.define('test-dialog', TestDialog);

describe('dialog', () => {
  afterEach(() => document.body.replaceChildren());

  async function open() {
    const element = document.body.appendChild(document.createElement('test-dialog') as TestDialog);
    await element.updateComplete;
    const opener = element.renderRoot.querySelector('button')!;
    opener.focus();
    opener.click();
    const dialog = await until(() => element.dialog.element?.open && element.dialog.element, 'open');
    return { element, opener, dialog };
  }

  it('takes the focus, is named by its heading, and returns the focus', async () => {
    const { element, opener, dialog } = await open();
    expect(dialog.contains((element.renderRoot as ShadowRoot).activeElement)).to.equal(true);
    expect(dialog.getAttribute('aria-labelledby')).to.equal(dialog.querySelector('h2')!.id);
    dialog.querySelector<HTMLButtonElement>('[part=dialog-header] button')!.click();
    await until(() => !element.dialog.element, 'gone');
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(opener);
    expect(element.closed).to.equal(1);
  });

  it('stays closed if the widget renders before the close event', async () => {
    const { element, opener, dialog } = await open();
    // Simulates Escape in an edited field: the field's `change` event fires first, the dialog's `close` event later.
    dialog.close();
    element.requestUpdate();
    await element.updateComplete;
    expect(dialog.open).to.equal(false);
    await until(() => !element.dialog.element, 'gone');
    expect(element.closed).to.equal(1);
    opener.click();
    await until(() => element.dialog.element?.matches(':modal'), 'open again');
  });

  it('closes when the browser closes it, and opens again after a move', async () => {
    const { element, dialog } = await open();
    document.body.appendChild(document.createElement('div')).append(element);
    await until(() => element.dialog.element?.matches(':modal'), 'modal again');
    dialog.close();
    await until(() => !element.dialog.element, 'gone');
    expect(element.closed).to.equal(1);
  });

  it('prints in the page flow across pages, then is modal again with its focus', async () => {
    const { element, dialog } = await open();
    const field = dialog.querySelector('input')!;
    field.focus();
    await until(() => {
      dispatchEvent(new Event('beforeprint'));
      return !dialog.matches(':modal');
    }, 'it can be printed');
    expect(dialog.open).to.equal(true);
    expect(getComputedStyle(dialog).position).to.equal('static');
    dispatchEvent(new Event('afterprint'));
    expect(dialog.matches(':modal')).to.equal(true);
    expect((element.renderRoot as ShadowRoot).activeElement === field, 'the focus').to.equal(true);
    await frame();
    expect(element.closed, 'nobody has closed it').to.equal(0);
    dialog.close();
    await until(() => !element.dialog.element, 'gone');
  });
});
