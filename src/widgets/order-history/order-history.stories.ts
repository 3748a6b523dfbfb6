import type { Meta } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { frozenNow, frozenZone, scenarioNames } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import { cell, gallery, state } from '../../../stories/state.ts';

const tag = 'order-history';

/** The widget as a host sets it, of the design's customer where no other is named. */
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

/** Range, search, filters, columns, legend and export above the orders. */
export const Toolbar = { render: () => shown(html`<order-history toolbar></order-history>`) };

/** As the design has it: the dates and a way to a new order. */
export const DatesAndNewOrder = { render: () => shown(html`<order-history toolbar="range"></order-history>`) };

/** What the orders of a range add up to. */
export const Totals = {
  render: () => shown(html`<order-history totals range="2026-01-01/2026-11-30" toolbar="range"></order-history>`),
};

/** Canceled and returned items as a share of orders, which may pass 100 %. */
export const RatioOfOrders = { render: () => shown(html`<order-history totals ratio-basis="orders"></order-history>`) };

/** Everything in the panel, sorted by its columns. */
export const AllInThePanel = {
  render: () => shown(html`<order-history limit="all" toolbar></order-history>`, knownCustomers.wholesale),
};

/** Each axis in a column of its own. */
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

/** A host's own: a tone, or a mark with icon and words. */
export const PaletteOfTheHost = {
  render: () =>
    shown(
      html`<order-history
        toolbar="legend"
        .statusPalette=${{ payment: { paid: 'success' }, return: { partial: { weight: 'warning', tinted: true } } }}
      ></order-history>`,
    ),
};

/** Six, as some admins have it. */
export const LatestSix = { render: () => shown(html`<order-history limit="6"></order-history>`) };

/** With what was put away. */
export const Archived = {
  render: () => shown(html`<order-history archived="include" limit="14"></order-history>`, knownCustomers.archived),
};
