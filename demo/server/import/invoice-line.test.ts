import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLine } from './invoice-line.ts';

const read = (text: string): unknown => {
  try {
    return readLine({ line: 7, text });
  } catch (thrown) {
    return (thrown as Error).message;
  }
};

/** Texts that replace a field of a line, by its place. */
const fields: readonly (readonly string[])[] = [
  ['C536379', '', ' 1', '1 ', 'Å', 'a b', 'a\\b'],
  ['85123A', '', ' POST ', 'gift_0001_20', 'M\t'],
  [
    ...[
      'HEART',
      '',
      ' ',
      '  HEART  SMALL ',
      '"HEART, ""RED"""',
      '"HEART, RED "',
      '""',
      'Ö',
      "'",
      'a\\N',
      'a\tb',
      'a"b',
    ],
    ...['a\0b', '\uFFFD', '"a\nb"', '"'],
  ],
  ['6', '-6', '', '1.5', '1e3', ' 6', '6 ', '1234567890', '+6', '--6', '00'],
  [
    ...['2010-12-01 08:26:00', '2012-02-29 00:00:00', '2011-02-29 00:00:00', '2010-12-31 23:59:59'],
    ...['2010-12-32 00:00:00', '2010-11-31 08:26:00', '0000-01-01 00:00:00', '2010-13-01 08:26:00', ''],
    ...['2010-12-01 24:00:00', '2010-12-01 08:60:00', '2010-12-01T08:26:00', ' 2010-12-01 08:26:00'],
  ],
  ['2.55', '-11062.06', '0', '1.', '.5', '1,5', '', '1e3', '2.55 ', '0.0000000000001', '1234567890123'],
  ['17850.0', '17850', '', '17850.5', '17850.00', '-1', 'x', ' 17850.0', '1234567890123456789'],
  ['United Kingdom', '', 'Unspecified', ' Unspecified ', 'Åland', '"Korea, Republic of"', 'a,b', 'a\\b'],
];

describe('a line that is read at once', () => {
  const usual = fields.map(([first]) => first!);
  fields.forEach((texts, place) => {
    for (const text of texts)
      it(`is as if it was read field by field, with ${JSON.stringify(text)} in column ${place + 1}`, () => {
        const line = usual.with(place, text);
        // A quote in another field than the description makes it unusual, and means nothing.
        const other = place === 1 ? 0 : 1;
        const quoted = line.with(other, `"${line[other]}"`);
        assert.deepEqual(read(line.join()), read(quoted.join()));
      });
  });

  it('keeps every value of a usual line', () => {
    assert.deepEqual(read(usual.join()), {
      invoice: 'C536379',
      code: '85123A',
      description: 'HEART',
      quantity: '6',
      at: '2010-12-01 08:26:00',
      price: '2.55',
      customer: '17850',
      country: 'United Kingdom',
    });
  });
});
