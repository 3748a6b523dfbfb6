import * as v from 'valibot';
import { ShortText } from './bounds.ts';

/**
 * A canonical code, or the platform's code with the platform's own wording. A code that the library does not know is
 * shown with its label, as it is.
 */
export const Coded = v.union([ShortText, v.object({ code: ShortText, label: ShortText })]);
export type Coded = v.InferOutput<typeof Coded>;

/** The code of either form. */
export const codeOf = (coded: Coded): string => (typeof coded === 'string' ? coded : coded.code);

/** The platform's own wording, where it has one. */
export const labelOf = (coded: Coded): string | undefined => (typeof coded === 'string' ? undefined : coded.label);
