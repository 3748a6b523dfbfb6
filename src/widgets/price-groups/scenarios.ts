import { AdapterError } from '../../adapter/adapter-error.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { part, parts, until } from '../../testing/kit.ts';
import { listCells } from '../../testing/list-cells.ts';
import { scripted } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const group = { id: 'pg-1', ...ingrid, name: 'Wholesale', assigned: true };
const long = {
  name: 'Wholesale customers of the regional purchasing group for hotels, restaurants and every market stall of the coast',
  discount: '14.25 % off the list price of all tableware, and free delivery of orders of 60 pieces and more',
  priority: 1_000_000,
  members: 9_007_199_254_740_991,
};

export const cells = listCells(
  'priceGroups.list',
  { heading: 'Price groups' },
  {
    populated: '4 of 5 price groups',
    empty: 'No price groups.',
    partial: { page: [group], shows: 'Wholesale' },
    conflict: {
      ...ingrid,
      adapter: () => {
        const script = scripted(shopAdapter());
        script.always('priceGroups.assign', { fail: new AdapterError('conflict', {}) });
        return script.adapter;
      },
      act: async (element) => {
        (await until(() => part(element, 'view-all'), 'the link')).click();
        (await until(() => parts(element, 'choice')[7], 'a group')).click();
        const assign = () => element.shadowRoot!.querySelector<HTMLElement>('[part=assign]:enabled');
        (await until(assign, 'the button')).click();
        (await until(() => part(element, 'confirm'), 'the question')).click();
      },
      shows: 'The price groups were not changed.',
    },
    longText: { page: [{ ...group, ...long }], shows: 'Wholesale customers' },
    redacted: {
      ...ingrid,
      adapter: () =>
        shopAdapter({
          permissions: { 'priceGroups.assign': { state: 'denied', reason: 'Managers assign price groups.' } },
        }),
      shows: 'Managers assign price groups.',
    },
  },
);
