import * as v from 'valibot';
import { decimal, fromMajor, type Amount } from '../../adapter/toolkit/index.ts';
import type { Money } from '../../domain/money.ts';

/**
 * Medusa has each amount twice: `total`, a number in major units, and `raw_total` with the exact digits. Some answers have
 * only the number.
 */
const Raw = v.pipe(
  v.object({ value: v.union([v.string(), v.number()]) }),
  v.transform(({ value }): Amount => value),
);

/** Returns the entries of a schema for an amount with both forms: `amount('total')`. */
export const amount = <N extends string>(name: N) =>
  ({ [name]: v.nullish(v.number()), [`raw_${name}`]: v.nullish(Raw) }) as {
    readonly [K in N]: typeof number;
  } & { readonly [K in `raw_${N}`]: typeof raw };

const number = v.nullish(v.number());
const raw = v.nullish(Raw);

type With<N extends string> = { readonly [K in N | `raw_${N}`]?: Amount | null | undefined };

/** Returns the digits of an amount, or `undefined` if there is none. */
export function digitsIn<N extends string>(row: With<N>, name: N): string | undefined {
  const found = row[`raw_${name}`] ?? row[name];
  return found === undefined || found === null ? undefined : digitsOf(found);
}

/**
 * Medusa divides, with 20 significant digits: the last ones are remainders. Ten decimals are more than any price has, and
 * drop them.
 */
export const places = 10;

function digitsOf(value: Amount): string {
  const text = String(value);
  // An exponent, or what is no number, is left to `fromMajor`.
  return /^-?\d+(\.\d+)?$/.test(text) ? decimal.round(text, places) : text;
}

/** Creates money. Currency codes are in lower case in Medusa. */
export const moneyOf = (digits: string, currency: string): Money => fromMajor(digits, currency);

/** Returns a share of an amount: 2 of 3 units. */
export const share = (digits: string, part: string, of: string): string =>
  decimal.compare(part, of) === 0 ? digits : decimal.divide(decimal.multiply(digits, part), of, places);
