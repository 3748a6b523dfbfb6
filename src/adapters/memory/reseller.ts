import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { ResellerPort } from '../../adapter/ports/reseller.ts';
import { ResellerChange, type ResellerRecord } from '../../domain/reseller.ts';
import { demandVersion, following, type MemorySession } from './session.ts';
import type { CustomerFile } from './store.ts';

/** The details of a customer of whom nobody has entered any. */
export const noReseller: { readonly version: string; readonly record: Omit<ResellerRecord, 'customerId' | 'version'> } =
  {
    version: '0',
    record: {
      ...{ businessName: null, website: null, certificate: null, certificateUntil: null, remark: null },
      ...{ updatedAt: null, updatedBy: null },
    },
  };

/** Creates the port of reseller details. */
export function resellerPort(session: MemorySession) {
  const { store, operator } = session;
  const detailsOf = ({ customer, reseller }: CustomerFile): ResellerRecord =>
    reseller ?? { customerId: customer.id, version: noReseller.version, ...noReseller.record };

  return {
    ...declarationsOf('reseller'),

    async get(customerId, options) {
      return detailsOf(await session.read('reseller.get', customerId, options));
    },

    update(customerId, input, options) {
      return session.change('reseller.update', customerId, [input, options.ifVersion], options, (file) => {
        const change = check(ResellerChange, input);
        const before = detailsOf(file);
        demandVersion(before, options.ifVersion);
        const made = { version: following(before.version), updatedAt: store.tick(), updatedBy: operator.actor };
        return (file.reseller = { ...before, ...change, ...made });
      });
    },
  } satisfies ResellerPort;
}
