import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { AdapterError } from '../src/adapter/adapter-error.ts';
import type { Adapter } from '../src/adapter/adapter.ts';
import { combineSources } from '../src/adapter/toolkit/combine-sources.ts';
import { memoryAdapter } from '../src/adapters/memory/index.ts';
import { frozenNow, frozenZone } from '../src/testing/scenario.ts';
import '../src/define-all.ts';

export default { title: 'Dashboard', component: 'customer-dashboard' } satisfies Meta;

const page = (customerId: string, adapter: () => Adapter = memoryAdapter): StoryObj => ({
  render: () => html`
    <customer-dashboard
      customer-id=${customerId}
      time-zone=${frozenZone}
      back-href="#customers"
      .adapter=${adapter()}
      .now=${frozenNow}
    >
      <customer-info></customer-info>
      <order-history></order-history>
      <notes-panel></notes-panel>
      <cross-sell-table></cross-sell-table>
      <credit-balance></credit-balance>
    </customer-dashboard>
  `,
});

/** The five widgets of a customer on one sheet. */
export const Whole = page('C-20817');

/** The credit is in another system, which is down: its widget names it, and the others work. */
export const SeveralSources = page('C-20817', () => {
  const accounts = () => Promise.reject<never>(new AdapterError('offline', { retryable: false }));
  return combineSources(
    { name: 'Shop', adapter: memoryAdapter() },
    { credit: { name: 'Ledger', adapter: { credit: { accounts } } } },
  );
});

const arranged = (layout: string, lang = 'en-GB', isArranging = false): StoryObj => ({
  render: () => html`
    <customer-dashboard
      customer-id="C-20817"
      lang=${lang}
      layout=${layout}
      arrangeable
      ?arranging=${isArranging}
      time-zone=${frozenZone}
      back-href="#customers"
      .adapter=${memoryAdapter()}
      .now=${frozenNow}
    ></customer-dashboard>
  `,
});

/** The layout of the library. */
export const DefaultLayout = arranged('default');
/** The page while an operator arranges it. */
export const ArrangedByOperator = arranged('default', 'en-GB', true);
/** The customer page of a shop system with widgets. */
export const Miva = arranged('miva');
/** A tool for marketplace sellers. */
export const Seller = arranged('seller');
/** A payment platform. */
export const Payments = arranged('payments');
/** The CRM of a shop system. */
export const Cafe24 = arranged('cafe24');
/** A page for event organizers. */
export const Organiser = arranged('organiser', 'id');
