import { expect } from 'chai';
import type { Money } from '../domain/money.ts';
import * as decimal from '../domain/decimal.ts';
import { readCsv } from '../testing/read-csv.ts';
import { CsvFile } from '../adapter/toolkit/csv-file.ts';
import { instantColumn, moneyColumns, numberColumn, textColumn, type FileColumn } from './file-table.ts';

const british = { decimalSign: '.', timeZone: 'Europe/London' };
const german = { decimalSign: ',', timeZone: 'Europe/Berlin' };

async function csv<T>(columns: readonly FileColumn<T>[], rows: readonly T[], locale = british): Promise<string> {
  const file = new CsvFile({ title: 'Rows', columns }, locale);
  file.add(rows);
  // `Blob.text()` would drop the byte order mark.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await file.finish()).arrayBuffer());
}

const one = [textColumn<string>('Text', (value) => value)];
const inFile = async (value: string) => readCsv(await csv(one, [value]))[1]![0]!;
/**
 * Returns `true` if a spreadsheet would read the cell as a formula: it skips white space, marks and quotes, and treats
 * full-width signs as ASCII.
 */
const isFormula = (cell: string) => /^[=+@-]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cf}\p{Cc}"]+/u, ''));

const formulas = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'].flatMap((sign) =>
  [
    '',
    ' ',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '"',
    '""',
    "'",
    '"\t',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\0',
  ].map((before) => `${before}${sign}HYPERLINK("https://evil.example","x")`),
);

