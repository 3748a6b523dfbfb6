import type { Adapter } from '../adapter.ts';
import { methodOf } from '../call-operation.ts';
import type { OperationName } from '../operations.ts';
import { walk, type List, type Row as ListRow } from './lists.ts';
import { writing } from './subject.ts';

/** A created record that may still be there. */
interface Leftover {
  readonly name: OperationName;
  readonly customerId: string;
  readonly id: string;
}

/** The functions that find and remove records of each kind. An account cannot be closed. */
const removals = {
  'notes.create': { list: 'notes.list', remove: 'notes.delete', body: [] },
  'addresses.create': { list: 'addresses.list', remove: 'addresses.delete', body: [] },
  'coupons.issue': { list: 'coupons.list', remove: 'coupons.revoke', body: [] },
  'credit.open': { list: 'credit.accounts', remove: undefined, body: [] },
  'subscriptions.create': { list: 'subscriptions.list', remove: 'subscriptions.cancel', body: [{ at: 'now' }] },
} as const satisfies Partial<Record<OperationName, unknown>>;

/**
 * The records that were created through an adapter. Cases clean up after themselves as far as their rule allows;
 * what they leave, or had to leave because they failed, is removed at the end.
 */
export class Leftovers {
  readonly #created: Leftover[] = [];
  /** The default addresses before the first write, by customer and use. */
  readonly #defaults = new Map<string, string>();

  /** Remembers the record that an answer contains, if the operation creates one, and the first default addresses. */
  add(name: OperationName, args: readonly unknown[], answer: unknown): void {
    const [customerId] = args;
    if (name === 'addresses.list')
      for (const { id, defaultFor = [] } of (answer as { readonly items?: readonly Row[] }).items ?? [])
        for (const use of defaultFor) {
          const key = `${String(customerId)} ${use}`;
          if (!this.#defaults.has(key)) this.#defaults.set(key, id);
        }
    const { dryRun } = (args.at(-1) ?? {}) as { readonly dryRun?: boolean };
    const { id }: { readonly id?: unknown } = typeof answer === 'object' && answer !== null ? answer : {};
    if (!(name in removals) || dryRun || typeof customerId !== 'string' || typeof id !== 'string') return;
    // A repeated key gets the record that was created before.
    if (!this.#created.some((one) => one.name === name && one.customerId === customerId && one.id === id))
      this.#created.push({ name, customerId, id });
  }

  /** Removes what is still there, and returns what could not be removed: `note-17 of notes.create`. */
  async remove(adapter: Adapter): Promise<readonly string[]> {
    const remaining: string[] = [];
    for (const { name, customerId, id } of this.#created.splice(0)) {
      const { list, remove, body } = removals[name as keyof typeof removals];
      try {
        const load = methodOf(adapter, list) as List<Row>['load'] | undefined;
        const find = async () =>
          load && (await walk({ load }, customerId, { first: 1000 })).find((row) => row.id === id);
        // A default address cannot be deleted: another one takes its place first.
        for (const use of (await find())?.defaultFor ?? []) {
          const former = this.#defaults.get(`${customerId} ${use}`);
          await methodOf(adapter, 'addresses.setDefault')?.(customerId, former, { use }, writing());
        }
        const row = await find();
        if (!row || isOver(row)) continue;
        const method = remove && methodOf(adapter, remove);
        if (method) await method(customerId, id, ...body, writing({ ifVersion: row.version }));
        else remaining.push(`${id} of ${name}`);
      } catch {
        remaining.push(`${id} of ${name}`);
      }
    }
    return remaining;
  }
}

interface Row extends ListRow {
  readonly version?: string;
  readonly status?: unknown;
  readonly defaultFor?: readonly string[];
}

/** Coupons and subscriptions stay in their lists when they are over. */
const isOver = ({ status }: Row): boolean =>
  typeof status === 'string' && ['revoked', 'used', 'expired', 'canceled'].includes(status);
