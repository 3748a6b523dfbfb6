import * as v from 'valibot';
import { trimmed } from './visible.ts';

/**
 * Upper bounds of everything that an adapter returns: every text, list and number is limited. A longer or larger value
 * is malformed, like any other invalid member. The bounds are far above what platforms store. Long text is truncated
 * where it is displayed, never where it is stored.
 */

/** An id, a version, a code or a cursor, which is never displayed: at most 10,000 UTF-16 code units. */
export const Id = v.pipe(v.string(), v.maxLength(10_000));

/** A text of one line (a name, a title, a label, a URL): at most 100,000 UTF-16 code units. */
export const ShortText = v.pipe(v.string(), v.maxLength(100_000));

/** A text of several lines (a note, a description, a reason): at most 1,000,000 UTF-16 code units. */
export const LongText = v.pipe(v.string(), v.maxLength(1_000_000));

const largest = Number.MAX_SAFE_INTEGER;

/** A quantity, which may be fractional or negative: finite, with an absolute value of at most 9,007,199,254,740,991. */
export const Figure = v.pipe(v.number(), v.minValue(-largest), v.maxValue(largest));

/** An integer from 0 to 9,007,199,254,740,991. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(largest));

/** A list inside a record: at most 10,000 members. */
export const boundedList = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(10_000));

/** The rows of a page: at most 100,000. */
export const rows = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(100_000));

/**
 * Removes white space at both ends, like `v.trim()`, and everything from a text that has no visible character. Bounds
 * after it stay in the JSON Schema, which those after `v.transform()` do not.
 */
/* @__NO_SIDE_EFFECTS__ */
export function trim(): v.TrimAction {
  return {
    ...v.trim(),
    '~run'(dataset) {
      dataset.value = trimmed(dataset.value);
      return dataset;
    },
  };
}
