/**
 * A statement or a fragment with its parameters. Only the tag `sql` creates it, so a value never becomes part of the
 * text.
 */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }

  /** Contains `$1`, `$2`, … as placeholders for the values. */
  get text(): string {
    return this.strings.reduce((text, string, index) => `${text}$${index}${string}`);
  }
}

/** A fragment or a parameter. A function, which is a fragment that was not created, is not one. */
type Part = Sql | string | number | boolean | null | undefined;

/**
 * Creates a statement. `Sql` values become text, all others become parameters: `` sql`${condition} and total > ${0}`
 * ``.
 */
export function sql(template: TemplateStringsArray, ...parts: readonly Part[]): Sql {
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

/** An empty fragment. */
export const nothing = sql``;

/** Joins fragments with a separator. */
export const join = (parts: readonly Sql[], separator = sql`, `): Sql =>
  parts.reduce((joined, part, index) => (index === 0 ? part : sql`${joined}${separator}${part}`), nothing);
