import { expect } from 'chai';
import * as v from 'valibot';
import { totals } from '../../domain/amounts.ts';
import { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { Product } from '../../domain/cross-sell.ts';
import { minorUnits } from '../../domain/money.ts';
import { Customer } from '../../domain/customer.ts';
import * as decimal from '../../domain/decimal.ts';
import { Note } from '../../domain/note.ts';
import { OrderDetail } from '../../domain/order-detail.ts';
import { knownCustomers, createShop, shopTime } from './shop.ts';

const shop = createShop();
const equal = (a: string, b: string): boolean => decimal.compare(a, b) === 0;

describe('createShop', () => {
  it('creates the same shop from the same seed in every browser', async () => {
    expect(JSON.stringify(createShop())).to.equal(JSON.stringify(shop));
    expect(JSON.stringify(createShop({ seed: 2 }))).to.not.equal(JSON.stringify(shop));
    // The records of plain lists do not depend on the seed.
    const { lists: _, ...made } = shop;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(made)));
    const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    // The hash changes together with the shop. The reference screenshots then change as well.
    expect(hash.slice(0, 16)).to.equal('9072f0b85c219719');
  });

  it('changes no customer when there are more of them', () => {
    const few = createShop({ customers: 30 });
    expect(few.customers).to.deep.equal(shop.customers.slice(0, 30));
    expect(few.orders).to.deep.equal(shop.orders.slice(0, few.orders.length));
    expect(createShop({ customers: 1 }).customers.map(({ id }) => id)).to.deep.equal([knownCustomers.ingrid]);
  });

  it('shifts every date with `now`', () => {
    const later = createShop({ customers: 3, now: '2027-11-18T11:20:00Z' });
    expect(later.now).to.equal('2027-11-18T11:20:00Z');
    expect(later.customers[0]).to.include({ createdAt: '2020-03-13T09:20:00Z', lastLoginAt: '2027-11-18T10:52:00Z' });
    expect(later.orders.length).to.equal(createShop({ customers: 3 }).orders.length);
  });

  it('conforms to the schemas', () => {
    const tables = [
      [Customer, shop.customers],
      [OrderDetail, shop.orders],
      [Note, shop.notes],
      [CreditAccount, shop.accounts],
      [CreditEntry, shop.entries],
      [Product, shop.products],
    ] as const;
    for (const [schema, rows] of tables) for (const row of rows) v.assert(schema, row);
  });

  it('gives every row a unique id, and every order a number', () => {
    for (const rows of [shop.customers, shop.orders, shop.notes, shop.accounts, shop.entries, shop.products])
      expect(new Set(rows.map(({ id }) => id)).size).to.equal(rows.length);
    expect(new Set(shop.orders.map(({ number }) => number)).size).to.equal(shop.orders.length);
    const lines = shop.orders.flatMap((order) => order.lines.map(({ id }) => id));
    expect(new Set(lines).size).to.equal(lines.length);
  });

  it('contains no date in the future', () => {
    const times = [
      shop.orders.map(({ placedAt }) => placedAt),
      shop.notes.map(({ createdAt }) => createdAt),
      shop.entries.map(({ at }) => at),
    ];
    expect(times.flat().filter((time) => time > shopTime)).to.deep.equal([]);
  });

  it('totals every order from its lines, and every line from its price', () => {
    for (const { id, lines, total } of shop.orders) {
      if (!total) continue;
      expect(totals(lines.map((line) => line.total)), id).to.have.length(1);
      expect(equal(total.value, totals(lines.map((line) => line.total))[0]!.value), id).to.equal(true);
      for (const line of lines) {
        const price = decimal.round(
          decimal.multiply(line.unitPrice.value, String(line.quantity)),
          minorUnits(total.currency),
        );
        expect(equal(line.total.value, price), line.id).to.equal(true);
      }
    }
  });

  it('signs quantities and totals by kind, and links returns with their orders', () => {
    for (const { kind, lines, total, itemCount } of shop.orders) {
      if (total) expect(decimal.sign(total.value)).to.equal(kind === 'order' ? 1 : -1);
      expect(
        lines.filter((line) => line.kind === 'product').every(({ quantity }) => quantity > 0 === (kind === 'order')),
      ).to.equal(true);
      expect(itemCount).to.be.above(0);
    }
    const sold = new Map(shop.orders.map((order) => [order.id, order]));
    for (const back of shop.orders) {
      if (back.kind === 'order' || !back.original) continue;
      const original = sold.get(back.original.id);
      expect(original).to.include({ customerId: back.customerId, number: back.original.number });
      expect(original!.placedAt < back.placedAt).to.equal(true);
    }
  });

  it('describes a distinct product on every product line, with figures in the line’s currency', () => {
    const known = new Set(shop.products.map(({ id }) => id));
    for (const line of shop.orders.flatMap(({ lines }) => lines)) {
      expect(line.kind === 'charge' || known.has(line.productId ?? '')).to.equal(true);
      for (const amount of [...(line.discounts ?? []).map(({ amount: off }) => off), line.cost, line.fee])
        if (amount) expect(amount.currency).to.equal(line.total.currency);
    }
  });

  it('has a total of every order and return, except of returns that are only requested', () => {
    const requested = shop.orders.filter(({ total }) => total === undefined);
    expect(requested.length).to.be.above(3);
    for (const order of requested) expect(order.status.return?.status).to.equal('requested');
    const originals = new Map(shop.orders.map((order) => [order.id, order]));
    for (const { kind, original } of requested.map((order) => ({ original: undefined, ...order })))
      expect([kind, originals.has(original?.id ?? '')]).to.deep.equal(['return', true]);
  });

  it('itemizes orders: taxes within the total, the customer’s addresses, variants and several parcels', () => {
    const sales = shop.orders.filter(({ kind }) => kind === 'order');
    const taxed = sales.filter(({ includedTaxes }) => includedTaxes?.length);
    expect(taxed.length).to.be.above(100);
    for (const { total, includedTaxes } of taxed)
      for (const { amount } of includedTaxes!) expect(Number(amount.value)).to.be.within(0, Number(total!.value) / 4);
    const [order] = shop.orders.filter(({ customerId }) => customerId === knownCustomers.itemized);
    expect(order!.total).to.deep.equal({ value: '192.62', currency: 'GBP' });
    expect(order!.lines.map(({ kind, type, variant }) => type ?? variant?.title ?? kind)).to.deep.equal([
      ...['Medium', 'Large', 'Whole bean'],
      ...['discount', 'shipping', 'fee', 'tax'],
    ]);
    expect(order!.fulfillments.map(({ tracking }) => tracking?.length)).to.deep.equal([2, 1]);
    expect(order!.shippingAddress).to.include({ city: 'Leeds' }).and.to.not.have.property('id');
  });

  it('balances every ledger without a negative balance', () => {
    for (const account of shop.accounts) {
      let balance = '0';
      for (const { amount, balanceAfter } of shop.entries.filter(({ accountId }) => accountId === account.id)) {
        balance = decimal.sum(balance, amount.value);
        expect(equal(balance, balanceAfter!.value), account.id).to.equal(true);
        expect(decimal.sign(balance)).to.not.equal(-1);
      }
      expect(equal(balance, account.balance.value), account.id).to.equal(true);
    }
  });

  it('contains the documented customers', () => {
    const orders = (id: string) => shop.orders.filter(({ customerId }) => customerId === id);
    expect(orders(knownCustomers.wholesale).filter(({ kind }) => kind === 'order')).to.have.length(600);
    const bought = new Set(
      orders(knownCustomers.wholesale).flatMap(({ lines }) => lines.map(({ productId }) => productId)),
    );
    expect(bought.size).to.be.at.least(150);
    expect(orders(knownCustomers.noOrders)).to.deep.equal([]);
    expect(orders(knownCustomers.onlyReturn).map(({ kind }) => kind)).to.deep.equal(['return']);
    expect(totals(orders(knownCustomers.fullReturn).flatMap(({ total }) => total ?? []))[0]?.value).to.match(/^0/);
    expect(new Set(orders(knownCustomers.currencies).map(({ total }) => total?.currency)).size).to.equal(3);
    expect(orders(knownCustomers.dinar)[0]?.total?.value).to.match(/\.\d{3}$/);
    expect(orders(knownCustomers.yen)[0]?.total?.value).to.match(/^\d+$/);
    const nameless = shop.customers.find(({ id }) => id === knownCustomers.nameless);
    expect(nameless).to.deep.equal({ id: knownCustomers.nameless });
  });
});
