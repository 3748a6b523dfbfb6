import { expect } from 'chai';
import { check } from '../adapter/check.ts';
import * as domain from './index.ts';

/** The members of valibot's schemas that this test follows. */
interface Schema {
  readonly kind: string;
  readonly type: string;
  readonly requirement?: unknown;
  readonly pipe?: readonly Schema[];
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly options?: readonly unknown[];
  readonly wrapped?: Schema;
  readonly key?: Schema;
  readonly value?: Schema;
  readonly rest?: Schema;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** The actions of a pipe that bound the size of a value. A pattern bounds it if it has no open repetition. */
const bounds: Readonly<Record<string, readonly string[]>> = {
  string: ['max_length', 'length', 'regex', 'iso_date'],
  array: ['max_length', 'length'],
  record: ['max_entries'],
};
function isOpen(pattern: unknown): boolean {
  if (!(pattern instanceof RegExp)) return true;
  // A sign in a character class, or after a backslash, repeats nothing.
  const source = pattern.source.replace(/\[[^\]]*\]|\\./g, '');
  return /[+*]|\{\d+,\}/.test(source) || !/^\^.*\$$/.test(source);
}

/** Returns the paths of the texts, lists and records of a schema whose size has no bound. */
function unbounded(schema: Schema, path: string, outer: readonly Schema[] = []): string[] {
  const actions = [...outer, ...(schema.pipe ?? []).slice(1)];
  const inner = schema.pipe?.slice(1).filter(isSchema) ?? [];
  const base = schema.pipe?.[0];
  if (base?.pipe) return unbounded(base, path, actions);
  const needed = bounds[schema.type];
  const isBounded = actions.some(
    ({ type, requirement }) => needed?.includes(type) && !(type === 'regex' && isOpen(requirement)),
  );
  const children: readonly (readonly [string, Schema | undefined])[] = [
    ...Object.entries(schema.entries ?? {}).map(([name, entry]) => [`.${name}`, entry] as const),
    ...(schema.items ?? []).map((item, index) => [`[${index}]`, item] as const),
    ...(schema.options ?? []).filter(isSchema).map((option, index) => [`<${index}>`, option] as const),
    ['[]', schema.item],
    ['{key}', schema.key],
    ['{}', schema.value],
    ['', schema.wrapped],
    ['[…]', schema.rest],
    ...inner.map((each) => ['', each] as const),
  ];
  return [
    ...(needed && !isBounded ? [`${path}: ${schema.type}`] : []),
    ...children.flatMap(([step, child]) => (isSchema(child) ? unbounded(child, path + step) : [])),
  ];
}

describe('bounds', () => {
  const schemas = Object.entries(domain as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, Schema] => isSchema(entry[1]),
  );

  it('limit every text, list and record of every schema', () => {
    expect(schemas.length).to.be.at.least(40);
    expect(schemas.flatMap(([name, schema]) => unbounded(schema, name))).to.deep.equal([]);
  });

  it('reject a text that is one character too long', () => {
    const note = (body: string) => ({
      id: 'n1',
      customerId: 'c1',
      version: '1',
      body,
      createdAt: '2026-11-01T10:00:00Z',
      author: { id: 'op-1' },
    });
    expect(check(domain.Note, note('x'.repeat(1_000_000))).body).to.have.length(1_000_000);
    expect(() => check(domain.Note, note('x'.repeat(1_000_001)))).to.throw();
  });
});
