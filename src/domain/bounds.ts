import * as v from 'valibot';

/**
 * What passes the boundary: no text, list or number is without an end. What is longer or larger is malformed, like any
 * other member that is not as agreed. The bounds are far above what a platform keeps; what is long is cut where it is
 * shown, never where it is kept.
 */

/** A name of a record, a version, a code or a cursor, which nobody reads: at most 10,000 UTF-16 code units. */
export const Id = v.pipe(v.string(), v.maxLength(10_000));

/** A text of one line (a name, a title, a label, an address of the web): at most 100,000 UTF-16 code units. */
export const ShortText = v.pipe(v.string(), v.maxLength(100_000));

/** A text of many lines (a note, a description, a reason): at most 1,000,000 UTF-16 code units. */
export const LongText = v.pipe(v.string(), v.maxLength(1_000_000));

const largest = Number.MAX_SAFE_INTEGER;

/** A number of things, which may be a part of one or below zero: finite, at most 9,007,199,254,740,991 either way. */
export const Figure = v.pipe(v.number(), v.minValue(-largest), v.maxValue(largest));

/** A whole number of things, from 0 to 9,007,199,254,740,991. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(largest));

/** A list that belongs to one record: at most 10,000 members. */
export const several = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(10_000));

/** The rows of one page: at most 100,000. */
export const rows = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(100_000));
