import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { fromMajor, fromMinor, toMajorNumber, toMinor, type Amount } from '../../src/adapter/toolkit/money.ts';
import { Money } from '../../src/domain/money.ts';
import * as v from 'valibot';

const refused =
  (field: string) =>
  (error: unknown): boolean =>
    error instanceof AdapterError && error.code === 'malformed' && error.field === field;

describe('toMajorNumber', () => {
  it('keeps the decimals that a platform has beyond those of the currency', () => {
    assert.equal(toMajorNumber({ value: '0.0000001', currency: 'GBP' }, 7), 1e-7);
  });

  for (const [value, number] of [
    ['19.90', 19.9],
    ['-0.10', -0.1],
    ['1.500', 1.5],
    ['9007199254740991.00', Number.MAX_SAFE_INTEGER],
    ['12345678901234.56', 12345678901234.56],
  ] as const)
    it(`${value} is ${number}`, () => assert.equal(toMajorNumber({ value, currency: 'GBP' }), number));

  for (const value of [
    '1.005',
    '0.0000001',
    '1234567890123456789012.01',
    '9007199254740992',
    '1234567890123456.78',
    '0.30000000000000004',
  ])
    it(`refuses ${value}, which a number or the currency does not carry`, () => {
      assert.throws(
        () => toMajorNumber({ value, currency: 'GBP' }),
        (error: unknown) =>
          error instanceof AdapterError && error.code === 'validation' && error.fieldErrors?.['amount'] !== undefined,
      );
    });
});

describe('toMinor', () => {
  for (const [value, currency, units, digits] of [
    ['19.90', 'GBP', 1990n],
    ['-0.05', 'GBP', -5n],
    ['7', 'GBP', 700n],
    ['7', 'JPY', 7n],
    ['1.500', 'GBP', 150n],
    ['1.005', 'GBP', 1005n, 3],
    ['-0.001', 'KWD', -1n],
    ['1234567890123456789012.01', 'GBP', 123456789012345678901201n],
  ] as const)
    it(`${value} ${currency} is ${units}`, () => assert.equal(toMinor({ value, currency }, digits), units));

  for (const [value, currency] of [
    ['1.005', 'GBP'],
    ['-0.001', 'GBP'],
    ['7.5', 'JPY'],
  ] as const)
    it(`refuses ${value} ${currency}, of which it would be a part`, () => {
      assert.throws(
        () => toMinor({ value, currency }),
        (error: unknown) =>
          error instanceof AdapterError && error.code === 'validation' && error.fieldErrors?.['amount'] !== undefined,
      );
    });
});

describe('fromMajor', () => {
  for (const [amount, currency, value] of [
    [19.9, 'EUR', '19.90'],
    ['19.9', 'eur', '19.90'],
    ['1234.5', 'GBP', '1234.50'],
    [1250, 'JPY', '1250'],
    ['1250.00', 'JPY', '1250'],
    ['0.1234', 'KWD', '0.1234'],
    [-0, 'GBP', '0.00'],
    ['-0.00', 'GBP', '0.00'],
    ['-.5'.replace('.', '0.'), 'GBP', '-0.50'],
    ['+7', 'GBP', '7.00'],
    ['007.50', 'GBP', '7.50'],
    ['12.500000000000000000000000', 'GBP', '12.50'],
    [12n, 'GBP', '12.00'],
    [1e-7, 'GBP', '0.0000001'],
    ['1.5e-7', 'GBP', '0.00000015'],
    ['1.5E+3', 'GBP', '1500.00'],
    ['123e-5', 'GBP', '0.00123'],
    ['9999999999999999999999999999999999.99', 'GBP', '9999999999999999999999999999999999.99'],
    [Number.MAX_SAFE_INTEGER, 'GBP', '9007199254740991.00'],
    [12345678901234.56, 'GBP', '12345678901234.56'],
  ] as const)
    it(`${typeof amount} ${String(amount)} ${currency} is ${value}`, () => {
      const money = fromMajor(amount, currency);
      assert.deepEqual(money, { value, currency: currency.toUpperCase() });
      assert.ok(v.is(Money, money));
    });

  it('removes the remainders of binary arithmetic, and no digit that an amount has', () => {
    assert.equal(fromMajor(0.1 + 0.2, 'GBP').value, '0.30');
    assert.equal(fromMajor(1.1 * 3, 'GBP').value, '3.30');
    assert.equal(fromMajor(100 / 3, 'GBP').value, '33.3333333333333');
    assert.equal(fromMajor(4.35 * 100, 'GBP').value, '435.00');
    for (let cents = 0; cents < 200_000; cents += 7)
      assert.equal(fromMajor(cents / 100, 'GBP').value, (cents / 100).toFixed(2));
  });
});

describe('fromMinor', () => {
  for (const [units, currency, value] of [
    [1250, 'GBP', '12.50'],
    ['1250', 'gbp', '12.50'],
    [1250n, 'JPY', '1250'],
    [-5, 'KWD', '-0.005'],
    ['12505', 'CLF', '1.2505'],
    [0, 'GBP', '0.00'],
    ['99.5', 'GBP', '0.995'],
    ['1e3', 'GBP', '10.00'],
    [10n ** 33n, 'GBP', '10000000000000000000000000000000.00'],
  ] as const)
    it(`${typeof units} ${String(units)} ${currency} is ${value}`, () =>
      assert.deepEqual(fromMinor(units, currency), { value, currency: currency.toUpperCase() }));
});

describe('fromMinor with the digits of the platform', () => {
  for (const [units, currency, digits, value] of [
    [199_000, 'jpy', 2, '1990'],
    [199_050, 'jpy', 2, '1990.5'],
    [1990, 'gbp', 3, '1.99'],
    [1995, 'gbp', 4, '0.1995'],
    [5, 'kwd', 2, '0.050'],
    [5, 'gbp', 0, '5.00'],
  ] as const)
    it(`${units} ${currency} with ${digits} digits is ${value}`, () =>
      assert.deepEqual(fromMinor(units, currency, digits), { value, currency: currency.toUpperCase() }));
});

describe('fromMajor and fromMinor refuse, as malformed,', () => {
  const amounts: readonly unknown[] = [
    ...[NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e21],
    ...['', ' ', '1,234.50', '1.234,50', '£5', '5 GBP', '0x10', 'NaN', 'Infinity', '1.', '.5', '--1', '1e', '1e9999'],
    ...['9'.repeat(40), `0.${'1'.repeat(30)}`, '1e40', '1e-30', ' 5', '5\n', '٥', null, undefined, true, {}, [5]],
  ];
  for (const amount of amounts)
    it(`the amount ${typeof amount} ${JSON.stringify(amount) ?? String(amount)}`, () => {
      for (const from of [fromMajor, fromMinor]) assert.throws(() => from(amount as Amount, 'GBP'), refused('value'));
    });

  for (const currency of ['', 'EU', 'EURO', '£', 'E1R', 'XXX', 'xxx', ' GBP', 'GBP\n', 'ЕUR', null, undefined, 826])
    it(`the currency ${JSON.stringify(currency) ?? 'undefined'}`, () => {
      for (const from of [fromMajor, fromMinor]) assert.throws(() => from(5, currency as string), refused('currency'));
    });

  it('a text of any length, at once', () => {
    const start = performance.now();
    assert.throws(() => fromMajor('1'.repeat(1_000_000), 'GBP'), refused('value'));
    assert.ok(performance.now() - start < 500);
  });
});
