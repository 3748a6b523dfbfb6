import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { part, until } from '../../testing/kit.ts';
import { scenarioNames, type Scenario } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { stage } from '../../testing/stage.ts';
import './define.ts';
import { cell, gallery, state } from '../../../stories/state.ts';

const tag = 'customer-info';

export default { title: 'Widgets/customer-info', component: tag } satisfies Meta;

export const Populated = state(tag, 'populated');
export const Loading = state(tag, 'loading');
export const Refreshing = state(tag, 'refreshing');
export const Empty = state(tag, 'empty');
export const EmptyFiltered = state(tag, 'emptyFiltered');
export const Partial = state(tag, 'partial');
export const Error = state(tag, 'error');
export const Forbidden = state(tag, 'forbidden');
export const Offline = state(tag, 'offline');
export const Stale = state(tag, 'stale');
export const Conflict = state(tag, 'conflict');
export const Malformed = state(tag, 'malformed');
export const LongText = state(tag, 'longText');
export const Redacted = state(tag, 'redacted');

/** Every state on one page. */
export const AllStates = { render: () => gallery(scenarioNames.map((name) => [name, html`${cell(tag, name)}`])) };

/** One scenario of its own: a customer of the shop, as one operator sees them, with what the host has set. */
const shown = (
  customerId: string,
  attributes: Scenario['attributes'],
  shows: string,
  act?: Scenario['act'],
  adapter: Scenario['adapter'] = () => shopAdapter({ links: adminLinks }),
) => {
  const scenario: Scenario = { adapter, customerId, shows, ...(attributes && { attributes }), ...(act && { act }) };
  return {
    render: () => {
      const { root, arrive } = stage(tag, scenario);
      setTimeout(() => void arrive(), 0);
      return html`${root}`;
    },
  };
};

/** Clicks what has this part, once it is there. */
const click =
  (name: string): Scenario['act'] =>
  async (element) =>
    (await until(() => part(element, name), name)).click();

const { ingrid, additional, masked, marketplace, highValue, currencies } = knownCustomers;

/** `name-source`: the name of the default shipping address, as some products head their page. */
export const NamedByShipping = shown(additional, { 'name-source': 'shipping full first-last id' }, 'Imogen');

/** `metrics`: points and the total paid, beside others. */
export const OwnFigures = shown(
  ingrid,
  { metrics: 'points total-paid order-total-excluding-canceled last-order' },
  '2,340',
);

/** `range`: the figures of some days. */
export const OverSomeDays = shown(ingrid, { range: '2026-01-01/2026-06-30' }, '1 Jan 2026 to 30 Jun 2026');

/** `count-basis`: what some products call orders are transactions. */
export const TransactionsForOrders = shown(ingrid, { 'count-basis': 'transactions' }, 'Payments and refunds');

/** `high-value`: an average at or above the host’s measure, one amount a currency. */
export const HighValue = shown(highValue, { 'high-value': '100 GBP, 100 USD' }, 'High value');
export const HighValueInOneCurrency = shown(currencies, { 'high-value': '380 GBP, 300 EUR' }, 'High value');

/** Consent denied: nobody is written to, but for service where the host says so. */
export const NotToBeWrittenTo = shown(additional, {}, 'No e-mail news wanted');
export const ServiceOnly = shown(additional, { 'service-contact': '' }, 'Service e-mail');

/** Fields of the host’s own, of every kind. */
export const FurtherDetails = shown(additional, {}, 'Further details');

/** An encrypted address leads to the marketplace’s own tool. */
export const Encrypted = shown(marketplace, {}, 'Open in the marketplace');

export const Editing = shown(additional, {}, 'Business accounts', click('edit'));
export const ChangingPassword = shown(ingrid, {}, 'New password', click('change-password'));
export const Revealing = shown(ingrid, {}, 'Your name, the time', click('reveal'));

/** As whoever may neither change nor reveal sees it: and is told who may. */
export const Viewer = shown(masked, {}, 'Managers reveal personal data.', click('reveal'), () =>
  shopAdapter({ role: 'viewer' }),
);
