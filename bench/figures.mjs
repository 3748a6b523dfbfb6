// Computes medians and means.

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** Returns the value that a part of the values does not exceed. @param {readonly number[]} values @param {number} part */
export const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? NaN;

/** @param {readonly number[]} values above 0 */
export const geometricMean = (values) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** Two digits, or all those before the point. From 99.5 on, two digits would need an exponent. @param {number} value */
const figure = (value) =>
  Number.isInteger(value) || Math.abs(value) >= 99.5 ? String(Math.round(value)) : value.toPrecision(2);

/** Formats a median with the smallest and the largest value: `12 (11–14)`. @param {readonly number[]} values */
export function spread(values) {
  const [low, high] = [figure(Math.min(...values)), figure(Math.max(...values))];
  return low === high ? low : `${figure(median(values))} (${low}–${high})`;
}

/** @template T @param {readonly T[]} list @returns {T[]} */
export const shuffled = (list) =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
