import { AdapterError } from '../../adapter/adapter-error.ts';
import type { BookAddress } from '../../domain/address.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { part, parts, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { always, ingrid, never, readThen } from '../../testing/circumstances.ts';

/** Returns a scenario in which every request for Ingrid's addresses gets the answer of the step. */
const listed = (step: Step) => always(['addresses.list'], step);

/** Returns a scenario in which Ingrid's addresses are loaded and then refetched. */
const again = (step: Step) => readThen(['addresses.list'], step, (element) => part(element, 'entry'));

/** Opens the form of a loaded address. */
async function edit(element: DashboardElement, index: number): Promise<void> {
  const entry = (await until(() => parts(element, 'entry')[index], 'an address'))!;
  entry.querySelector('button')!.click();
  await until(() => part(element, 'form'), 'the form');
}

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: '14 Rosendale Row' },
  loading: { ...listed({ until: never }), shows: 'Addresses' },
  refreshing: { ...again({ until: never }), shows: '14 Rosendale Row' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No addresses yet.' },
  emptyFiltered: {
    adapter: shopAdapter,
    customerId: knownCustomers.manyAddresses,
    attributes: { 'view-all': 'inline' },
    act: async (element) => {
      (await until(() => part(element, 'view-all'), 'all addresses')).click();
      const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
      type(field, 'Reykjavík');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    },
    shows: 'has “\u2068Reykjavík\u2069” in it.',
    // The widget is ready, not empty: the search stays above the result, and the customer has addresses.
    states: ['ready'],
  },
  partial: { absent: 'An address is whole, withheld or not there.' },
  error: {
    ...listed({ fail: new AdapterError('unavailable', { retryable: false, correlationId: 'f3a9-771c' }) }),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...listed({
      fail: new AdapterError('forbidden', {
        reason: 'Your role “Marketing” has no access. Ask an administrator for “Read addresses”.',
      }),
    }),
    shows: 'You may not see addresses.',
  },
  offline: { ...listed({ fail: new AdapterError('offline', { retryable: false }) }), shows: 'You are offline.' },
  stale: { ...again({ fail: new AdapterError('timeout', { retryable: false }) }), shows: 'Could not refresh.' },
  conflict: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      script.always('addresses.update', {
        answer: async () => {
          const { items } = await script.adapter.addresses.list(
            ingrid.customerId,
            { first: 3 },
            { signal: new AbortController().signal },
          );
          const theirs = items[2]!;
          const current: BookAddress = {
            ...theirs,
            version: '2',
            address: {
              ...theirs.address,
              lines: ['Kiosk 6, Herne Hill Station Yard'],
              postalCode: 'SE24 0JX',
            } as never,
          };
          throw new AdapterError('conflict', { current });
        },
      });
      return script.adapter;
    },
    act: async (element) => {
      await edit(element, 2);
      const field = element.shadowRoot!.querySelector<HTMLTextAreaElement>('#address-lines')!;
      type(field, 'Kiosk 4 and 5\nHerne Hill Station Yard');
      await element.updateComplete;
      part(element, 'save')!.click();
    },
    shows: 'Replace with mine',
  },
  malformed: { ...listed({ answer: async () => ({ items: [{ id: 7 }], next: null }) }), shows: 'items[0].id' },
  longText: { adapter: shopAdapter, customerId: knownCustomers.longTexts, shows: 'Oleiros dos' },
  redacted: {
    customerId: knownCustomers.marketplace,
    adapter: () =>
      shopAdapter({
        permissions: {
          'addresses.create': { state: 'denied', reason: 'Agents and managers may change addresses.' },
          'addresses.update': { state: 'denied' },
          'addresses.delete': { state: 'denied' },
          'addresses.setDefault': { state: 'denied' },
        },
      }),
    shows: 'Agents and managers may change addresses.',
  },
};
