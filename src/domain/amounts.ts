import { isMoney, unitOf, type Money, type StoredValue, minorUnits } from './money.ts';
import * as decimal from './decimal.ts';

/**
 * Adds exactly. Throws a `TypeError` for different currencies or units: such amounts are listed side by side, never
 * summed.
 */
export const add = <A extends StoredValue>(a: A, b: A): A => addAll(a, [b]);

/** Adds any number of amounts to the first, like {@link add}, in one pass. */
export function addAll<A extends StoredValue>(first: A, others: readonly A[]): A {
  const other = others.find((amount) => unitOf(amount) !== unitOf(first));
  if (other) throw new TypeError(`${unitOf(first)} and ${unitOf(other)} cannot be added`);
  return { ...first, value: decimal.sum(first.value, ...others.map(({ value }) => value)) };
}

/** Returns the amount with the opposite sign. */
export const negate = <A extends StoredValue>(amount: A): A => ({
  ...amount,
  value: decimal.negate(amount.value),
});

/** Returns one total for each currency, in order of first appearance. */
export function totals(amounts: Iterable<Money>): readonly Money[] {
  const byCurrency = new Map<string, string[]>();
  for (const { value, currency } of amounts) {
    const values = byCurrency.get(currency);
    if (values) values.push(value);
    else byCurrency.set(currency, [value]);
  }
  return [...byCurrency].map(([currency, values]) => ({
    value: decimal.sum(...values),
    currency,
  }));
}

/** The difference between a displayed sum and the sum of its displayed parts. */
export interface ShownDifference {
  readonly amount: Money;
  /** `true` if rounding of the parts can cause a difference of this size. */
  readonly isRounding: boolean;
}

/**
 * Returns the amount that is missing for displayed parts to add up to their displayed sum (each is displayed with the
 * decimals of its currency), or `undefined` if they do. Parts in another currency are ignored.
 */
export function shownDifference(parts: readonly Money[], sum: Money): ShownDifference | undefined {
  const { currency } = sum;
  const places = minorUnits(currency);
  const own = parts.filter((part) => part.currency === currency);
  const rounded = own.map(({ value }) => decimal.round(value, places));
  const value = decimal.subtract(decimal.round(sum.value, places), decimal.sum(...rounded));
  if (decimal.sign(value) === 0) return undefined;
  const amount = { value: decimal.round(value, places), currency };
  const size = roundToMinor(amount);
  // Each part is off by at most half a minor unit, and so is the sum.
  return { amount, isRounding: 2n * (size < 0n ? -size : size) <= BigInt(own.length + 1) };
}

/** Converts an amount to minor units, rounding half away from zero: 12.505 pounds are 1251 pence. */
export function roundToMinor({ value, currency }: Money): bigint {
  const places = minorUnits(currency);
  return BigInt(decimal.round(decimal.multiply(value, String(10n ** BigInt(places))), 0));
}

/**
 * Returns the number of decimals that an amount is displayed with: for money those of the currency, for points those of
 * the value.
 */
export const displayFractionDigits = (amount: StoredValue): number =>
  isMoney(amount) ? minorUnits(amount.currency) : (amount.value.split('.')[1]?.length ?? 0);
