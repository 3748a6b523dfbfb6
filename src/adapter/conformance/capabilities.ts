import * as v from 'valibot';
import { codeOf, isWithheld, type Coded } from '../../domain/field.ts';
import * as decimal from '../../domain/decimal.ts';
import { isMoney, type Money } from '../../domain/money.ts';
import { CountMetric, MoneyMetric } from '../../domain/stats.ts';
import { protocolCapabilities, declaredCapabilities } from '../capabilities.ts';
import { isAdapterError } from '../adapter-error.ts';
import type { PageRequest, Guarantees } from '../options.ts';
import { ensure, rejection, same, outcomeOf } from './assert.ts';
import { listsOf, type List, type Row } from './lists.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import { operationNames, ports, writesOf, type PortName } from '../operations.ts';
import { methodOf } from '../call-operation.ts';
import type { Adapter } from '../adapter.ts';

const nonsense = 'q7Zk-nothing-has-this-text';

/** Tests that a list supports the query options that it declares and rejects all others. */
export const capabilityCases = ({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] =>
  listsOf(adapter, full).flatMap((list) => {
    const { name, can } = list;
    const loadPage = (more: Omit<PageRequest, 'first'> = {}) => list.load(full, { ...all, ...more }, reading());
    const load = async (more: Omit<PageRequest, 'first'> = {}): Promise<readonly Row[]> => (await loadPage(more)).items;
    const cases: ConformanceCase[] = [
      {
        name: `${name}: rejects undeclared options with unsupported instead of ignoring them`,
        run: () => rejectsUndeclared(list, full),
      },
    ];
    if (can.search)
      cases.push({
        name: `${name}: finds a row by a text in it, and no row by another text`,
        async run() {
          same((await load({ text: nonsense })).length, 0, `rows of ${name} for a text that no row has`);
          const rows = await load();
          for (const text of textsIn(rows[0]).slice(0, 20))
            if ((await load({ text })).some(({ id }) => id === rows[0]!.id)) return;
          ensure(!rows.length, `${name} does not find its first row by any text in it`);
        },
      });
    if (can.sort)
      cases.push({
        name: `${name}: sorts by each declared member in both directions`,
        async run() {
          const { items, next } = await loadPage();
          const ids = idsOf(items).toSorted();
          for (const field of can.sort ?? [])
            for (const direction of ['ascending', 'descending'] as const) {
              const rows = await load({ sort: { field, direction } });
              // Of a list that is longer than what is read, other rows come first in another order.
              if (next === null) same(idsOf(rows).toSorted(), ids, `rows of ${name} by ${field}`);
              inOrder(rows, field, direction === 'ascending' ? 1 : -1, name);
            }
        },
      });
    if (can.filter)
      cases.push({
        name: `${name}: supports each declared filter`,
        async run() {
          const { items: rows, next } = await loadPage();
          for (const filter of can.filter ?? []) {
            const none = await outcomeOf(load({ filter: { [filter]: nonsense } }));
            if (none.thrown)
              ensure(
                isAdapterError(none.error) && none.error.code === 'validation',
                `${name} rejects its own ${filter}`,
              );
            else same(none.answer.length, 0, `rows of ${name} whose ${filter} is nonsense`);
            const code = rows.map((row) => codeIn(row, filter)).find((found) => found !== undefined);
            if (code === undefined) continue;
            const found = await load({ filter: { [filter]: code } });
            const matching = next === null ? rows : found;
            same(
              idsOf(found),
              idsOf(matching.filter((row) => codeIn(row, filter) === code)),
              `rows of ${name} whose ${filter} is ${code}`,
            );
          }
        },
      });
    if (can.range)
      cases.push({
        name: `${name}: supports a range of days`,
        async run() {
          same(await load({ range: { from: '1900-01-01', to: '1900-01-02' } }), [], `${name} of days long ago`);
          const rows = await load();
          same(idsOf(await load({ range: { from: '1900-01-01' } })), idsOf(rows), `${name} since days long ago`);
        },
      });
    return cases;
  });

async function rejectsUndeclared({ name, can, load }: List, full: string): Promise<void> {
  const { sort = [], filter = [] } = protocolCapabilities[name] ?? {};
  const requests: Omit<PageRequest, 'first'>[] = [
    ...[nonsense, 'constructor', ...sort]
      .filter((field) => !can.sort?.includes(field))
      .map((field) => ({ sort: { field, direction: 'ascending' as const } })),
    ...[nonsense, 'constructor', ...filter]
      .filter((one) => !can.filter?.includes(one))
      .map((one) => ({ filter: { [one]: 'x' } })),
    ...(can.search ? [] : [{ text: nonsense }]),
    ...(can.range ? [] : [{ range: { from: '1900-01-01', to: '1900-01-02' } }]),
  ];
  for (const request of requests) await rejection(load(full, { ...all, ...request }, reading()), 'unsupported');
}

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id);

