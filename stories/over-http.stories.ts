import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setupWorker } from 'msw/browser';
import { restAdapter } from '../src/adapters/rest/index.ts';
import '../src/define-all.ts';
import { handlers } from '../src/testing/msw.ts';
import { frozenNow, frozenZone } from '../src/testing/scenario.ts';

const baseUrl = '/api';
let running: Promise<unknown> | undefined;

/** Starts the service worker, once per page. */
const startWorker = (): Promise<unknown> =>
  (running ??= setupWorker(...handlers({ baseUrl })).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  }));

export default { title: 'Over HTTP', component: 'customer-dashboard' } satisfies Meta;

/** The same page with the REST adapter. A service worker answers its requests like a server of the protocol. */
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
