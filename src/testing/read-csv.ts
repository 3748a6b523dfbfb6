/**
 * Parses a CSV file as a spreadsheet does. With `quotes`, a cell that begins with a quote is quoted; without, quotes
 * are ordinary characters.
 */
export function readCsv(file: string, separator = ',', quotes = true): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  const content = file.replace(/^\ufeff/, '');
  for (let at = 0; at < content.length; at++) {
    const character = content[at]!;
    if (quoted && character === '"' && content[at + 1] === '"') cell += content[++at]!;
    else if (quotes && character === '"' && (quoted || !cell)) quoted = !quoted;
    else if (!quoted && character === separator) end();
    else if (!quoted && character === '\n') {
      cell = cell.replace(/\r$/, '');
      end();
      rows.push([]);
    } else cell += character;
  }
  rows.pop();
  return rows;
}
