// Adapters whose exports have the wrong customers or say the wrong things, and whose erasures are not kept apart.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import type { ReadOptions, WriteOptions } from '../../src/adapter/options.ts';
import type { CustomerExport, ExportFile, ExportInput } from '../../src/domain/customer-export.ts';
import type { CustomerPrivacy } from '../../src/domain/privacy.ts';
import { overriding, pages, reversed, type Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;
const followed = 'exports.get: follows an export to its end, which the log says with who, when, fields, range and rows';
const unknown = 'exports.get: rejects with not-found for an unknown export';
const fields = 'exports.start: rejects unknown fields and no field';
const file = 'exports.file: has a line for each customer of the range, under the headings that were asked for';
const cancels = 'exports.cancel: ends an export without a file, and leaves one that has ended as it is';
const requests = 'privacy.requestErasure: records who has asked, when and why, and that somebody else’s data stays';
const withdraws = 'privacy.withdrawErasure: withdraws a request, and nothing else';

const aborts = 'an abort ends the call, and is not an AdapterError';
const codes = 'each code is known, or has a label';

const answers = <T>(name: Parameters<typeof overriding>[0], change: (answer: T) => T): Tampering =>
  overriding(
    name,
    (method) =>
      async (...args) =>
        change((await method(...args)) as T),
  );
/** Goes on when a read is aborted. */
const unstoppable = (name: Parameters<typeof overriding>[0]): Tampering =>
  overriding(
    name,
    (method) =>
      (...args) =>
        method(...args.slice(0, -1), { ...(args.at(-1) as ReadOptions), signal: new AbortController().signal }),
  );
const logged = (change: (entry: CustomerExport) => CustomerExport): Tampering =>
  pages((page) => ({ ...page, items: page.items.map(change) }), 'exports.log');
const starting = (change: (input: ExportInput) => ExportInput): Tampering =>
  overriding('exports.start', (start) => (input, options) => start(change(input as ExportInput), options));

export const brokenExports: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  ['knows no fields', overriding('exports.fields', () => async () => ({})), 'exports.fields: matches the schema'],
  ['does not abort the fields', unstoppable('exports.fields'), `exports.fields: ${aborts}`],
  ['logs an unknown state', logged((entry) => ({ ...entry, state: 'unheard-of' })), `exports.log: ${codes}`],
  [
    'answers a repeated cancelation with other rows',
    overriding('exports.cancel', (cancel) => {
      const seen = new Set<string>();
      return async (id, options) => {
        const { idempotencyKey } = options as WriteOptions;
        const answer = (await cancel(id, options)) as CustomerExport;
        if (!seen.has(idempotencyKey)) return (seen.add(idempotencyKey), answer);
        return { ...answer, rows: answer.rows + 1 };
      };
    }),
    'exports.cancel: a repeated key is executed once, and gets the same response',
  ],
  [
    'has the privacy of another customer',
    answers<CustomerPrivacy>('privacy.get', (one) => ({ ...one, customerId: 'C-1' })),
    'privacy.get: matches the schema, and belongs to the requested customer',
  ],
  [
    'has the privacy of anybody',
    overriding(
      'privacy.get',
      (get) => async (id, options) =>
        get(id, options).catch(() => ({ customerId: id, version: '1', statements: [], erasure: { state: 'none' } })),
    ),
    'privacy.get: rejects with not-found for an unknown customer',
    'privacy.get: an unusual id matches no customer',
  ],
  ['does not abort the privacy', unstoppable('privacy.get'), `privacy.get: ${aborts}`],
  [
    'has an unknown state of the erasure',
    answers<CustomerPrivacy>('privacy.get', (one) => ({ ...one, erasure: { ...one.erasure!, state: 'unheard-of' } })),
    `privacy.get: ${codes}`,
  ],
  ['logs exports the wrong way round', pages(reversed, 'exports.log'), 'exports.log: is sorted newest first'],
  ['logs no rows', logged((entry) => ({ ...entry, rows: 0 })), followed],
  ['logs nobody', logged((entry) => ({ ...entry, actor: null })), followed],
  ['logs no fields', logged((entry) => ({ ...entry, fields: [] })), followed],
  ['logs no range', logged((entry) => ({ ...entry, range: undefined })), followed],
  ['logs no export', pages((page) => ({ ...page, items: [] }), 'exports.log'), followed],
  ['never ends an export', answers<CustomerExport>('exports.get', (one) => ({ ...one, state: 'running' })), followed],
  [
    'finds any export',
    overriding('exports.get', (get) => async (id, options) => {
      if (id !== 'no-such-export') return get(id, options);
      return { id, state: 'done', fields: [], rows: 0, startedAt: '2026-01-01T00:00:00Z' };
    }),
    unknown,
  ],
  [
    'exports the fields that it knows',
    starting((input) => ({ ...input, fields: [...input.fields.filter((name) => name !== 'no-such-field'), 'id'] })),
    fields,
  ],
  ['exports everybody', starting((input) => ({ ...input, range: undefined })), followed, file],
  ['takes the last order for the first', starting((input) => ({ ...input, dates: undefined })), file],
  ['writes its own headings', starting((input) => ({ ...input, texts: undefined })), file],
  [
    'leaves out the last customer',
    answers<ExportFile>('exports.file', (one) => ({ ...one, text: one.text?.replace(/[^\n]+\n$/, '') })),
    file,
  ],
  [
    'cancels nothing',
    overriding('exports.cancel', () => async (id) => ({
      ...{ id, state: 'canceled', fields: ['id'], rows: 0, startedAt: '2026-01-01T00:00:00Z' },
    })),
    cancels,
  ],
  ['forgets who has requested an erasure', privacy((erasure) => ({ ...erasure, requestedBy: null })), requests],
  ['forgets why an erasure was requested', privacy((erasure) => ({ ...erasure, note: null })), requests],
  [
    'requests an erasure for everybody',
    overriding('privacy.get', (get) => async (id, options) => ({
      ...((await get(ingrid, options)) as CustomerPrivacy),
      customerId: id as string,
    })),
    requests,
  ],
  [
    'records no erasure in the log of changes',
    pages(
      (page) => ({ ...page, items: page.items.filter(({ field }: { field: unknown }) => field !== 'erasure') }),
      'changes.list',
    ),
    requests,
  ],
  [
    'requests an erasure twice',
    overriding('privacy.requestErasure', (request) => async (id, input, options) => {
      try {
        return await request(id, input, options);
      } catch (error) {
        if ((error as { readonly code?: string }).code !== 'validation') throw error;
        return { customerId: id, version: '1', erasure: { state: 'requested' } };
      }
    }),
    requests,
  ],
  [
    'withdraws what nobody has requested',
    overriding('privacy.withdrawErasure', (withdraw) => async (id, options) => {
      try {
        return await withdraw(id, options);
      } catch (error) {
        if ((error as { readonly code?: string }).code !== 'validation') throw error;
        return { customerId: id, version: '0', erasure: { state: 'none' } };
      }
    }),
    withdraws,
  ],
  [
    'refuses a request that is withdrawn',
    answers<CustomerPrivacy>('privacy.withdrawErasure', (one) => ({ ...one, erasure: { state: 'refused' } })),
    withdraws,
  ],
];

function privacy(change: (erasure: NonNullable<CustomerPrivacy['erasure']>) => CustomerPrivacy['erasure']): Tampering {
  return answers<CustomerPrivacy>('privacy.get', (one) => ({ ...one, erasure: one.erasure && change(one.erasure) }));
}
