import { minorUnits } from '../../../src/domain/currency.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import type { Money, StoredValue } from '../../../src/domain/money.ts';

/** An instant as the contract writes it: RFC 3339 in UTC, without the milliseconds where there are none. */
export const instant = (date: Date): string => date.toISOString().replace('.000Z', 'Z');

/**
 * A number of the database as an amount: exact, with the decimals of its currency at the least. What it has beyond
 * them stays, but for noughts that only a sum has left there.
 */
export const money = (value: string, currency: string): Money => ({
  value: written(value, minorUnits(currency)),
  currency,
});

/** The same for what may be points and the like. */
export const storedValue = (value: string, currency: string | null, unit: string | null): StoredValue =>
  currency === null ? { value: written(value, 0), unit: unit ?? '' } : money(value, currency);

function written(value: string, places: number): string {
  const significant = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return decimal.round(value, Math.max(significant, places));
}
