import { expect } from 'chai';
import type { Money } from '../domain/money.ts';
import * as decimal from '../domain/decimal.ts';
import { readCsv } from '../testing/read-csv.ts';
import { csv, csvHead, csvRows, moneyColumns, numberColumn, textColumn } from './csv.ts';

const one = [textColumn<string>('Text', (value) => value)];
const inFile = (value: string) => readCsv(csv(one, [value]))[1]![0]!;
/** Whether a spreadsheet would calculate: it looks past space, marks and quotes, and reads full width as half. */
const isFormula = (cell: string) => /^[=+@-]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cf}\p{Cc}"]+/u, ''));

const attacks = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'].flatMap((sign) =>
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
  it('is RFC 4180 with a mark for UTF-8: every line ends in CR LF, quotes are doubled', () => {
    const columns = [
      textColumn<{ a: string; b: number }>('Name', ({ a }) => a),
      numberColumn<{ a: string; b: number }>('Units', ({ b }) => b),
    ];
    expect(
      csv(columns, [
        { a: 'Cup, 220 ml', b: 3 },
        { a: 'say "oat"', b: -1 },
      ]),
    ).to.equal('\ufeffName,Units\r\n"Cup, 220 ml",3\r\n"say ""oat""",-1\r\n');
    expect(csv(columns, [])).to.equal('\ufeffName,Units\r\n');
  });

  it('gives back every text as it was, whatever it holds', () => {
    for (const value of [
      'a\r\nb',
      'a\nb',
      ' edges ',
      '"',
      '""',
      "O'Brien",
      'Straße 5, Köln',
      '1,5',
      '日本語',
      '👩‍👩‍👧',
      'a - b',
      '10-20',
      'e=mc2',
      '',
    ])
      expect(inFile(value)).to.equal(value);
  });

  it('makes no formula of any text, wherever the sign stands that begins one', () => {
    expect(attacks.length).to.be.greaterThan(100);
    for (const attack of attacks) {
      const cell = inFile(attack);
      expect(isFormula(cell), JSON.stringify(cell)).to.equal(false);
      expect(cell.replace(/'(?=\W)/g, '')).to.contain(
        attack
          .replaceAll('\0', '')
          .replace(/'(?=\W)/g, '')
          .slice(-20),
      );
    }
    expect(isFormula('=1'), 'the test sees one').to.equal(true);
  });

  it('makes none in a spreadsheet that separates by semicolons or tabs, nor in one that knows no quotes', () => {
    for (const attack of attacks)
      for (const separator of [';', '\t'])
        for (const quotes of [true, false])
          for (const before of ['x;', 'x\t', 'x\n', 'x;"', 'x; '])
            for (const row of readCsv(csv([...one, ...one], [`${before}${attack}`]), separator, quotes))
              for (const cell of row) expect(isFormula(cell), JSON.stringify([separator, cell])).to.equal(false);
  });

  it('heads are text like any other', () => {
    expect(csv([textColumn('=1+1', () => '')], [])).to.equal("\ufeff'=1+1\r\n");
  });

  it('leaves numbers numbers: negative ones too, plain decimals that sum exactly, the currency beside them', () => {
    const amounts: (Money | null | undefined)[] = [
      { value: '0.10', currency: 'GBP' },
      { value: '0.20', currency: 'GBP' },
      { value: '-129.00', currency: 'GBP' },
      { value: '9007199254740993.01', currency: 'GBP' },
      undefined,
      null,
    ];
    const file = csv(
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

  it('takes nothing for a number that is none', () => {
    const column = [numberColumn<string | number>('N', (value) => value)];
    for (const value of ['-1+1', '-', '=1', '+1', '1e5', '-cmd', '1,5', 1e21, Number.NaN])
      expect(isFormula(readCsv(csv(column, [value]))[1]![0]!), String(value)).to.equal(false);
    expect(readCsv(csv(column, ['-0.5', 7, -0])).flat()).to.deep.equal(['N', '-0.5', '7', '0']);
  });

  it('is the same written piece by piece', () => {
    const rows = ['a', '=b', 'c'];
    expect(csvHead(one) + csvRows(one, rows.slice(0, 2)) + csvRows(one, rows.slice(2))).to.equal(csv(one, rows));
  });
});
