import type { Meta } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';

const tag = 'order-history';

/** Renders the widget with the settings of a host; by default with the customer of the design. */
function shown(content: TemplateResult, customerId: string = knownCustomers.ingrid) {
  const root = document.createElement('div');
  provideDashboard(root, {
    adapter: shopAdapter({ links: (intent, params) => (intent === 'order' ? null : adminLinks(intent, params)) }),
    customerId,
    locale: { timeZone: frozenZone, now: frozenNow },
  });
  render(content, root);
  return root;
}

export default { title: 'Widgets/order-history', component: tag } satisfies Meta;

/** Range, search, filters, columns, legend and export above the orders. */
export const Toolbar = { render: () => shown(html`<order-history toolbar></order-history>`) };

/** The toolbar of the design: dates and a link to a new order. */
export const DatesAndNewOrder = { render: () => shown(html`<order-history toolbar="range"></order-history>`) };

/** The totals of a range of orders. */
export const Totals = {
  render: () => shown(html`<order-history totals range="2026-01-01/2026-11-30" toolbar="range"></order-history>`),
};

/** Canceled and returned items as a share of orders, which may exceed 100 %. */
export const RatioOfOrders = { render: () => shown(html`<order-history totals ratio-basis="orders"></order-history>`) };

/** All orders in the panel, sortable by column. */
export const AllInThePanel = {
  render: () => shown(html`<order-history limit="all" toolbar></order-history>`, knownCustomers.wholesale),
};

/** A column for each status axis. */
export const ColumnsOfAxes = {
  render: () =>
    shown(
      html`<order-history
        columns="order date payment fulfillment cancellation exchange return total"
        status-palette="cafe24"
      ></order-history>`,
    ),
};

export const PaletteSeller = {
  render: () => shown(html`<order-history status-palette="seller" toolbar="legend"></order-history>`),
};
export const PaletteCafe24 = {
  render: () => shown(html`<order-history status-palette="cafe24" toolbar="legend"></order-history>`),
};
export const PaletteCafe24Literal = {
  render: () => shown(html`<order-history status-palette="cafe24-literal" toolbar="legend"></order-history>`),
};

/** Status colors of the host: a tone, or a badge with icon and text. */
export const PaletteOfTheHost = {
  render: () =>
    shown(
      html`<order-history
        toolbar="legend"
        .statusPalette=${{ payment: { paid: 'success' }, return: { partial: { weight: 'warning', tinted: true } } }}
      ></order-history>`,
    ),
};

/** Six orders, as some admins show. */
export const LatestSix = { render: () => shown(html`<order-history limit="6"></order-history>`) };

/** Archived orders included. */
export const Archived = {
  render: () => shown(html`<order-history archived="include" limit="14"></order-history>`, knownCustomers.archived),
};

/** Open an order: addresses, a discount, shipping, a fee, a tax, variants, parcels; and a return that is requested. */
export const Itemized = {
  render: () => shown(html`<order-history></order-history>`, knownCustomers.itemized),
};
