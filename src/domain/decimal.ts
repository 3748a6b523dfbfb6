/**
 * Exact decimal arithmetic on strings, with `bigint` and so of any size. Only the operations that money needs: sum,
 * difference, sign, comparison, and division rounded to a given number of decimal places.
 */

interface Scaled {
  readonly units: bigint;
  readonly places: number;
}

function parse(text: string): Scaled {
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), places: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

// Most amounts that meet have the same decimal places, and powers of a `bigint` are slow.
const rescale = ({ units, places }: Scaled, to: number): bigint =>
  places === to ? units : units * 10n ** BigInt(to - places);

function print(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
  return units < 0n ? `-${text}` : text;
}

/**
 * Returns the sum of any number of decimals, with the most decimal places among them: `sum("1.5", "2.25")` is `"3.75"`.
 */
export function sum(...values: readonly string[]): string {
  const scaled = values.map(parse);
  const places = Math.max(0, ...scaled.map((value) => value.places));
  return print(
    scaled.reduce((total, value) => total + rescale(value, places), 0n),
    places,
  );
}

/** Returns `-value`. Zero has no sign. */
export const negate = (value: string): string => {
  const { units, places } = parse(value);
  return print(-units, places);
};

/** Returns `a - b`. */
export const subtract = (a: string, b: string): string => sum(a, negate(b));

/** Returns `a × b` exactly: with the decimal places of both together. */
export function multiply(a: string, b: string): string {
  const [x, y] = [parse(a), parse(b)];
  return print(x.units * y.units, x.places + y.places);
}

/** Returns the sign of a value: -1, 0 or 1. */
export const sign = (value: string): -1 | 0 | 1 => compare(value, '0');

/** Compares two decimals, for `Array.prototype.sort`: -1, 0 or 1. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [parse(a), parse(b)];
  const places = Math.max(x.places, y.places);
  const difference = rescale(x, places) - rescale(y, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Returns the value with exactly `places` decimal places, rounded half away from zero. */
export function round(value: string, places: number): string {
  const scaled = parse(value);
  if (scaled.places <= places) return print(rescale(scaled, places), places);
  return print(divideUnits(scaled.units, 10n ** BigInt(scaled.places - places)), places);
}

/** Returns `a ÷ b` with `places` decimal places, rounded half away from zero. Throws a `RangeError` if `b` is zero. */
export function divide(a: string, b: string, places: number): string {
  const [x, y] = [parse(a), parse(b)];
  if (y.units === 0n) throw new RangeError('Division by zero');
  const common = Math.max(x.places, y.places);
  return print(divideUnits(rescale(x, common) * 10n ** BigInt(places), rescale(y, common)), places);
}

function divideUnits(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quotient = (2n * x + y) / (2n * y);
  return negative ? -quotient : quotient;
}
