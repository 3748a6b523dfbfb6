import { expect } from 'chai';
import { shownDifference } from './amounts.ts';

const euros = (...values: readonly string[]) => values.map((value) => ({ value, currency: 'EUR' }));
const of = (parts: readonly string[], sum: string) => shownDifference(euros(...parts), euros(sum)[0]!);

describe('shownDifference', () => {
  it('returns the difference that rounding causes', () => {
    // Displayed as 25.13, 38.53 and 63.65.
    expect(of(['25.125', '38.525'], '63.65')).to.deep.equal({ amount: euros('-0.01')[0], isRounding: true });
    expect(of(['0.004', '0.004'], '0.008')).to.deep.equal({ amount: euros('0.01')[0], isRounding: true });
    expect(of(['-25.125', '-38.525'], '-63.65')).to.deep.equal({ amount: euros('0.01')[0], isRounding: true });
  });

  it('returns nothing if the displayed amounts add up', () => {
    for (const [parts, sum] of [
      [['1.00', '2.00'], '3.00'],
      [['25.125', '38.53'], '63.66'],
      [['1.5', '1.5'], '3'],
    ] as const)
      expect(of(parts, sum), sum).to.equal(undefined);
  });

  it('is not marked as rounding if it is too large for that', () => {
    expect(of(['10.00'], '12.00')).to.deep.equal({ amount: euros('2.00')[0], isRounding: false });
    expect(of(['10.00', '10.00'], '20.02')).to.deep.equal({ amount: euros('0.02')[0], isRounding: false });
  });

  it('ignores parts in another currency, and respects the decimals of a currency', () => {
    const parts = [...euros('1.00'), { value: '5', currency: 'JPY' }];
    expect(shownDifference(parts, euros('1.00')[0]!)).to.equal(undefined);
    const yen = ['0.5', '0.5'].map((value) => ({ value, currency: 'JPY' }));
    expect(shownDifference(yen, { value: '1.0', currency: 'JPY' })?.amount.value).to.equal('-1');
  });
});
