import * as v from 'valibot';
import { LongText, ShortText } from './bounds.ts';

/** Why a datum is not shown, and what may be shown in its place. */
export const Withheld = v.object({
  /** `masked`: part of it is shown. `encrypted`: the platform passes on a token only. `denied`: this operator may not. */
  withheld: v.picklist(['masked', 'encrypted', 'denied']),
  /** What may be shown: `i•••••@shop.example`. */
  display: v.optional(ShortText),
  /** What stands for the datum elsewhere, for example in a marketplace's own tool. */
  token: v.optional(ShortText),
  /** In the platform's own words. */
  reason: v.optional(LongText),
  /** Where the reason is explained. */
  infoUrl: v.optional(ShortText),
  /** Whether `customers.reveal` would give the whole. */
  revealable: v.optional(v.boolean()),
});
export type Withheld = v.InferOutput<typeof Withheld>;

/** A value, or why it is withheld. */
export type Field<T> = T | Withheld;

/** The schema of a field. Withheld first: a lenient schema must not take a reason for a value. */
export const field = <S extends v.GenericSchema>(schema: S) => v.union([Withheld, schema]);

/** Whether a field's value is withheld. */
export const isWithheld = (value: unknown): value is Withheld =>
  typeof value === 'object' && value !== null && 'withheld' in value;
