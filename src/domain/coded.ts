import * as v from 'valibot';
import { ShortText } from './bounds.ts';

/**
 * A canonical code, or the platform's own code with its label. If the library does not know a code, it displays the
 * label as it is.
 */
export const Coded = v.union([ShortText, v.object({ code: ShortText, label: ShortText })]);
export type Coded = v.InferOutput<typeof Coded>;

/** Returns the code of either form. */
export const codeOf = (coded: Coded): string => (typeof coded === 'string' ? coded : coded.code);

/** Returns the platform's own label, if it has one. */
export const labelOf = (coded: Coded): string | undefined => (typeof coded === 'string' ? undefined : coded.label);
