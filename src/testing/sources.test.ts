import { expect } from 'chai';
import { codeOf } from '../domain/field.ts';
import { combineSources } from '../adapter/toolkit/combine-sources.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Adapter } from '../adapter/adapter.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../adapters/memory/index.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../widgets/credit-balance/define.ts';
import '../widgets/notes-panel/define.ts';
import '../widgets/order-history/define.ts';
import { mount, textOf, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';

const { ingrid } = knownCustomers;
const shop = createShop({ customers: 8 });

const open = (adapter: Adapter, ...tags: readonly string[]): Element[] => {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  return tags.map((tag) => mount(tag, {}, root));
};
const shows = (element: Element, words: string) => until(() => textOf(element).includes(words), words);

/** A ledger of its own, whose accounts can fail. */
function ledgerOf(store: MemoryStore, failure?: AdapterError) {
  const whole = memoryAdapter({ store });
  const fail = () => Promise.reject<never>(failure);
  return failure ? { ...whole, credit: { ...whole.credit, accounts: fail, entries: fail } } : whole;
}

describe('an adapter with several sources', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const [code, words] of [
    ['offline', 'Ledger can’t be reached.'],
    ['internal', 'The service reported a fault. Source: Ledger.'],
    ['malformed', 'Source: Ledger.'],
    ['forbidden', 'Ask an administrator for access. Source: Ledger.'],
  ] as const)
    it(`names the source of a failure (${code}) in its widget, and the others work`, async () => {
      const failure = new AdapterError(code, { retryable: false });
      const ledger = ledgerOf(new MemoryStore(shop), failure);
      const adapter = combineSources(
        { name: 'Shop', adapter: memoryAdapter({ store: new MemoryStore(shop) }) },
        { credit: { name: 'Ledger', adapter: ledger } },
      );
      const [credit, notes, orders] = open(adapter, 'credit-balance', 'notes-panel', 'order-history');
      await shows(credit!, words);
      await shows(notes!, 'Deliver before 10:00 only');
      await until(() => textOf(orders!).includes('#10512') || textOf(orders!).includes('Orders'), 'orders');
      for (const other of [notes!, orders!]) expect(textOf(other)).not.to.include('Ledger');
    });

  it('names the source of an answer that cannot be read', async () => {
    const whole = memoryAdapter({ store: new MemoryStore(shop) });
    const accounts = async () => ({ items: [{ id: 7 }], next: null });
    const credit = { ...whole.credit, accounts } as unknown as NonNullable<Adapter['credit']>;
    const [widget] = open({ ...whole, credit, sources: { credit: 'Ledger' } }, 'credit-balance');
    await shows(widget!, 'Source: Ledger.');
    expect(textOf(widget!)).to.include('items[0].id');
  });

  it('names no source if the adapter names none', async () => {
    const [widget] = open(
      ledgerOf(new MemoryStore(shop), new AdapterError('offline', { retryable: false })),
      'credit-balance',
    );
    await shows(widget!, 'The service can’t be reached.');
    expect(textOf(widget!)).not.to.include('Source');
  });

  it('shows live changes of both sources', async () => {
    const stores = [new MemoryStore(shop), new MemoryStore(shop)] as const;
    const [main, ours] = [memoryAdapter({ store: stores[0] }), memoryAdapter({ store: stores[1] })] as const;
    const adapter = combineSources({ name: 'Shop', adapter: main }, { notes: { name: 'Team notes', adapter: ours } });
    const [notes, credit] = open(adapter, 'notes-panel', 'credit-balance');
    await shows(notes!, 'Deliver before 10:00 only');
    await shows(credit!, '£');
    const colleague = stores.map((store) => memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } }));
    await colleague[1]!.notes.create(ingrid, { body: 'Rang about the parcel' }, { idempotencyKey: 'note' });
    await shows(notes!, 'Rang about the parcel');
    const options = { signal: new AbortController().signal };
    const { items } = await colleague[0]!.credit.accounts(ingrid, { first: 10 }, options);
    for (const account of items)
      await colleague[0]!.credit.adjust(
        ingrid,
        {
          accountId: account.id,
          amount: { ...account.balance, value: '1' },
          description: 'For the late parcel',
          ...(account.reasons?.[0] && { reason: codeOf(account.reasons[0]) }),
        },
        { idempotencyKey: account.id },
      );
    await shows(credit!, 'For the late parcel');
  });

  it('has the permissions of the source of each port', async () => {
    const [main, ours] = [new MemoryStore(shop), new MemoryStore(shop)] as const;
    const adapter = combineSources(
      { name: 'Shop', adapter: memoryAdapter({ store: main }) },
      { notes: { name: 'Team notes', adapter: memoryAdapter({ store: ours, role: 'viewer' }) } },
    );
    const [notes, credit] = open(adapter, 'notes-panel', 'credit-balance');
    await shows(notes!, 'Deliver before 10:00 only');
    await until(() => textOf(credit!).includes('Adjust'), 'a button to adjust credit');
    expect(notes!.shadowRoot!.querySelector('textarea')).to.equal(null);
  });
});
