import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { part, until } from '../../testing/kit.ts';
import { type Scenario } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { staged } from '../../testing/stage.ts';
import './define.ts';

const tag = 'address-book';

export default { title: 'Widgets/address-book', component: tag } satisfies Meta;

/** Creates a story with its own customer and attributes. */
const book = (
  customerId: string,
  attributes: Readonly<Record<string, string>>,
  shows: string,
  act?: Scenario['act'],
) => ({
  render: () => html`${staged(tag, { adapter: shopAdapter, customerId, attributes, shows, ...(act && { act }) })}`,
});

/** `limit`: shows more addresses where there is room. */
export const Limit = book(knownCustomers.ingrid, { limit: '8' }, 'Tamarack Coffee Fair');

/** `view-all="inline"`: all addresses replace the first ones, with a search if there are many. */
export const AllInline = book(knownCustomers.manyAddresses, { 'view-all': 'inline' }, 'Search', async (element) => {
  (await until(() => part(element, 'view-all'), 'all addresses')).click();
  await until(() => part(element, 'search'), 'the search');
});

/** Addresses of all countries of the shop, each in its own format. */
export const Countries = book(knownCustomers.manyAddresses, { limit: '24' }, 'Leeds');

/** Personal data that the operator may see only in part. */
export const Masked = book(knownCustomers.masked, {}, 'Lyon');

/** The form with the fields of the country. */
export const Form = book(knownCustomers.ingrid, {}, 'Street', async (element) => {
  (await until(() => part(element, 'add'), 'the button')).click();
  await until(() => part(element, 'form'), 'the form');
});
