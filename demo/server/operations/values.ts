import { type Money, type StoredValue, minorUnits } from '../../../src/domain/money.ts';
import * as decimal from '../../../src/domain/decimal.ts';

/** Formats an instant as in the contract: RFC 3339 in UTC, without milliseconds if they are zero. */
export const instant = (date: Date): string => date.toISOString().replace('.000Z', 'Z');

/**
 * Formats a database number as an exact amount with at least the decimals of its currency. Further decimals are kept,
 * except for trailing zeros that a sum adds.
 */
export const money = (value: string, currency: string): Money => ({
  value: written(value, minorUnits(currency)),
  currency,
});

/** Formats a database number as money, or as an amount of another unit such as points. */
export const storedValue = (value: string, currency: string | null, unit: string | null): StoredValue =>
  currency === null ? { value: written(value, 0), unit: unit ?? '' } : money(value, currency);

function written(value: string, places: number): string {
  const significant = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return decimal.round(value, Math.max(significant, places));
}
