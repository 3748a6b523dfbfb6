import { CustomerExport, ExportFields, ExportFile, type ExportInput } from '../../domain/customer-export.ts';
import { codeOf } from '../../domain/field.ts';
import type { Adapter } from '../adapter.ts';
import { pause } from '../pause.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { newestFirst } from './lists.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Attempt, Trial } from './trial.ts';

const defaultTimeout = 10_000;
/** Milliseconds between two looks at an export, at first and at most. Looks slow down a store with one connection. */
const [firstPause, longestPause] = [20, 320];

/** Tests that an export writes the customers it was started for, and that the log says what became of it. */
export function exportCases({ adapter, restricted, timeout = defaultTimeout }: ConformanceSetup): ConformanceCase[] {
  const { exports: port } = adapter;
  if (!port) return [];
  const { start, get, cancel, file, log } = port;
  const cases: ConformanceCase[] = log
    ? [
        newestFirst('exports.log', async () =>
          (await log.call(port, all, reading())).items.map(({ startedAt }) => startedAt),
        ),
      ]
    : [];
  if (!start || !get) return cases;
  const begin = async (input: ExportInput): Promise<CustomerExport> =>
    readable(CustomerExport, await start.call(port, input, writing()), 'exports.start');
  const ended = (id: string): Promise<CustomerExport> => endOf(adapter, id, timeout);

  cases.push(
    {
      name: 'exports.get: follows an export to its end, which the log says with who, when, fields, range and rows',
      async run() {
        const fields = (await knownFields(adapter)).slice(0, 2);
        const range = { from: '2001-01-01' };
        const begun = await begin({ fields, range, timeZone: 'UTC' });
        same(begun.fields.map(codeOf), fields, 'the fields of the export that was started');
        const done = await ended(begun.id);
        same([codeOf(done.state), done.startedAt], ['done', begun.startedAt], 'the export at its end');
        ensure(done.endedAt, 'an export that has ended should say when');
        if (done.total !== undefined) same(done.rows, done.total, 'the rows of an export that is done');
        if (!log) return;
        const entry = (await log.call(port, all, reading())).items.find(({ id }) => id === begun.id);
        ensure(entry, 'the log should have the export');
        same(
          [codeOf(entry.state), entry.rows, entry.fields.map(codeOf), entry.range, entry.endedAt],
          ['done', done.rows, fields, range, done.endedAt],
          'the entry of the log',
        );
        ensure(entry.actor?.id, 'the log should say who has started the export');
      },
    },
    {
      name: 'exports.get: rejects with not-found for an unknown export',
      run: async () => void (await rejection(get.call(port, 'no-such-export', reading()), 'not-found')),
    },
    {
      name: 'exports.start: rejects unknown fields and no field',
      async run() {
        const [field = ''] = await knownFields(adapter);
        for (const fields of [[], [field, 'no-such-field']])
          await rejection(start.call(port, { fields }, writing()), 'validation');
      },
    },
  );
  if (file)
    cases.push({
      name: 'exports.file: has a line for each customer of the range, under the headings that were asked for',
      async run() {
        const [field = ''] = await knownFields(adapter);
        const { dates = ['lastOrder'] } = await fieldsOf(adapter);
        for (const date of dates) {
          const range = await halfOf(adapter, date);
          const texts = { [field]: 'Heading of the first' };
          const { id } = await begin({ fields: [field], texts, range, dates: date, timeZone: 'UTC' });
          const { rows } = await ended(id);
          const answer = readable(ExportFile, await file.call(port, id, reading()), 'exports.file');
          if (answer.text === undefined) skip('the file is at a URL');
          const [heading, ...lines] = answer.text
            .replace(/^\ufeff/, '')
            .trimEnd()
            .split(/\r?\n/);
          same([heading, lines.length], [texts[field], rows], `the file of the days of ${date}`);
          const expected = await countOf(adapter, date, range);
          if (expected !== undefined) same(rows, expected, `the customers whose ${date} is in the range`);
        }
        if (!restricted?.exports?.file) return;
        const { id } = await begin({ fields: [field] });
        await ended(id);
        await rejection(restricted.exports.file(id, reading()), 'forbidden', 'not-found');
      },
    });
  if (cancel)
    cases.push({
      name: 'exports.cancel: ends an export without a file, and leaves one that has ended as it is',
      async run() {
        const fields = await knownFields(adapter);
        const { id } = await begin({ fields });
        const canceled = readable(CustomerExport, await cancel.call(port, id, writing()), 'exports.cancel');
        const state = codeOf(canceled.state);
        // A small export may be done before it can be canceled.
        ensure(['canceled', 'done'].includes(state), `a canceled export should not be ${state}`);
        same(codeOf((await ended(id)).state), state, 'the state of the export after it was canceled');
        if (state === 'canceled' && file) await rejection(file.call(port, id, reading()), 'not-found');
        const other = await begin({ fields: fields.slice(0, 1) });
        const done = await ended(other.id);
        same(await cancel.call(port, other.id, writing()), done, 'an export that had ended');
      },
    });
  return cases;
}

