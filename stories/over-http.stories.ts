import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setupWorker } from 'msw/browser';
import { restAdapter } from '../src/adapters/rest/index.ts';
import '../src/define-all.ts';
import { handlers } from '../src/testing/msw.ts';
import { frozenNow, frozenZone } from '../src/testing/scenario.ts';

const baseUrl = '/api';
let running: Promise<unknown> | undefined;

/** One worker for the page, however often its stories are opened. */
const startWorker = (): Promise<unknown> =>
  (running ??= setupWorker(...handlers({ baseUrl })).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  }));

export default { title: 'Over HTTP', component: 'customer-dashboard' } satisfies Meta;

/** The same page through the REST adapter: requests that a service worker answers as a server of the protocol would. */
export const Rest: StoryObj = {
  loaders: [startWorker],
  render: () => html`
    <customer-dashboard
      customer-id="C-20817"
      time-zone=${frozenZone}
      .adapter=${restAdapter({ baseUrl, getToken: () => Promise.resolve('a token of the story') })}
      .now=${frozenNow}
    >
      <customer-info></customer-info>
      <order-history></order-history>
      <notes-panel></notes-panel>
      <cross-sell-table></cross-sell-table>
      <credit-balance></credit-balance>
    </customer-dashboard>
  `,
};