describe('csv', () => {
  it('is RFC 4180 with a byte order mark: every line ends in CR LF, quotes are doubled', async () => {
    const columns = [
      textColumn<{ a: string; b: number }>('Name', ({ a }) => a),
      numberColumn<{ a: string; b: number }>('Units', ({ b }) => b),
    ];
    expect(
      await csv(columns, [
        { a: 'Cup, 220 ml', b: 3 },
        { a: 'say "oat"', b: -1 },
      ]),
    ).to.equal('\ufeffName,Units\r\n"Cup, 220 ml",3\r\n"say ""oat""",-1\r\n');
    expect(await csv(columns, [])).to.equal('\ufeffName,Units\r\n');
  });

  it('preserves every text', async () => {
    for (const value of [
      'a\r\nb',
      'a\nb',
      ' edges ',
      '"',
      '""',
      "O'Brien",
      'Straße 5, Köln',
      '日本語',
      '👩‍👩‍👧',
      'a - b',
      'e=mc2',
      '',
    ])
      expect(await inFile(value)).to.equal(value);
  });

  it('makes no text a formula, wherever its sign is', async () => {
    expect(formulas.length).to.be.greaterThan(100);
    for (const formula of formulas) {
      const cell = await inFile(formula);
      expect(isFormula(cell), JSON.stringify(cell)).to.equal(false);
      expect(cell.replace(/'(?=\W)/g, '')).to.contain(
        formula
          .replaceAll('\0', '')
          .replace(/'(?=\W)/g, '')
          .slice(-20),
      );
    }
    expect(isFormula('=1'), 'the test sees one').to.equal(true);
  });

  it('makes no formula in a spreadsheet that splits at semicolons or tabs, or ignores quotes', async () => {
    for (const formula of formulas)
      for (const separator of [';', '\t'])
        for (const quotes of [true, false])
          for (const before of ['x;', 'x\t', 'x\n', 'x;"', 'x; '])
            for (const row of readCsv(await csv([...one, ...one], [`${before}${formula}`]), separator, quotes))
              for (const cell of row) expect(isFormula(cell), JSON.stringify([separator, cell])).to.equal(false);
  });

  it('escapes headings like any text', async () => {
    expect(await csv([textColumn('=1+1', () => '')], [])).to.equal("\ufeff'=1+1\r\n");
  });

  it('writes numbers as plain decimals that sum exactly, negative ones too, with the currency beside them', async () => {
    const amounts: (Money | null | undefined)[] = [
      { value: '0.10', currency: 'GBP' },
      { value: '0.20', currency: 'GBP' },
      { value: '-129.00', currency: 'GBP' },
      { value: '9007199254740993.01', currency: 'GBP' },
      undefined,
      null,
    ];
    const file = await csv(
      moneyColumns({ amount: 'Total', currency: 'Currency' }, (money: (typeof amounts)[number]) => money),
      amounts,
    );
    const [, ...rows] = readCsv(file);
    expect(rows.map((row) => row.join('|'))).to.deep.equal([
      '0.10|GBP',
      '0.20|GBP',
      '-129.00|GBP',
      '9007199254740993.01|GBP',
      '|',
      '|',
    ]);
    expect(decimal.sum(...rows.map(([amount]) => amount!).filter(Boolean))).to.equal('9007199254740864.31');
  });

  it('writes only decimal numbers as numbers', async () => {
    const column = [numberColumn<string | number>('N', (value) => value)];
    for (const value of ['-1+1', '-', '=1', '+1', '1e5', '-cmd', '1,5', 1e21, Number.NaN])
      expect(isFormula(readCsv(await csv(column, [value]))[1]![0]!), String(value)).to.equal(false);
    expect(readCsv(await csv(column, ['-0.5', 7, -0])).flat()).to.deep.equal(['N', '-0.5', '7', '0']);
  });

  it('marks text that a spreadsheet would misread as a number, a date or a boolean', async () => {
    for (const value of [
      ...['000000123', '12345678901234567890', '12E5', '1-2', '3/4', 'TRUE', '007', '1,250', '1.250', '12:30', '50%'],
      ...[
        '2026-01-01',
        '1 Mar',
        'MAR5',
        '1-Mei',
        'Sep 2026',
        '£5',
        '5 €',
        '(12)',
        '1\u00a0250',
        '٠٠٧',
        'falsch',
        ' 007',
      ],
    ])
      expect(await inFile(value), value).to.equal(`'${value}`);
  });

  it('leaves other text unmarked, and numbers that a spreadsheet shows as written', async () => {
    for (const value of ['10512', '0', '85099C', '#10512', 'R-2210-1', 'March', 'Salah', 'Mary 5th Avenue', '3 for 2'])
      expect(await inFile(value), value).to.equal(value);
  });

  it('uses semicolons if the locale has a decimal comma, and writes numbers with it', async () => {
    const columns = [
      textColumn<string>('Text; text', () => 'a; b, c'),
      numberColumn<string>('Amount', (value) => value),
      numberColumn<string>('Count', () => 3),
    ];
    expect(await csv(columns, ['-1234.50'], german)).to.equal(
      '\ufeff"Text; text";Amount;Count\r\n"a; b, c";-1234,50;3\r\n',
    );
  });

  it('makes no formula with semicolons either', async () => {
    for (const formula of formulas)
      for (const quotes of [true, false])
        for (const row of readCsv(await csv([...one, ...one], [formula, `x;${formula}`], german), ';', quotes))
          for (const cell of row) expect(isFormula(cell), JSON.stringify(cell)).to.equal(false);
  });

  it('writes instants in the zone of the screen, with their offset from UTC', async () => {
    const columns = [instantColumn<string>('Placed', (value) => value)];
    const jakarta = { decimalSign: ',', timeZone: 'Asia/Jakarta' };
    expect(await csv(columns, ['2025-12-31T18:30:00Z'], jakarta)).to.equal(
      '\ufeffPlaced\r\n2026-01-01T01:30:00+07:00\r\n',
    );
  });

  it('is the same written piece by piece', async () => {
    const rows = ['a', '=b', 'c'];
    const file = new CsvFile({ title: 'Rows', columns: one }, british);
    file.add(rows.slice(0, 2));
    file.add(rows.slice(2));
    const { type } = await file.finish();
    expect(type).to.equal('text/csv;charset=utf-8');
    expect(`\ufeff${await (await file.finish()).text()}`.replace('\ufeff\ufeff', '\ufeff')).to.equal(
      await csv(one, rows),
    );
  });
});