/** Returns the trials of exports. One that has ended cannot be canceled again, so nothing counts cancellations. */
export function exportTrials(adapter: Adapter): readonly Trial[] {
  const { exports: port } = adapter;
  if (!port?.start) return [];
  return [
    {
      name: 'exports.start',
      async prepare(): Promise<Attempt> {
        const fields = (await knownFields(adapter)).slice(0, 1);
        // Days that no other export has.
        const to = new Date(Math.floor(Math.random() * 100_000) * 86_400_000 - 9e12).toISOString().slice(0, 10);
        const body = { fields, range: { to } };
        const count = async () =>
          (await port.log!(all, reading())).items.filter(({ range }) => range?.to === to && !range.from).length;
        return {
          body,
          otherBody: { fields, range: { from: '1000-01-01', to } },
          ...(port.log && { count }),
        };
      },
    },
    {
      name: 'exports.cancel',
      async prepare(): Promise<Attempt> {
        const { id } = await port.start!({ fields: await knownFields(adapter) }, writing());
        return { ids: [id] };
      },
    },
  ];
}

async function fieldsOf({ exports: port }: Adapter): Promise<ExportFields> {
  return port?.fields ? readable(ExportFields, await port.fields(reading()), 'exports.fields') : { fields: [] };
}

/** Returns the codes of the fields. Skips the case if there are none. */
async function knownFields(adapter: Adapter): Promise<string[]> {
  const { fields } = await fieldsOf(adapter);
  if (!fields.length) skip('exports.fields names no field');
  return fields.map(codeOf);
}

/** Follows an export until it has ended. */
async function endOf({ exports: port }: Adapter, id: string, timeout: number): Promise<CustomerExport> {
  const { signal } = new AbortController();
  const until = Date.now() + timeout;
  for (let wait = firstPause; ; wait = Math.min(2 * wait, longestPause)) {
    const current = readable(CustomerExport, await port!.get!(id, reading()), 'exports.get');
    if (codeOf(current.state) !== 'running') return current;
    ensure(Date.now() < until, `the export was still running after ${timeout} ms`);
    await pause(wait, signal);
  }
}

const memberOf = { lastOrder: 'lastOrderAt', firstOrder: 'firstOrderAt' } as const;

/** Returns days that some of the first customers are in, and others are not. */
async function halfOf({ customers }: Adapter, date: keyof typeof memberOf): Promise<{ from: string }> {
  const days = customers?.list
    ? (await customers.list(all, reading())).items.flatMap(({ [memberOf[date]]: at }) => at?.slice(0, 10) ?? [])
    : [];
  return { from: days.toSorted()[Math.floor(days.length / 2)] ?? '2020-01-01' };
}

/** Counts the customers of a range by the list, if it can be filtered by it. */
async function countOf(adapter: Adapter, date: string, { from }: { readonly from: string }) {
  const { customers } = adapter;
  if (!customers?.list || !customers.capabilities?.list?.filter?.includes(date)) return undefined;
  const page = await customers.list({ ...all, filter: { [date]: `${from}/` } }, reading());
  return page.total ?? (page.next === null ? page.items.length : undefined);
}
