import type { Meta } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { createShop, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';

const tag = 'cross-sell-table';

/** Renders the widget with the settings of a host. */
function shown(content: TemplateResult, adapter = shopAdapter()) {
  const root = document.createElement('div');
  provideDashboard(root, {
    adapter,
    customerId: knownCustomers.ingrid,
    locale: { timeZone: frozenZone, now: frozenNow },
  });
  render(content, root);
  return root;
}

export default { title: 'Widgets/cross-sell-table', component: tag } satisfies Meta;

/** Dates, search, columns and export above the products. */
export const Toolbar = { render: () => shown(html`<cross-sell-table toolbar></cross-sell-table>`) };

/** The columns that the host chose, in its order. */
export const ChosenColumns = {
  render: () => shown(html`<cross-sell-table columns="title sku orders revenue share"></cross-sell-table>`),
};

/** Purchases of one year: the figures are not lifetime totals. */
export const OfOneYear = {
  render: () => shown(html`<cross-sell-table range="2025-01-01/2025-12-31" toolbar="range"></cross-sell-table>`),
};

/** All products in the panel, in place of the first ones. */
export const AllInThePanel = {
  render: () => shown(html`<cross-sell-table view-all="inline" limit="3"></cross-sell-table>`),
};

/** Product images, if the shop has them. */
export const Pictures = {
  render: () =>
    shown(
      html`<cross-sell-table limit="5"></cross-sell-table>`,
      memoryAdapter({ store: new MemoryStore(createShop({ customers: 1, pictureOf })) }),
    ),
};

const pictures = [
  new URL('../../../stories/pictures/cup.svg', import.meta.url),
  new URL('../../../stories/pictures/jug.svg', import.meta.url),
  new URL('../../../stories/pictures/bag.svg', import.meta.url),
  new URL('../../../stories/pictures/box.svg', import.meta.url),
];

/** Returns one of a few images, because the story's shop has no image of every product. */
function pictureOf(sku: string): string {
  const kind = ['CUP', 'JUG', 'COF'].indexOf(sku.split('-')[0] ?? '');
  return pictures.at(kind)!.href;
}
