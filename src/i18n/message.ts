import { shortened } from './shortened.ts';

/** A sentence with `{places}` for values; in several forms where a number decides, as `Intl.PluralRules` names them. */
export type Message = string | Plural;
export type Plural = { readonly other: string } & {
  readonly [form in Intl.LDMLPluralRule]?: string;
};

/** The messages of one widget, by name. */
export type Section = Readonly<Record<string, Message>>;

/** What another language must have: the same names; a plural where English has one. */
export type Translation<S extends Section> = {
  readonly [Name in keyof S]: S[Name] extends string ? string : Plural;
};

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type PlacesOf<M extends Message> = M extends string
  ? Places<M>
  : M extends { readonly other: infer Other extends string }
    ? Places<Other>
    : never;

/** The values that a message has places for. A plural's form is decided by `count`. */
export type Values<M extends Message> = [PlacesOf<M>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<M>, string | number>>];

/**
 * Fills in the places. Numbers are written by `number`, so that they look as they do elsewhere on the page; of a long
 * text the beginning is said.
 */
export function fill(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  plural: (count: number) => Intl.LDMLPluralRule,
  number: (value: number) => string,
): string {
  const text = typeof message === 'string' ? message : (message[plural(Number(values['count']))] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : shortened(value ?? '');
  });
}
