/** A text with `{placeholders}`. If it depends on a number, one text for each plural form of `Intl.PluralRules`. */
export type Message = string | Plural;
export type Plural = { readonly other: string } & {
  readonly [form in Intl.LDMLPluralRule]?: string;
};

/** The messages of one widget, by name. */
export type Section = Readonly<Record<string, Message>>;

/** The type of a translation: the same names, and a plural where English has one. */
export type Translation<S extends Section> = {
  readonly [Name in keyof S]: S[Name] extends string ? string : Plural;
};

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type PlacesOf<M extends Message> = M extends string
  ? Places<M>
  : M extends { readonly other: infer Other extends string }
    ? Places<Other>
    : never;

/** The values for the placeholders of a message. `count` selects the plural form. */
export type Values<M extends Message> = [PlacesOf<M>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<M>, string | number>>];

/** Fills in the placeholders. Numbers are formatted by `number`, as elsewhere on the page; long texts are truncated. */
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

/** Truncates a text that is too long, without splitting a surrogate pair. */
export const shortened = (text: string, length = 1000, end = '…'): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '') + end;
