import { expect } from 'chai';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  const pairs: readonly (readonly [stored: string, typed: string])[] = [
    ['JUMBO  BAG BAROQUE', 'jumbo bag baroque'],
    ['a\u00A0b\t\r\n\u2009c', 'a b c'],
    ['José', 'Jose'],
    ['Jose\u0301', 'José'],
    ['Café crème', 'cafe creme'],
    ['Straße', 'strasse'],
    ['STRASSE', 'straße'],
    ['GROẞ', 'gross'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'ısparta'],
    ['Bjørn Ærøskøbing Œuvre Þór', 'bjorn aeroskobing oeuvre thor'],
    ['Đorđe Đặng', 'dorde dang'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ёлка', 'елка'],
    ['ＲＵＳＨ １２', 'rush 12'],
    ['ﬁlter', 'filter'],
    ['٣١٢٧ ۳۱۲۷', '3127 3127'],
    ['מָחָר', 'מחר'],
    ['Men’s – “XL”', 'men\'s - "xl"'],
    ['co\u00ADop\u200B \u2068x\u2069', 'coop x'],
    ['  round  ', 'round'],
  ];
  for (const [stored, typed] of pairs) {
    it(`${JSON.stringify(stored)} is found by ${JSON.stringify(typed)}`, () => {
      expect(foldText(stored)).to.equal(foldText(typed));
    });
  }

  const apart: readonly (readonly [string, string])[] = [
    ['100%', '100_'],
    ['a+b', 'a b'],
    ['a_b', 'a b'],
    ['ab', 'a b'],
    ['かき', 'がき'],
    ['कि', 'का'],
    ['한', '하'],
    ['\\', '/'],
  ];
  for (const [one, other] of apart) {
    it(`${one} and ${other} stay apart`, () => {
      expect(foldText(one)).not.to.equal(foldText(other));
    });
  }

  it('matches whole syllables in any normalization, and no part of one', () => {
    expect(foldText('\u1112\u1161\u11AB')).to.equal('한');
    expect(foldText('한국')).not.to.include(foldText('하'));
  });

  it('is idempotent', () => {
    for (const [stored] of pairs) expect(foldText(foldText(stored))).to.equal(foldText(stored));
  });
});
