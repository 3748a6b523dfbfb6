import { AdapterError } from '../../adapter/adapter-error.ts';
import type { BookAddress } from '../../domain/address.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { part, parts, type, until } from '../../testing/kit.ts';
import { listCells, searchInVain } from '../../testing/list-cells.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';

/** Opens the form of a loaded address. */
async function edit(element: DashboardElement, index: number): Promise<void> {
  const entry = (await until(() => parts(element, 'entry')[index], 'an address'))!;
  entry.querySelector('button')!.click();
  await until(() => part(element, 'form'), 'the form');
}

export const cells = listCells(
  'addresses.list',
  { heading: 'Addresses', row: 'entry' },
  {
    populated: '14 Rosendale Row',
    empty: 'No addresses yet.',
    emptyFiltered: { ...searchInVain, adapter: shopAdapter, customerId: knownCustomers.manyAddresses },
    partial: { absent: 'An address is whole, withheld or not there.' },
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
    longText: 'Oleiros dos',
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
  },
);
