import { expect } from 'chai';
import { compareCodePoints, compareNaturally, naturalKey } from './fold-text.ts';

describe('natural order', () => {
  it('compares numbers within text as numbers', () => {
    for (const sorted of [
      ['#3127', '#10119', '#10512'],
      ['7', '10', '12345678901234567890', '112345678901234567890'],
      ['A-2', 'a-10', 'B-1'],
      ['Cup 2 x 9', 'Cup 2 x 10', 'cup 10 x 1'],
      ['1.2', '1.10', '1.10.1'],
      ['', '#', '#1', '1', 'a', 'a1', 'b'],
      [`n${'9'.repeat(998)}`, `n${'1'.repeat(999)}`],
    ])
      expect(sorted.toReversed().toSorted(compareNaturally)).to.deep.equal(sorted);
  });

  it('ignores case, diacritics, white space and leading zeros', () => {
    for (const [a, b] of [
      ['#0012', '#12'],
      ['Café  2', 'cafe 02'],
      ['000', '0'],
    ] as const)
      expect(naturalKey(a)).to.equal(naturalKey(b));
  });

  it('compares by code point, as a database does', () => {
    const sorted = ['A', 'Z', 'a', '\u00E9', '\uD7FF', '\uE000', '\uFFFD', '\u{10000}', '\u{1F600}'];
    expect(sorted.toReversed().toSorted(compareCodePoints)).to.deep.equal(sorted);
    expect(sorted.toReversed().toSorted()).not.to.deep.equal(sorted);
    expect(compareCodePoints('ab', 'abc')).to.be.below(0);
    expect(compareCodePoints('\u{1F600}', '\u{1F600}')).to.equal(0);
  });
});
