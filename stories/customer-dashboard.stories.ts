import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { memoryAdapter } from '../src/adapters/memory/index.ts';
import { frozenNow, frozenZone } from '../src/testing/scenario.ts';
import '../src/define-all.ts';

export default { title: 'Dashboard', component: 'customer-dashboard' } satisfies Meta;

const page = (customerId: string): StoryObj => ({
  render: () => html`
    <customer-dashboard
      customer-id=${customerId}
      time-zone=${frozenZone}
      back-href="#customers"
      .adapter=${memoryAdapter()}
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