/** Returns the searchable texts in a row, at any depth. */
export function textsIn(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string') return /id$|version|At$|^at$/i.test(name) || !value.trim() ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) => textsIn(inner, member));
}

/** Returns a member of a row, or of an object in the row, by name. */
function memberOf(row: object, name: string): unknown {
  const members = row as Readonly<Record<string, unknown>>;
  if (members[name] !== undefined) return members[name];
  for (const inner of Object.values(members))
    if (typeof inner === 'object' && inner !== null && name in inner)
      return (inner as Readonly<Record<string, unknown>>)[name];
  return undefined;
}

/** Returns the code of a member of a row: the member itself or the status of an axis. */
export function codeIn(row: Row, name: string): string | undefined {
  const found = memberOf(row, name) as Coded | { readonly status: Coded } | boolean | null | undefined;
  if (found === undefined || found === null || typeof found === 'boolean') return undefined;
  return typeof found === 'object' && 'status' in found ? codeOf(found.status) : codeOf(found);
}

/** Throws if comparable values are out of order or an unknown value does not come last. */
function inOrder(rows: readonly Row[], field: string, sign: 1 | -1, name: string): void {
  const values = rows.map((row) => {
    const value = memberOf(row, field) ?? undefined;
    return isWithheld(value) ? undefined : sortedValue(value);
  });
  for (const [index, b] of values.slice(1).entries())
    ensure(compare(values[index], b, sign) <= 0, `${name} by ${field}: row ${index + 2} is out of order`);
}

/** Returns what a figure sorts by: its number, or its first amount. */
function sortedValue(value: unknown): unknown {
  if (v.is(CountMetric, value)) return value.value;
  return v.is(MoneyMetric, value) ? value.amounts[0] : value;
}

function compare(a: unknown, b: unknown, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  if (isAmount(a) && isAmount(b)) return a.currency === b.currency ? sign * decimal.compare(a.value, b.value) : 0;
  const [x, y] = [a, b].map((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? Date.parse(value) : NaN,
  );
  // Each platform has its own collation, so texts are not compared here. The cases for sort order check the numbers in
  // them.
  return Number.isNaN(x! - y!) ? 0 : sign * (x! - y!);
}

const isAmount = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'value' in value && isMoney(value as Money);

/** Returns the adapter's ports that have writes, with the guarantees that each declares. */
export const writersOf = (adapter: Adapter): readonly (readonly [PortName, Guarantees | undefined])[] =>
  (Object.keys(ports) as PortName[])
    .filter((port) => writesOf(port).some((name) => methodOf(adapter, name)))
    .map((port) => [port, (adapter[port] as { readonly guarantees?: Guarantees } | undefined)?.guarantees]);

/** Tests that every port with writes declares its guarantees, and that every declared list exists. */
export const declarationCases = (adapter: Adapter): ConformanceCase[] => [
  ...writersOf(adapter).map(([port, guarantees]) => ({
    name: `${port}: declares its guarantees`,
    run: async () => ensure(guarantees, `${port}.guarantees should declare idempotency and versions`),
  })),
  {
    name: 'capabilities: are declared only for lists that the adapter has',
    async run() {
      for (const list of Object.keys(declaredCapabilities(adapter)).filter((name) => name.includes('.')))
        ensure(
          operationNames.some((name) => name === list && methodOf(adapter, name)),
          `capabilities are declared for ${list}, which the adapter lacks`,
        );
    },
  },
];
