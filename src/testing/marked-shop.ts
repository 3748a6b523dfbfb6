import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError, errorCodes } from '../adapter/adapter-error.ts';
import type { Random } from '../adapters/memory/random.ts';
import { deferred } from './kit.ts';

/** The owner of data. Two shops have customers, and records, with the same ids. */
export interface Owner {
  readonly shop: 'P' | 'Q';
  readonly customerId: 'A' | 'B';
}

export const owners: readonly Owner[] = [
  { shop: 'P', customerId: 'A' },
  { shop: 'P', customerId: 'B' },
  { shop: 'Q', customerId: 'A' },
  { shop: 'Q', customerId: 'B' },
];

/** Returns the word that is in every text of an owner and in no other text. */
export const markerWord = ({ shop, customerId }: Owner): string => `zq${shop}${customerId}qz`;
/** Returns the digits that are in every amount of an owner. */
export const markerDigits = ({ shop, customerId }: Owner): string =>
  ({ PA: '717', PB: '727', QA: '737', QB: '747' })[`${shop}${customerId}`]!;

/** The result of a call. */
export type Ending = 'own' | 'foreign' | 'failure' | 'conflict';

/** A call that is waiting for its answer. */
export interface Waiting {
  readonly method: string;
  end(how: Ending, random: Random): void;
}

const other = (owner: Owner): Owner => ({ ...owner, customerId: owner.customerId === 'A' ? 'B' : 'A' });
const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 1, 9, minutes)).toISOString();

/**
 * Creates a shop whose answers a test controls (when, in which order, with what result). All data is marked with its
 * owner.
 */
