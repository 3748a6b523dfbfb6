import { expect } from 'chai';
import * as amounts from './amounts.ts';
import * as decimal from './decimal.ts';

describe('decimal', () => {
  it('adds exactly what binary numbers cannot represent', () => {
    expect(decimal.sum('0.1', '0.2')).to.equal('0.3');
    expect(decimal.sum('9007199254740993.01', '0.001', '-0.011')).to.equal('9007199254740993.000');
    expect(decimal.sum()).to.equal('0');
    expect(decimal.sum('-0.50', '0.50')).to.equal('0.00');
  });

  it('keeps the sign of amounts smaller than one', () => {
    expect(decimal.sum('-0.05', '0.01')).to.equal('-0.04');
    expect(decimal.negate('-0.07')).to.equal('0.07');
    expect(decimal.negate('0.00')).to.equal('0.00');
    expect(decimal.subtract('1', '1.005')).to.equal('-0.005');
  });

  it('rounds and divides, halves away from zero', () => {
    expect(decimal.round('2.345', 2)).to.equal('2.35');
    expect(decimal.round('-2.345', 2)).to.equal('-2.35');
    expect(decimal.round('-2.344999999', 2)).to.equal('-2.34');
    expect(decimal.round('2', 2)).to.equal('2.00');
    expect(decimal.divide('132572.62', '201', 6)).to.equal('659.565274');
    expect(decimal.divide('-1', '3', 3)).to.equal('-0.333');
    expect(decimal.divide('1', '-8', 2)).to.equal('-0.13');
    expect(() => decimal.divide('1', '0.00', 2)).to.throw(RangeError);
  });

  it('multiplies and compares any number of decimal places', () => {
    expect(decimal.multiply('-3', '2.105')).to.equal('-6.315');
    expect(decimal.compare('1.10', '1.1')).to.equal(0);
    expect(decimal.compare('-2', '-10')).to.equal(1);
    expect(decimal.sign('-0.001')).to.equal(-1);
  });
});

describe('amounts', () => {
  const gbp = (value: string) => ({ value, currency: 'GBP' });

  it('never adds two currencies, but lists them side by side', () => {
    expect(() => amounts.add(gbp('1'), { value: '1', currency: 'EUR' })).to.throw(TypeError);
    const both = amounts.totals([gbp('0.10'), { value: '5', currency: 'EUR' }, gbp('0.20')]);
    expect(both).to.deep.equal([gbp('0.30'), { value: '5', currency: 'EUR' }]);
  });

  it('converts to minor units by the currency', () => {
    expect(amounts.roundToMinor(gbp('12.505'))).to.equal(1251n);
    expect(amounts.roundToMinor({ value: '7', currency: 'JPY' })).to.equal(7n);
  });
});
