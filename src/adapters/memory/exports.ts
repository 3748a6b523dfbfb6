import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { ExportsPort } from '../../adapter/ports/exports.ts';
import { customerCsv } from '../../adapter/toolkit/customer-file.ts';
import { byCode, listRows, type ContractList } from '../../adapter/toolkit/rows.ts';
import { exportDates, exportFields, ExportInput, type CustomerExport } from '../../domain/customer-export.ts';
import { codeOf } from '../../domain/field.ts';
import { masked } from '../../domain/masking.ts';
import { customerList, listed, listItem, type ListedCustomer } from './customer-list.ts';
import type { MemorySession } from './session.ts';
import type { MemoryStore } from './store.ts';

/** An export that somebody has started here: the customers that it was started for, and what is written of its file. */
interface Work {
  readonly input: ExportInput;
  readonly ids: readonly string[];
  text: string;
}

/** The number of reads of an export in which it is done. */
const steps = 4;

const works = new WeakMap<MemoryStore, Map<string, Work>>();

/** Newest first. */
export const exportLog: ContractList<'exports.log', CustomerExport> = {
  order: [
    { key: ({ startedAt }) => Date.parse(startedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  filters: { state: byCode(({ state }) => codeOf(state)) },
  texts: ({ actor }) => [actor?.id, actor?.name],
  at: ({ startedAt }) => startedAt,
};

/** Returns the filters that limit the customers of an export, with its range as the filter of its date. */
export const exportFilter = ({
  filter,
  range,
  dates = 'lastOrder',
}: ExportInput): Readonly<Record<string, string>> => ({
  ...filter,
  ...((range?.from ?? range?.to) && { [dates]: `${range?.from ?? ''}/${range?.to ?? ''}` }),
});

/** Returns the entry of an export that begins. */
export const begun = ({ fields, range, dates, text, filter }: ExportInput) => ({
  state: 'running',
  fields,
  ...((range?.from ?? range?.to) && { range, dates: dates ?? 'lastOrder' }),
  ...((text || Object.keys(filter ?? {}).length > 0) && { isFiltered: true }),
  rows: 0,
});

/** Returns the first field that no export can have. */
export const unknownField = ({ fields }: ExportInput): string | undefined =>
  fields.find((field) => !(exportFields as readonly string[]).includes(field));

/** Creates the port of exports. Nothing works in the background here: each read of an export does a part of it. */
export function exportsPort(session: MemorySession) {
  const { store, operator } = session;
  const begunHere = works.get(store) ?? new Map<string, Work>();
  works.set(store, begunHere);

  /** Returns the customers as this operator may see them. */
  const seen = (): readonly ListedCustomer[] =>
    store.files.map((file) => listed(file, masked(file.customer, session.masksOf(file))));

  /** Returns an export. Throws if there is none, or if `isOwn` and somebody else has started it. */
  function entryOf(id: string, isOwn = false): CustomerExport {
    const entry = store.exports.get(id);
    if (!entry) throw new AdapterError('not-found');
    if (isOwn && entry.actor?.id !== operator.actor.id)
      throw new AdapterError('forbidden', { reason: 'Only who has started an export can do that.' });
    return entry;
  }

  function replace(entry: CustomerExport, change: Partial<CustomerExport>): CustomerExport {
    const after = { ...entry, ...change };
    store.exports.set(entry.id, after);
    return after;
  }

  /** Writes the next customers. Those who are gone meanwhile are left out. */
  function advance(entry: CustomerExport, work: Work): CustomerExport {
    const from = entry.rows;
    const ids = new Set(work.ids.slice(from, from + Math.max(1, Math.ceil(work.ids.length / steps))));
    work.text += customerCsv(work.input).lines(
      seen()
        .filter(({ id }) => ids.has(id))
        .map(listItem),
    );
    const rows = from + ids.size;
    if (rows < work.ids.length) return replace(entry, { rows });
    session.changedShared('exports');
    return replace(entry, { rows, state: 'done', endedAt: store.tick() });
  }

  return {
    ...declarationsOf('exports'),

    async fields(options) {
      await session.readShared('exports.fields', options);
      return { fields: [...exportFields], dates: [...exportDates] };
    },

    start(input, options) {
      return session.changeShared('exports.start', input, options, () => {
        const wanted = check(ExportInput, input);
        const unknown = unknownField(wanted);
        if (unknown !== undefined)
          throw new AdapterError('validation', { fieldErrors: { fields: `has no ${unknown}` } });
        const request = { first: 100_000, text: wanted.text, filter: exportFilter(wanted) };
        const ids = listRows(seen(), request, wanted, customerList).matching.map(({ id }) => id);
        const id = store.newId('export');
        begunHere.set(id, { input: wanted, ids, text: customerCsv(wanted).head });
        const entry = { id, ...begun(wanted), total: ids.length, startedAt: store.tick(), endedAt: null };
        return replace({ ...entry, actor: operator.actor }, {});
      });
    },

    async get(exportId, options) {
      await session.readShared('exports.get', options);
      const entry = entryOf(exportId);
      const work = begunHere.get(exportId);
      return entry.state === 'running' && work ? advance(entry, work) : entry;
    },

    cancel(exportId, options) {
      return session.changeShared('exports.cancel', exportId, options, () => {
        const entry = entryOf(exportId, true);
        if (entry.state !== 'running') return entry;
        begunHere.delete(exportId);
        return replace(entry, { state: 'canceled', endedAt: store.tick() });
      });
    },

    async file(exportId, options) {
      await session.readShared('exports.file', options);
      const { state, startedAt } = entryOf(exportId, true);
      const work = begunHere.get(exportId);
      if (state !== 'done' || !work) throw new AdapterError('not-found');
      return { name: `customers-${startedAt.slice(0, 10)}.csv`, text: work.text };
    },

    async log(page, options) {
      const { exports } = await session.readShared('exports.log', options);
      return listRows([...exports.values()], page, options, exportLog).page;
    },
  } satisfies ExportsPort;
}
