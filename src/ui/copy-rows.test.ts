import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { mount, parts, unmountAll, until } from '../testing/kit.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import '../widgets/cross-sell-table/define.ts';
import type { CrossSellTable } from '../widgets/cross-sell-table/cross-sell-table.ts';

interface Copied {
  readonly plain: string;
  readonly html: string;
}

/** Selects from one position to another, copies, and returns the data of the clipboard event. */
async function copy([from, start]: readonly [Node, number], [to, end]: readonly [Node, number]): Promise<Copied> {
  getSelection()!.setBaseAndExtent(from, start, to, end);
  let copied: Copied | undefined;
  document.addEventListener(
    'copy',
    ({ clipboardData }) =>
      (copied = { plain: clipboardData!.getData('text/plain'), html: clipboardData!.getData('text/html') }),
    { once: true },
  );
  await executeServerCommand('press', 'Control+c');
  return until(() => copied, 'something is copied');
}

describe('copied rows', () => {
  afterEach(unmountAll);

  async function products(width: string) {
    const table = mount<CrossSellTable>('cross-sell-table', {
      adapter: shopAdapter(),
      customerId: knownCustomers.ingrid,
      lang: 'en-GB',
    } as Partial<CrossSellTable>);
    table.style.inlineSize = width;
    await until(() => parts(table, 'row').length > 2, 'products');
    return parts(table, 'row').map((row) => [...(row as HTMLTableRowElement).cells]);
  }

  for (const width of ['1200px', '400px'])
    it(`${width}: each product is one line, with name and number in one cell`, async () => {
      const rows = await products(width);
      const [first, second] = rows;
      const { plain, html } = await copy([first![0]!, 0], [second!.at(-1)!, 1]);
      const lines = plain.split('\n').map((line) => line.split('\t'));
      expect(lines.length).to.equal(2);
      for (const [index, cells] of lines.entries())
        expect(cells).to.deep.equal(rows[index]!.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()));
      expect(html.match(/<tr>/g)!.length).to.equal(2);
      expect(html.match(/<td>/g)!.length).to.equal(first!.length * 2);
    });

  it('a selection within one product is copied as selected', async () => {
    const [[cell]] = (await products('400px')) as [[HTMLTableCellElement]];
    const whole = await copy([cell, 0], [cell, cell.childNodes.length]);
    expect(whole).to.deep.equal({ plain: cell.textContent.replace(/\s+/g, ' ').trim(), html: '' });
    const name = cell.querySelector('.name')!;
    const text = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
    let node = text.nextNode() as Text;
    while (!node.data.trim()) node = text.nextNode() as Text;
    const at = node.data.search(/\S/);
    expect((await copy([node, at], [node, at + 4])).plain).to.equal(node.data.slice(at, at + 4));
  });
});
