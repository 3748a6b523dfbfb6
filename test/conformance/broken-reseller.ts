// Adapters that change more or less of reseller details than was asked for, or of somebody else.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import type { ReadOptions } from '../../src/adapter/options.ts';
import type { ResellerRecord, ResellerChange } from '../../src/domain/reseller.ts';
import { overriding, type Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;
const changes = 'reseller.update: changes the members that it names, null removes one, and the rest stays';
const website = 'reseller.update: rejects a website that no link can open';

const answers = (change: (details: ResellerRecord) => ResellerRecord): Tampering =>
  overriding(
    'reseller.get',
    (get) =>
      async (...args) =>
        change((await get(...args)) as ResellerRecord),
  );
const updating = (change: (input: ResellerChange) => ResellerChange): Tampering =>
  overriding(
    'reseller.update',
    (update) => (id, input, options) => update(id, change(input as ResellerChange), options),
  );

const emptied = { businessName: null, website: null, certificate: null, certificateUntil: null, remark: null };

export const brokenReseller: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'has the reseller details of another customer',
    answers((details) => ({ ...details, customerId: 'C-1' })),
    'reseller.get: matches the schema, and belongs to the requested customer',
  ],
  [
    'has reseller details of anybody',
    overriding(
      'reseller.get',
      (get) => async (id, options) => get(id, options).catch(() => ({ customerId: id, version: '0', ...emptied })),
    ),
    'reseller.get: rejects with not-found for an unknown customer',
    'reseller.get: an unusual id matches no customer',
  ],
  [
    'does not abort the reseller details',
    overriding('reseller.get', (get) => (id, options) => {
      return get(id, { ...(options as ReadOptions), signal: new AbortController().signal });
    }),
    'reseller.get: an abort ends the call, and is not an AdapterError',
  ],
  ['replaces all reseller details', updating((input) => ({ ...emptied, ...input })), changes],
  [
    'removes no reseller detail',
    updating((input) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))),
    changes,
  ],
  ['stores the remark alone', updating(({ remark }) => ({ remark })), changes],
  [
    'changes the reseller details of everybody',
    overriding('reseller.get', (get) => async (id, options) => ({
      ...((await get(ingrid, options)) as ResellerRecord),
      customerId: id as string,
    })),
    changes,
  ],
  ['keeps the version of reseller details', answers((details) => ({ ...details, version: '3' })), changes],
  [
    'takes any website',
    overriding('reseller.update', (update) => async (id, input, options) => {
      try {
        return await update(id, input, options);
      } catch (error) {
        if ((error as { readonly code?: string }).code !== 'validation') throw error;
        return update(id, { ...(input as ResellerChange), website: 'https://example.com/any' }, options);
      }
    }),
    website,
  ],
];
