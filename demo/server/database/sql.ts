/**
 * A statement, or a part of one, with its parameters. Made by the tag `sql` only, so no value ever becomes part of
 * the text.
 */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }

  /** With `$1`, `$2`, ... where the values go. */
  get text(): string {
    return this.strings.reduce((text, string, index) => `${text}$${index}${string}`);
  }
}

/** Parts that are `Sql` themselves become text, all else becomes a parameter: `` sql`${condition} and total > ${0}` ``. */
export function sql(template: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const strings = [template[0] ?? ''];
  const values: unknown[] = [];
  const append = (text = ''): void => void strings.push((strings.pop() ?? '') + text);
  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      append(part.strings[0]);
      strings.push(...part.strings.slice(1));
      values.push(...part.values);
    } else {
      strings.push('');
      values.push(part);
    }
    append(template[index + 1]);
  });
  return new Sql(strings, values);
}

/** Nothing: where a part of a statement is not wanted. */
export const nothing = sql``;

/** All the parts, with a separator between them. */
export const join = (parts: readonly Sql[], separator = sql`, `): Sql =>
  parts.reduce((joined, part, index) => (index === 0 ? part : sql`${joined}${separator}${part}`), nothing);
