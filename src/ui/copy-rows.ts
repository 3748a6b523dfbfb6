/**
 * Handles `copy` in a table: writes the selection to the clipboard as rows and cells. Cells are laid out as blocks,
 * each of which browsers would copy as a row.
 */
export function copyRows(event: ClipboardEvent): void {
  const table = event.currentTarget as HTMLElement;
  const range = markedIn(table);
  if (!range || !event.clipboardData) return;
  const rows = [...table.querySelectorAll('tr')]
    .map((row) => [...row.cells].filter((cell) => range.intersectsNode(cell)).map((cell) => textOf(cell, range)))
    .filter((cells) => cells.some(Boolean));
  if (!rows.length) return;
  event.clipboardData.setData('text/plain', rows.map((cells) => cells.join('\t')).join('\n'));
  if (rows.length > 1 || rows[0]!.length > 1) event.clipboardData.setData('text/html', tableOf(rows).outerHTML);
  event.preventDefault();
}

interface ShadowSelection {
  getComposedRanges?(options: { readonly shadowRoots: readonly ShadowRoot[] }): readonly StaticRange[];
}

/** Returns the selected range within the tree of an element, or `undefined` if the browser does not expose it. */
function markedIn(element: HTMLElement): Range | undefined {
  const root = element.getRootNode() as ShadowRoot;
  const selection = element.ownerDocument.getSelection() as (Selection & ShadowSelection) | null;
  const [marked] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (!marked || marked.startContainer.getRootNode() !== root || marked.endContainer.getRootNode() !== root)
    return undefined;
  const range = element.ownerDocument.createRange();
  range.setStart(marked.startContainer, marked.startOffset);
  range.setEnd(marked.endContainer, marked.endOffset);
  return range.collapsed ? undefined : range;
}

/** Returns the selected text of a cell, on one line. */
function textOf(cell: HTMLTableCellElement, range: Range): string {
  const part = range.cloneRange();
  const whole = cell.ownerDocument.createRange();
  whole.selectNodeContents(cell);
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
    part.setStart(whole.startContainer, whole.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
  return part.toString().replace(/\s+/g, ' ').trim();
}

function tableOf(rows: readonly (readonly string[])[]): HTMLTableElement {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = table.insertRow();
    for (const text of cells) row.insertCell().textContent = text;
  }
  return table;
}
