import { AdapterError } from '../../adapter/adapter-error.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { part, parts, until } from '../../testing/kit.ts';
import { listCells } from '../../testing/list-cells.ts';
import { scripted } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const subscription = {
  id: 'sub-1',
  ...ingrid,
  product: { id: 'p-1' },
  quantity: 2,
  interval: { unit: 'week', count: 4 },
  status: 'active',
  startedAt: '2026-02-01',
};
const long = {
  product: { id: 'p-1', title: 'Hire of a two-group espresso machine with grinder, filter and quarterly service' },
  status: 'past-due',
  price: { value: '1234567890.12', currency: 'GBP' },
  paymentFailure: { reason: 'The bank of the customer refused the payment and asks to contact it before the next.' },
};

export const cells = listCells(
  'subscriptions.list',
  { heading: 'Subscriptions' },
  {
    populated: 'Payment failed',
    empty: 'No subscriptions yet.',
    partial: { page: [subscription], shows: 'every 4 weeks' },
    conflict: {
      ...ingrid,
      adapter: () => {
        const script = scripted(shopAdapter());
        script.always('subscriptions.pause', { fail: new AdapterError('conflict', {}) });
        return script.adapter;
      },
      act: async (element) => {
        (await until(() => parts(element, 'change')[0], 'a subscription')).click();
        (await until(() => element.shadowRoot!.querySelector<HTMLElement>('[value=pause]'), 'the form')).click();
        (await until(() => part(element, 'review'), 'the review')).click();
        (await until(() => part(element, 'confirm'), 'the second step')).click();
      },
      shows: 'The subscription was not changed.',
    },
    longText: { page: [{ ...subscription, ...long }], shows: 'Payment failed' },
    redacted: {
      ...ingrid,
      adapter: () =>
        shopAdapter({
          permissions: { 'subscriptions.create': { state: 'denied', reason: 'Agents create subscriptions.' } },
        }),
      shows: 'Agents create subscriptions.',
    },
  },
);
