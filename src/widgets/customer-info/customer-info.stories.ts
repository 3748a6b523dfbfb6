import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { part, until } from '../../testing/kit.ts';
import { type Scenario } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { staged } from '../../testing/stage.ts';
import './define.ts';

const tag = 'customer-info';

export default { title: 'Widgets/customer-info', component: tag } satisfies Meta;

/** Creates a story of a customer, with the operator's permissions and the host's settings. */
const shown = (
  customerId: string,
  attributes: Scenario['attributes'],
  shows: string,
  act?: Scenario['act'],
  adapter: Scenario['adapter'] = () => shopAdapter({ links: adminLinks }),
) => {
  const scenario: Scenario = { adapter, customerId, shows, ...(attributes && { attributes }), ...(act && { act }) };
  return { render: () => html`${staged(tag, scenario)}` };
};

/** Waits for the element with this part, then clicks it. */
const click =
  (name: string): Scenario['act'] =>
  async (element) =>
    (await until(() => part(element, name), name)).click();

const { ingrid, additional, masked, marketplace, highValue, currencies } = knownCustomers;

/** `name-source`: uses the name of the default shipping address. */
export const NamedByShipping = shown(additional, { 'name-source': 'shipping full first-last id' }, 'Imogen');

/** `metrics`: points and the total paid among the figures. */
export const OwnFigures = shown(
  ingrid,
  { metrics: 'points total-paid order-total-excluding-canceled last-order' },
  '2,340',
);

/** `range`: the figures of a range of days. */
export const OverSomeDays = shown(ingrid, { range: '2026-01-01/2026-06-30' }, '1 Jan 2026 to 30 Jun 2026');

/** `count-basis`: counts transactions, which some products call orders. */
export const TransactionsForOrders = shown(ingrid, { 'count-basis': 'transactions' }, 'Payments and refunds');

/** `high-value`: marks customers whose average reaches the host's threshold, one amount per currency. */
export const HighValue = shown(highValue, { 'high-value': '100 GBP, 100 USD' }, 'High value');
export const HighValueInOneCurrency = shown(currencies, { 'high-value': '380 GBP, 300 EUR' }, 'High value');

/** Consent denied: the customer receives no messages, except service messages if the host allows them. */
export const NotToBeWrittenTo = shown(additional, {}, 'No e-mail news wanted');
export const ServiceOnly = shown(additional, { 'service-contact': '' }, 'Service e-mail');

/** Custom fields of the host, of every type. */
export const FurtherDetails = shown(additional, {}, 'Further details');

/** An encrypted address with a link to the marketplace's own tool. */
export const Encrypted = shown(marketplace, {}, 'Open in the marketplace');

export const Editing = shown(additional, {}, 'Business accounts', click('edit'));
export const ChangingPassword = shown(ingrid, {}, 'New password', click('change-password'));
export const Revealing = shown(ingrid, {}, 'Your name, the time', click('reveal'));

/** The view of an operator who may neither edit nor reveal, with a hint who may. */
export const Viewer = shown(masked, {}, 'Managers reveal personal data.', click('reveal'), () =>
  shopAdapter({ role: 'viewer' }),
);
