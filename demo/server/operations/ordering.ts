import type { Sort } from '../../../src/adapter/options.ts';
import { join, sql, type Sql } from '../database/sql.ts';

/** A sort rule: an expression and the type of its values. Texts compare by code point, as in JavaScript. */
export interface Rule {
  readonly by: Sql;
  readonly type: 'boolean' | 'integer' | 'numeric' | 'text' | 'timestamptz';
  readonly descending?: boolean;
  /** True if the value may be unknown. Unknown values come last in both directions. */
  readonly nullable?: boolean;
}

/** The sort rules of a list. Each rule breaks the ties of the previous one; the last one is unique. */
export type Ordering = readonly Rule[];

/** The values of a row that an ordering compares, as text. They form a cursor. */
export type SortKey = readonly (string | null)[];

/** Returns the requested ordering followed by the list's default ordering. */
export function sorted(
  sort: Sort | undefined,
  sortable: Readonly<Record<string, Ordering>>,
  otherwise: Ordering,
): Ordering {
  const rules = sortable[sort?.field ?? ''] ?? [];
  // The last rule is the requested one. The rules before it only separate values that cannot be compared.
  return [
    ...rules.map((rule, at) =>
      at < rules.length - 1 ? rule : { ...rule, descending: sort?.direction === 'descending' },
    ),
    ...otherwise,
  ];
}

export const sortKey = (rules: Ordering): Sql => sql`array[${join(rules.map(({ by }) => sql`(${by})::text`))}]`;

export const orderBy = (rules: Ordering): Sql =>
  join(
    rules.map((rule) => {
      const { descending, nullable } = rule;
      const direction = descending ? sql`${compared(rule)} desc` : sql`${compared(rule)} asc`;
      return nullable ? sql`${direction} nulls last` : direction;
    }),
  );

/** Returns the condition that a row comes after the one with this sort key. */
export function isAfter(rules: Ordering, key: SortKey): Sql {
  const [{ descending: down = false } = {}] = rules;
  if (rules.every(({ descending = false, nullable }) => !nullable && descending === down)) {
    // PostgreSQL can use an index for a comparison of rows.
    const values = rules.map((rule, at) => value(rule, key[at] ?? null));
    return sql`(${join(rules.map(compared))}) ${down ? sql`<` : sql`>`} (${join(values)})`;
  }
  return rules.reduceRight<Sql>(
    (rest, rule, at) => {
      const { descending, nullable } = rule;
      const by = compared(rule);
      const limit = key[at] ?? null;
      if (limit === null) return sql`(${by} is null and ${rest})`;
      const beyond = sql`${by} ${descending ? sql`<` : sql`>`} ${value(rule, limit)}`;
      return sql`(${nullable ? sql`${by} is null or ${beyond}` : beyond} or (${by} = ${value(rule, limit)} and ${rest}))`;
    },
    sql`false`,
  );
}

/** Compares texts by byte. For UTF-8, that is the order of code points, whatever the database's locale. */
const compared = ({ by, type }: Rule): Sql => (type === 'text' ? sql`${by} collate "C"` : by);

function value({ type }: Rule, text: string | null): Sql {
  switch (type) {
    case 'boolean':
      return sql`${text}::boolean`;
    case 'integer':
      return sql`${text}::integer`;
    case 'numeric':
      return sql`${text}::numeric`;
    case 'timestamptz':
      return sql`${text}::timestamptz`;
    case 'text':
      return sql`${text}::text`;
  }
}
