import { expect } from 'chai';
import { readXlsx, readZip } from '../testing/read-xlsx.ts';
import { instantColumn, moneyColumns, numberColumn, textColumn, type FileColumn } from './file-table.ts';
import { XlsxFile } from './xlsx-file.ts';

const jakarta = { decimalSign: ',', timeZone: 'Asia/Jakarta' };

async function xlsx<T>(columns: readonly FileColumn<T>[], rows: readonly T[], title = 'Rows'): Promise<Blob> {
  const file = new XlsxFile({ title, columns }, jakarta);
  for (const row of rows) await file.add([row]);
  return file.finish();
}
const one = [textColumn<string>('Text', (value) => value)];

describe('xlsx', () => {
  it('keeps every text as text', async () => {
    const texts = [
      ...['000000123', '12345678901234567890', '12E5', '1-2', '3/4', 'TRUE', '007', '=1+1', '@SUM(A1)', "'x"],
      ...[
        ' edges ',
        '<b>&amp;"\'</b>',
        ']]>',
        'a\nb',
        '\ud83d\udc69\u200d\ud83d\udc67',
        '\u202eRTL',
        '_x0041_',
        '_x',
        '\x01\x0b\x1f',
      ],
    ];
    const [, ...rows] = await readXlsx(await xlsx(one, texts));
    expect(rows.flat()).to.deep.equal(texts.map((value) => ({ kind: 'text', value })));
  });

  it('writes numbers with all their digits, and anything else as text', async () => {
    const columns = [
      ...moneyColumns<string>({ amount: 'Total', currency: 'Currency' }, (value) => ({ value, currency: 'GBP' })),
      numberColumn<string>('Units', () => 3),
      numberColumn<string>('Unknown', () => undefined),
    ];
    const [head, ...rows] = await readXlsx(await xlsx(columns, ['0.10', '-129.00', '9007199254740993.01', '1e5']));
    expect(head!.map(({ value }) => value)).to.deep.equal(['Total', 'Currency', 'Units', 'Unknown']);
    expect(rows.map((cells) => cells.map(({ kind, value }) => `${kind} ${value}`).join(', '))).to.deep.equal([
      'number 0.10, text GBP, number 3, empty ',
      'number -129.00, text GBP, number 3, empty ',
      'number 9007199254740993.01, text GBP, number 3, empty ',
      'text 1e5, text GBP, number 3, empty ',
    ]);
  });

  it('writes instants as dates in the zone of the screen, which the heading names', async () => {
    const columns = [instantColumn<string>('Placed', (value) => value)];
    const rows = await readXlsx(await xlsx(columns, ['2025-12-31T18:30:00Z', '1815-06-18T12:00:00Z']));
    expect(rows.flat()).to.deep.equal([
      { kind: 'text', value: 'Placed (Asia/Jakarta)' },
      { kind: 'number', value: String(46_023 + 1.5 / 24) },
      { kind: 'text', value: '1815-06-18 19:07:12' },
    ]);
  });

  it('is a valid workbook without rows', async () => {
    const files = await readZip(await xlsx(one, []));
    expect([...files.keys()]).to.deep.equal([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
    ]);
    expect((await readXlsx(await xlsx(one, []))).length).to.equal(1);
  });

  it('is the same file for the same rows', async () => {
    const [first, second] = await Promise.all(
      [xlsx(one, ['a']), xlsx(one, ['a'])].map(async (file) => (await file).text()),
    );
    expect(first).to.equal(second);
  });

  it('limits the length of a cell', async () => {
    const [, row] = await readXlsx(await xlsx(one, ['x'.repeat(40_000)]));
    expect(row![0]!.value).to.equal(`${'x'.repeat(32_766)}\u2026`);
  });
});
