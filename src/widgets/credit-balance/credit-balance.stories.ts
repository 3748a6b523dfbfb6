import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { part, until } from '../../testing/kit.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { staged } from '../../testing/stage.ts';
import './define.ts';

const tag = 'credit-balance';

export default { title: 'Widgets/credit-balance', component: tag } satisfies Meta;

/** Creates a story of a customer, with attributes and the operator's actions. */
const credit = (
  customerId: string,
  attributes: Readonly<Record<string, string>>,
  shows: string,
  act?: (element: DashboardElement) => Promise<void>,
): StoryObj => ({
  render: () => html`${staged(tag, { adapter: shopAdapter, customerId, attributes, shows, ...(act && { act }) })}`,
});

const click = async (element: DashboardElement, name: string): Promise<void> =>
  (await until(() => part(element, name), name)).click();

/** Opens the coupons. */
async function lookAtCoupons(element: DashboardElement): Promise<void> {
  await until(() => part(element, 'segmented'), 'the choice');
  [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input')].at(-1)!.click();
  await until(() => part(element, 'coupons'), 'coupons');
}

/** Gift cards, a deposit, points, and a kind that only the platform knows. */
export const ManyAccounts = credit(knownCustomers.manyAccounts, {}, 'Hours at the kiln');

/** `kinds`: chooses the accounts and their order. */
export const Kinds = credit(knownCustomers.ingrid, { kinds: 'points coupons' }, 'Workshop voucher');

/** `readonly`: hides all actions. */
export const ReadOnly = credit(knownCustomers.ingrid, { readonly: '' }, '£86.50');

/** `allow-debit="false"`: credit can be added but not removed. */
export const NoDebit = credit(knownCustomers.ingrid, { 'allow-debit': 'false' }, 'Balance after', (element) =>
  click(element, 'adjust'),
);

/** A customer without an account, and the form that opens one. */
export const OpenAccount = credit(knownCustomers.noOrders, {}, 'It begins at zero.', (element) =>
  click(element, 'open-account'),
);

/** `lapsing-days`: the number of days before expiry from which credit is marked. */
export const LapsingDays = credit(knownCustomers.ingrid, { 'lapsing-days': '60' }, '340 lapse 31 Dec');

/** `view-all="inline"`: the whole ledger in place, with search, dates and export. */
export const WholeLedger = credit(knownCustomers.ingrid, { 'view-all': 'inline' }, 'Export', (element) =>
  click(element, 'view-all'),
);

/** The first step of a reversal. */
export const Reversal = credit(knownCustomers.ingrid, {}, 'Reverse entry', (element) => click(element, 'reverse'));

/** Active coupons. */
export const Coupons = credit(knownCustomers.ingrid, {}, 'SECOND-CAFE', lookAtCoupons);

/** All coupons, including expired ones and codes that not everyone may see. */
export const AllCoupons = credit(knownCustomers.manyAccounts, {}, 'Held for a basket', async (element) => {
  await lookAtCoupons(element);
  await click(element, 'view-all');
});

/** The first step of issuing a coupon. */
export const IssueCoupon = credit(knownCustomers.ingrid, {}, 'What the customer gets', async (element) => {
  await lookAtCoupons(element);
  await click(element, 'issue');
});
