import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { part, textOf, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type Call, type Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { always, ingrid, never, loadedThen } from '../../testing/circumstances.ts';

/** Returns a scenario in which Ingrid's accounts and entries are loaded and then refetched. */
const again = (step: Step) =>
  loadedThen(['credit.accounts', 'credit.entries'], step, (element) => textOf(element).includes('#10471'));

const field = (element: DashboardElement, name: string) =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`#adjust-${name}`);

function choose(element: DashboardElement, selector: string, value: string): void {
  const select = element.shadowRoot!.querySelector<HTMLSelectElement>(selector)!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Fills in an adjustment, reviews it, and confirms it. */
async function adjust(element: DashboardElement, amount: string, description: string): Promise<void> {
  (await until(() => part(element, 'adjust'), 'accounts')).click();
  type(await until(() => field(element, 'amount'), 'form'), amount);
  type(field(element, 'description')!, description);
  choose(element, '#adjust-reason', 'goodwill');
  await element.updateComplete;
  part(element, 'review')!.click();
  (await until(() => part(element, 'confirm'), 'confirmation')).click();
}

const isDryRun = (call: Call | undefined): boolean => (call?.args.at(-1) as WriteOptions | undefined)?.dryRun === true;

/** The longest names that a platform can use, and amounts of 25 digits. */
const long = {
  kind: { code: 'goodwill', label: 'Goodwill for customers of the wholesale programme in Northern Europe' },
  amount: { value: '1234567890123456789012345.67', currency: 'GBP' },
  word: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
} as const;

/** Returns a page with rows of the maximum length. */
const lengthened =
  (rowOf: (row: object) => object): NonNullable<Step['answer']> =>
  async (carryOut) => {
    const page = (await carryOut()) as { items: object[] };
    return { ...page, items: page.items.map(rowOf) };
  };

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Latest 9 of 31 entries' },
  loading: { ...always(['credit.accounts'], { until: never }), shows: 'Credit' },
  refreshing: { ...again({ until: never }), shows: '£25.00 lapses 30 Nov' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No credit, no points.' },
  emptyFiltered: { absent: 'Credit is not filtered here.' },
  partial: {
    ...always(['credit.entries'], {
      answer: async (carryOut) => ({
        ...((await carryOut()) as object),
        warnings: [{ code: 'archive', message: 'Entries before 2026 are in the archive and are not shown.' }],
      }),
    }),
    shows: 'Entries before 2026 are in the archive',
  },
  error: {
    ...always(['credit.accounts'], {
      fail: new AdapterError('unavailable', { retryable: false, correlationId: 'b27e-41d0' }),
    }),
    shows: 'Reference b27e-41d0',
  },
  forbidden: {
    ...always(['credit.accounts'], {
      fail: new AdapterError('forbidden', {
        reason: 'Your role “Marketing” has no access. Ask an administrator for “Read credit”.',
      }),
    }),
    shows: 'You may not see credit.',
  },
  offline: {
    ...always(['credit.accounts'], { fail: new AdapterError('offline', { retryable: false }) }),
    shows: 'The service can’t be reached.',
  },
  stale: {
    ...again({ fail: new AdapterError('timeout', { retryable: false }) }),
    shows: 'Could not refresh.',
  },
  conflict: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      script.always('credit.adjust', {
        // Another write comes after the dry run and before the adjustment.
        answer: (carryOut) =>
          isDryRun(script.callsTo('credit.adjust').at(-1)) ? carryOut() : Promise.reject(new AdapterError('conflict')),
      });
      return script.adapter;
    },
    act: (element) => adjust(element, '25.00', 'Cups for #10512 out of stock'),
    shows: 'The account has changed meanwhile.',
  },
  malformed: {
    ...always(['credit.accounts'], {
      answer: async () => ({ items: [{ id: 'a', balance: { value: 12.5, currency: 'GBP' } }], next: null }),
    }),
    shows: 'items[0].customerId',
  },
  longText: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      script.always('credit.accounts', {
        answer: lengthened((row) => ({
          ...row,
          kind: long.kind,
          balance: long.amount,
          lapsing: { amount: long.amount, at: '2026-11-30T23:59:59Z' },
        })),
      });
      script.always('credit.entries', {
        answer: lengthened((row) => ({
          ...row,
          kind: long.kind,
          amount: long.amount,
          balanceAfter: long.amount,
          actor: { id: 'op-'.padEnd(60, '9'), name: long.word },
          reference: long.word,
          description: `${long.word} ${long.word}`,
        })),
      });
      return script.adapter;
    },
    shows: '£1,234,567,890,123,456,789,012,345.67',
  },
  redacted: {
    ...ingrid,
    adapter: () =>
      shopAdapter({
        permissions: {
          'credit.adjust': { state: 'denied', reason: 'Up to £50.00 needs “Adjust credit”.' },
        },
      }),
    shows: 'You may see credit, not adjust it.',
  },
};
