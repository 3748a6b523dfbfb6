import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { WriteName } from '../../adapter/operations.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { PrivacyPort } from '../../adapter/ports/privacy.ts';
import { codeOf } from '../../domain/field.ts';
import type { Actor } from '../../domain/operator.ts';
import {
  canRequestErasure,
  ErasureInput,
  type CustomerPrivacy,
  type Erasure,
  type PrivacyStatement,
} from '../../domain/privacy.ts';
import { dayLength } from '../../domain/time.ts';
import { demandVersion, following, type MemorySession } from './session.ts';
import type { CustomerFile } from './store.ts';

/** The statements of the fictional shop. The reference server has the same. */
export const shopStatements: readonly PrivacyStatement[] = [
  {
    id: 'encryption',
    text: 'Customer data is encrypted at rest and in transit.',
    since: '2025-05-01',
    url: 'https://shop.example/privacy#encryption',
  },
  { id: 'access', text: 'Only authorized staff can read it. Every export is logged.' },
  { id: 'erasure', text: 'Customers can ask us to erase their data. We answer within 30 days.' },
];

/** The number of days in which a request is to be decided. */
const daysToDecide = 30;

/** Returns an erasure that is requested now. */
export const requested = ({ note }: ErasureInput, at: string, requestedBy: Actor): Erasure => ({
  state: 'requested',
  requestedAt: at,
  requestedBy,
  note: note || null,
  dueOn: new Date(Date.parse(at) + daysToDecide * dayLength).toISOString().slice(0, 10),
});

/** Returns the fields of the entry in the log of changes for a change of the erasure's state. */
export const erasureChange = (before: Erasure, after: Erasure) =>
  ({ kind: 'profile', field: 'erasure', oldValue: before.state, newValue: after.state }) as const;

/** The erasure of a customer for whom nobody has requested it. */
export const noErasure: { readonly version: string; readonly erasure: Erasure } = {
  version: '0',
  erasure: { state: 'none' },
};

const alreadyIn = ({ state }: Erasure): AdapterError =>
  new AdapterError('validation', { reason: `The state of the erasure is “${codeOf(state)}”.` });

/** Creates the port of data protection. */
export function privacyPort(session: MemorySession) {
  const { store, operator } = session;
  const privacyOf = ({ customer, erasure = noErasure }: CustomerFile): CustomerPrivacy => ({
    customerId: customer.id,
    ...erasure,
    statements: [...shopStatements],
  });

  function move(
    operation: WriteName,
    customerId: string,
    input: unknown,
    options: WriteOptions,
    moved: (before: Erasure) => Erasure,
  ): Promise<CustomerPrivacy> {
    return session.change(operation, customerId, [input, options.ifVersion], options, (file) => {
      const { version, erasure: before } = file.erasure ?? noErasure;
      demandVersion(privacyOf(file), options.ifVersion);
      const erasure = moved(before);
      file.erasure = { version: following(version), erasure };
      const made = { ...erasureChange(before, erasure), customerId, at: store.now, actor: operator.actor };
      file.lists = { ...file.lists, changes: [{ id: store.newId('change'), ...made }, ...file.lists.changes] };
      return privacyOf(file);
    });
  }

  return {
    ...declarationsOf('privacy'),

    async get(customerId, options) {
      return privacyOf(await session.read('privacy.get', customerId, options));
    },

    requestErasure(customerId, input, options) {
      return move('privacy.requestErasure', customerId, input, options, (before) => {
        if (!canRequestErasure(before)) throw alreadyIn(before);
        return requested(check(ErasureInput, input), store.tick(), operator.actor);
      });
    },

    withdrawErasure(customerId, options) {
      return move('privacy.withdrawErasure', customerId, undefined, options, (before) => {
        if (codeOf(before.state) !== 'requested') throw alreadyIn(before);
        store.tick();
        return noErasure.erasure;
      });
    },
  } satisfies PrivacyPort;
}
