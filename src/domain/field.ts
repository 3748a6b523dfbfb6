import * as v from 'valibot';
import { LongText, ShortText } from './bounds.ts';

/** The reason why a value is withheld, and what may be displayed instead. */
export const Withheld = v.object({
  /**
   * `masked`: part of the value is displayed. `encrypted`: the platform returns only a token. `denied`: the operator
   * has no permission.
   */
  withheld: v.picklist(['masked', 'encrypted', 'denied']),
  /** The text to display instead: `i•••••@shop.example`. */
  display: v.optional(ShortText),
  /** The token of the value in another system, such as a marketplace's own tool. */
  token: v.optional(ShortText),
  /** An explanation in the platform's own words. */
  reason: v.optional(LongText),
  /** The URL of an explanation. */
  infoUrl: v.optional(ShortText),
  /** `true` if `customers.reveal` can return the value. */
  revealable: v.optional(v.boolean()),
});
export type Withheld = v.InferOutput<typeof Withheld>;

/** A value, or the reason why it is withheld. */
export type Field<T> = T | Withheld;

/** Creates the schema of a field. `Withheld` comes first: a lenient schema must not accept a reason as a value. */
export const field = <S extends v.GenericSchema>(schema: S) => v.union([Withheld, schema]);

/** `true` if a field's value is withheld. */
export const isWithheld = (value: unknown): value is Withheld =>
  typeof value === 'object' && value !== null && 'withheld' in value;

/**
 * A canonical code, or the platform's own code with its label. If the library does not know a code, it displays the
 * label as it is.
 */
export const Coded = v.union([
  ShortText,
  v.object({
    /** The platform's own code. */
    code: ShortText,
    /** The text to display. */
    label: ShortText,
  }),
]);
export type Coded = v.InferOutput<typeof Coded>;

/** Returns the code of either form. */
export const codeOf = (coded: Coded): string => (typeof coded === 'string' ? coded : coded.code);

/** Returns the platform's own label, if it has one. */
export const labelOf = (coded: Coded): string | undefined => (typeof coded === 'string' ? undefined : coded.label);
