import type { WordList } from '../element/columns.ts';

/** The text of an attribute, by the type of the property that it sets. */
export type Attribute<T> = [Extract<T, readonly unknown[]>] extends [never]
  ? [Extract<T, string | number>] extends [never]
    ? string
    : Text<Extract<T, string | number>>
  : WordList<Extract<Extract<T, readonly unknown[]>[number], string>>;

/** Frameworks write a number as its digits. */
type Text<T extends string | number> = T | (number extends T ? `${number}` : never);