export function markedShop(shop: Owner['shop']) {
  const waiting: Waiting[] = [];
  let calls = 0;
  let notes = 2;

  function request(method: string, customerId: string, records: (owner: Owner) => unknown, signal?: AbortSignal) {
    const owner = { shop, customerId } as Owner;
    const answer = deferred<unknown>();
    waiting.push({
      method,
      end(how, random) {
        if (how === 'own' || how === 'foreign') {
          // Simulates writes by others.
          if (method === 'notes.list' && random.chance(0.4)) notes += 1;
          return answer.resolve(records(how === 'own' ? owner : other(owner)));
        }
        const current = records(random.chance(0.5) ? owner : other(owner));
        const code = how === 'conflict' ? how : random.pick(errorCodes);
        answer.reject(new AdapterError(code, { reason: `${markerWord(owner)} reason`, current, retryAfter: 0 }));
      },
    });
    // Half of the calls ignore the abort signal, as some backends do.
    if (calls++ % 2) signal?.addEventListener('abort', () => answer.reject(signal.reason));
    return answer.promise as Promise<never>;
  }

  const money = (owner: Owner) => ({ value: `${markerDigits(owner)}.50`, currency: 'GBP' });
  const actor = (owner: Owner) => ({ id: `${markerWord(owner)}-op`, name: `${markerWord(owner)} Operator` });
  const address = (owner: Owner) => ({
    name: `${markerWord(owner)} Name`,
    lines: [`${markerWord(owner)} Street`],
    city: `${markerWord(owner)} City`,
    postalCode: 'N1 1AA',
    country: 'GB',
    phone: `+44 20 7946 0${markerDigits(owner)}`,
  });
  const masked = (owner: Owner) => ({ withheld: 'masked', display: `${markerWord(owner)}•••`, revealable: true });
  const customer = (owner: Owner) => ({
    id: owner.customerId,
    displayId: `${markerWord(owner)}-display`,
    version: '1',
    name: `${markerWord(owner)} Name`,
    email: masked(owner),
    phones: [{ number: `+44 20 7946 0${markerDigits(owner)}` }],
    login: `${markerWord(owner)}-login`,
    defaultBilling: address(owner),
    defaultShipping: address(owner),
    taxExempt: false,
    level: { id: 'l', name: `${markerWord(owner)} Level` },
    businessAccounts: [{ id: 'b', name: `${markerWord(owner)} Ltd` }],
    customFields: [{ id: 'f', label: 'Field', value: `${markerWord(owner)} field` }],
  });
  const note = (owner: Owner, index = 0, body = `${markerWord(owner)} note ${index}`) => ({
    id: `n${index}`,
    customerId: owner.customerId,
    version: '1',
    body,
    createdAt: at(index),
    updatedAt: index ? undefined : at(index + 1),
    author: actor(owner),
  });
  const book = (owner: Owner, id = 'a1') => ({
    id,
    customerId: owner.customerId,
    version: '1',
    address: address(owner),
    defaultFor: id === 'a1' ? ['billing', 'shipping'] : [],
  });
  const order = (owner: Owner, index = 1) => ({
    kind: 'order',
    id: `o${index}`,
    customerId: owner.customerId,
    number: `#${markerDigits(owner)}${index}`,
    placedAt: at(index),
    itemCount: 1,
    summary: { title: `${markerWord(owner)} product`, more: 0 },
    total: money(owner),
    status: { payment: { status: 'paid' } },
  });
  const detail = (owner: Owner, id: string) => ({
    ...order(owner, Number(id.slice(1))),
    lines: [
      {
        id: 'l',
        kind: 'product',
        title: `${markerWord(owner)} product`,
        quantity: 1,
        unitPrice: money(owner),
        total: money(owner),
      },
    ],
    payments: [{ id: 'p', amount: money(owner), reference: `${markerWord(owner)}-paid` }],
  });
  const sale = (owner: Owner, index = 1) => ({
    id: `s${index}`,
    customerId: owner.customerId,
    product: { id: `p${index}`, title: `${markerWord(owner)} product ${index}` },
    orders: 1,
    units: 1,
    revenue: money(owner),
  });
  const account = (owner: Owner) => ({
    id: 'c1',
    customerId: owner.customerId,
    version: '1',
    kind: 'store-credit',
    balance: money(owner),
    label: `${markerWord(owner)} account`,
    allowDebit: true,
  });
  const entry = (owner: Owner, index = 1) => ({
    id: `e${index}`,
    customerId: owner.customerId,
    accountId: 'c1',
    kind: 'adjustment',
    amount: money(owner),
    balanceAfter: money(owner),
    at: at(index),
    actor: actor(owner),
    description: `${markerWord(owner)} entry`,
    reversible: true,
  });
  const coupon = (owner: Owner) => ({
    id: 'k1',
    customerId: owner.customerId,
    version: '1',
    code: `${markerWord(owner)}-CODE`,
    status: 'active',
    name: `${markerWord(owner)} coupon`,
    benefit: { kind: 'amount', amount: money(owner) },
    issuedAt: at(1),
  });
  const quote = (owner: Owner, index = 1) => ({
    id: `q${index}`,
    customerId: owner.customerId,
    number: `${markerWord(owner)}-${index}`,
    title: `${markerWord(owner)} quote`,
    status: 'sent',
    total: money(owner),
    createdAt: at(index),
  });
  const transaction = (owner: Owner, index = 1) => ({
    id: `t${index}`,
    customerId: owner.customerId,
    kind: 'payment',
    createdAt: at(index),
    amount: money(owner),
    method: `${markerWord(owner)} card`,
    status: 'paid',
    reference: `${markerWord(owner)}-${index}`,
  });
  const login = (owner: Owner, index = 1) => ({
    id: `i${index}`,
    customerId: owner.customerId,
    at: at(index),
    outcome: 'succeeded',
    method: 'password',
    device: `${markerWord(owner)} browser`,
    ip: `203.0.113.${markerDigits(owner)}`,
    place: `${markerWord(owner)} place`,
  });
  const change = (owner: Owner, index = 1) => ({
    id: `h${index}`,
    customerId: owner.customerId,
    kind: 'profile',
    at: at(index),
    actor: actor(owner),
    field: 'company',
    oldValue: `${markerWord(owner)} before`,
    newValue: `${markerWord(owner)} after`,
  });
  const chosen = (owner: Owner, index = 1) => ({
    id: `w${index}`,
    customerId: owner.customerId,
    product: { id: `p${index}`, title: `${markerWord(owner)} product ${index}` },
    variant: { id: 'v', title: `${markerWord(owner)} variant` },
    addedAt: at(index),
  });
  const line = (owner: Owner, index = 1) => ({
    ...chosen(owner, index),
    cartId: 'c',
    quantity: Number(markerDigits(owner)),
    unitPrice: money(owner),
    lineTotal: money(owner),
  });
  const card = (owner: Owner, id = 'd1') => ({
    id,
    customerId: owner.customerId,
    version: '1',
    brand: { code: 'house', label: `${markerWord(owner)} card` },
    lastFour: `${markerDigits(owner)}0`,
    holder: `${markerWord(owner)} Name`,
    isDefault: id === 'd1',
  });
  const subscription = (owner: Owner, id = 'u1') => ({
    id,
    customerId: owner.customerId,
    version: '1',
    product: { id: 'p1', title: `${markerWord(owner)} product` },
    quantity: Number(markerDigits(owner)),
    price: money(owner),
    interval: { unit: 'month', count: 1 },
    status: id === 'u1' ? 'active' : 'paused',
    startedAt: '2026-11-01',
  });
  const privacy = (owner: Owner) => ({
    customerId: owner.customerId,
    version: '1',
    statements: [{ id: 's1', text: `${markerWord(owner)} statement` }],
    erasure: { state: 'requested', requestedAt: at(1), note: `${markerWord(owner)} remark` },
  });
  const reseller = (owner: Owner) => ({
    customerId: owner.customerId,
    version: '1',
    businessName: `${markerWord(owner)} business`,
    certificate: markerDigits(owner),
    remark: `${markerWord(owner)} remark`,
  });
  const inquiry = (owner: Owner, id = 'i1') => ({
    id,
    customerId: owner.customerId,
    version: '1',
    subject: `${markerWord(owner)} question`,
    text: `${markerWord(owner)} text`,
    status: 'open',
    createdAt: at(1),
  });
  const priceGroup = (owner: Owner, id = 'g1') => ({
    id,
    customerId: owner.customerId,
    version: '1',
    name: `${markerWord(owner)} prices`,
    assigned: true,
    priority: 1,
  });
  const page = (items: readonly unknown[], more: object = {}) => ({ items, next: null, total: items.length, ...more });
  const metric = (owner: Owner) => ({ amounts: [money(owner)], basis: 'net-of-returns' });
  const nothing = () => undefined;

  const guarantees = { idempotency: true, versions: true };
  const adapter: Adapter = {
    customers: {
      guarantees,
      get: (id, { signal }) => request('customers.get', id, customer, signal),
      update: (id) => request('customers.update', id, customer),
      setPassword: (id) => request('customers.setPassword', id, nothing),
      setStatus: (id) => request('customers.setStatus', id, customer),
      reveal: (id) =>
        request('customers.reveal', id, (owner) => ({
          customerId: owner.customerId,
          value: `${markerWord(owner)}@x.example`,
        })),
    },
    businessAccounts: {
      list: (id, _page, { signal }) =>
        request('businessAccounts.list', id, () => page([{ id: 'b', name: 'Common' }]), signal),
    },
    addresses: {
      guarantees,
      list: (id, _page, { signal }) =>
        request('addresses.list', id, (owner) => page([book(owner), book(owner, 'a2')]), signal),
      create: (id) => request('addresses.create', id, (owner) => book(owner, 'a3')),
      update: (id, addressId) => request('addresses.update', id, (owner) => book(owner, addressId)),
      delete: (id) => request('addresses.delete', id, nothing),
      setDefault: (id, addressId) => request('addresses.setDefault', id, (owner) => book(owner, addressId)),
    },
    orders: {
      capabilities: {
        list: { search: true, range: true, sort: ['placedAt', 'number', 'total'], filter: ['payment', 'archived'] },
      },
      list: (id, _page, { signal }) =>
        request('orders.list', id, (owner) => page([order(owner, 2), order(owner)], { totals: { orders: 2 } }), signal),
      get: (id, orderId, { signal }) => request('orders.get', id, (owner) => detail(owner, orderId), signal),
    },
    notes: {
      guarantees,
      list: (id, _page, { signal }) =>
        request(
          'notes.list',
          id,
          (owner) => page(Array.from({ length: notes }, (_, index) => note(owner, notes - 1 - index))),
          signal,
        ),
      create: (id, { body }) =>
        request('notes.create', id, (owner) => note(owner, ++notes, `${markerWord(owner)} ${body.length}`)),
      update: (id, noteId) => request('notes.update', id, (owner) => note(owner, Number(noteId.slice(1)))),
      delete: (id) => request('notes.delete', id, nothing),
      restore: (id, noteId) => request('notes.restore', id, (owner) => note(owner, Number(noteId.slice(1)))),
      revisions: (id, noteId, _page, { signal }) =>
        request(
          'notes.revisions',
          id,
          (owner) =>
            page(
              ['edited', 'created'].map((kind, index) => ({
                id: `r${index}`,
                customerId: owner.customerId,
                noteId,
                kind,
                body: `${markerWord(owner)} once`,
                at: at(index),
                author: actor(owner),
              })),
            ),
          signal,
        ),
    },
    crossSell: {
      capabilities: { list: { search: true, range: true, sort: ['title', 'revenue', 'units'] } },
      list: (id, _page, { signal }) =>
        request(
          'crossSell.list',
          id,
          (owner) =>
            page([sale(owner, 2), sale(owner)], {
              totals: { rows: 2, orders: 2, units: 2, revenue: { amounts: [money(owner)], known: 2 } },
            }),
          signal,
        ),
    },
    stats: {
      get: (id, _range, { signal }) =>
        request(
          'stats.get',
          id,
          (owner) => ({
            customerId: owner.customerId,
            orders: { value: Number(markerDigits(owner)), basis: 'sales' },
            lifetimeTotal: metric(owner),
            averageOrderValue: metric(owner),
          }),
          signal,
        ),
    },
    credit: {
      guarantees,
      accounts: (id, _page, { signal }) => request('credit.accounts', id, (owner) => page([account(owner)]), signal),
      entries: (id, _account, _page, { signal }) =>
        request('credit.entries', id, (owner) => page([entry(owner, 2), entry(owner)]), signal),
      adjust: (id, _adjustment, { dryRun }) =>
        request(dryRun ? 'credit.adjust dry' : 'credit.adjust', id, (owner) => ({
          customerId: owner.customerId,
          account: account(owner),
          entry: dryRun ? undefined : entry(owner, 3),
        })),
    },
    coupons: {
      guarantees,
      list: (id, _page, { signal }) => request('coupons.list', id, (owner) => page([coupon(owner)]), signal),
      issue: (id) => request('coupons.issue', id, coupon),
      revoke: (id) => request('coupons.revoke', id, coupon),
    },
    quotes: {
      list: (id, _page, { signal }) =>
        request('quotes.list', id, (owner) => page([quote(owner, 2), quote(owner)]), signal),
    },
    transactions: {
      list: (id, _page, { signal }) =>
        request('transactions.list', id, (owner) => page([transaction(owner, 2), transaction(owner)]), signal),
    },
    logins: {
      list: (id, _page, { signal }) =>
        request('logins.list', id, (owner) => page([login(owner, 2), login(owner)]), signal),
    },
    changes: {
      list: (id, _page, { signal }) =>
        request('changes.list', id, (owner) => page([change(owner, 2), change(owner)]), signal),
    },
    paymentCards: {
      guarantees,
      list: (id, _page, { signal }) =>
        request('paymentCards.list', id, (owner) => page([card(owner), card(owner, 'd2')]), signal),
      setDefault: (id, which) => request('paymentCards.setDefault', id, (owner) => card(owner, which)),
      delete: (id) => request('paymentCards.delete', id, nothing),
    },
    wishlist: {
      list: (id, _page, { signal }) =>
        request(
          'wishlist.list',
          id,
          (owner) => page([2, 1].map((index) => ({ ...chosen(owner, index), price: money(owner) }))),
          signal,
        ),
    },
    cart: {
      list: (id, _page, { signal }) =>
        request(
          'cart.list',
          id,
          (owner) =>
            page([line(owner, 2), line(owner)], {
              totals: { carts: [{ id: 'c', name: `${markerWord(owner)} cart`, total: money(owner) }] },
            }),
          signal,
        ),
    },
    timeline: {
      list: (id, _page, { signal }) =>
        request(
          'timeline.list',
          id,
          (owner) =>
            page([
              { kind: 'note', id: 'note:n1', customerId: owner.customerId, at: at(1), note: note(owner, 1) },
              { kind: 'purchase', id: 'order:o1', customerId: owner.customerId, at: at(1), order: order(owner) },
            ]),
          signal,
        ),
    },
    subscriptions: {
      guarantees,
      list: (id, _page, { signal }) =>
        request('subscriptions.list', id, (owner) => page([subscription(owner), subscription(owner, 'u2')]), signal),
      create: (id, _terms, { dryRun }) =>
        request(dryRun ? 'subscriptions.create dry' : 'subscriptions.create', id, (owner) => subscription(owner, 'u3')),
      update: (id, which) => request('subscriptions.update', id, (owner) => subscription(owner, which)),
      pause: (id, which) => request('subscriptions.pause', id, (owner) => subscription(owner, which)),
      resume: (id, which) => request('subscriptions.resume', id, (owner) => subscription(owner, which)),
      cancel: (id, which) => request('subscriptions.cancel', id, (owner) => subscription(owner, which)),
    },
    inquiries: {
      guarantees,
      list: (id, _page, { signal }) =>
        request('inquiries.list', id, (owner) => page([inquiry(owner), inquiry(owner, 'i2')]), signal),
      reply: (id, which) => request('inquiries.reply', id, (owner) => inquiry(owner, which)),
      update: (id, which) => request('inquiries.update', id, (owner) => inquiry(owner, which)),
    },
    priceGroups: {
      guarantees,
      list: (id, _page, { signal }) =>
        request('priceGroups.list', id, (owner) => page([priceGroup(owner), priceGroup(owner, 'g2')]), signal),
      assign: (id) => request('priceGroups.assign', id, ({ customerId }) => ({ customerId, groupIds: ['g1'] })),
      unassign: (id) => request('priceGroups.unassign', id, ({ customerId }) => ({ customerId, groupIds: ['g1'] })),
    },
    privacy: {
      guarantees,
      get: (id, { signal }) => request('privacy.get', id, privacy, signal),
      requestErasure: (id) => request('privacy.requestErasure', id, privacy),
      withdrawErasure: (id) => request('privacy.withdrawErasure', id, privacy),
    },
    reseller: {
      guarantees,
      get: (id, { signal }) => request('reseller.get', id, reseller, signal),
      update: (id) => request('reseller.update', id, reseller),
    },
    products: {
      // Products belong to no customer.
      list: (_page, { signal }) => request('products.list', 'A', () => page([{ id: 'p1', title: 'Common' }]), signal),
    },
  };
  return { adapter, waiting };
}
