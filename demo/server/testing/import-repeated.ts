import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookAddress } from '../../../src/domain/address.ts';
import type { CreditAccount } from '../../../src/domain/credit.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { sql } from '../database/sql.ts';
import type { Answer, Listed } from './client.ts';
import { createImporter } from './importer.ts';
import { type FileLine } from './invoices.ts';
import type { TestServer } from './test-server.ts';

/** Tests repeated imports. */
export function testRepeatedImports(server: () => TestServer): void {
  describe('repeated imports', () => {
    const { load, customerOf, statsOf, ordersOf, crossSellOf } = createImporter(server);

    const lines: readonly FileLine[] = [
      { invoice: '1200', customer: '20', quantity: 2, description: 'ONE', code: '12000' },
      { invoice: '1200', customer: '20', quantity: 2, description: 'ONE', code: '12000' },
      {
        invoice: '1201',
        customer: '20',
        quantity: 1,
        description: 'TWO',
        code: '12000',
        at: '2011-02-01 10:00:00',
        country: 'Spain',
      },
      { invoice: '1202', customer: '21', quantity: 7 },
    ];

    /** Returns all rows that an import creates. */
    const everything = async () => {
      const { database } = server();
      const rows = await database.query<{ row: string }>(sql`
        select customers::text as row from customers where customer_id in ('20', '21')
        union all select orders::text from orders where customer_id in ('20', '21')
        union all select order_lines::text from order_lines where customer_id in ('20', '21')
        union all select products::text from products where product_id = '12000'
        union all select credit_accounts::text from credit_accounts where customer_id in ('20', '21')
        order by 1`);
      return rows.map(({ row }) => row);
    };

    it('the same file changes nothing', async () => {
      await load(...lines);
      const once = await everything();
      await load(...lines);
      assert.deepEqual(await everything(), once);
      // The order of lines does not matter either, except within an invoice.
      await load(lines[3]!, lines[2]!, lines[0]!, lines[1]!);
      assert.deepEqual(await everything(), once);
    });

    it('a file of some invoices replaces those, and leaves the others', async () => {
      await load(...lines);
      await load({ invoice: '1200', customer: '20', quantity: 1, code: 'POST', price: '3' });
      const orders = await ordersOf('20');
      assert.deepEqual(
        orders.map(({ number, total }) => [number, total?.value]),
        [
          ['1201', '2.55'],
          ['1200', '3.00'],
        ],
      );
      assert.equal((await statsOf('21')).lifetimeTotal?.amounts[0]?.value, '17.85');
    });

    it('customer names and countries follow the remaining invoices', async () => {
      await load(...lines);
      await load({
        invoice: '1201',
        customer: '20',
        at: '2010-12-02 10:00:00',
        code: '12000',
        description: 'TWO',
        country: 'Spain',
      });
      assert.equal((await customerOf('20')).country, 'United Kingdom');
      assert.equal((await crossSellOf('20')).items[0]?.product.title, 'ONE');
    });

    it('a product is named after the remaining invoices, also if the replaced one no longer has it', async () => {
      await load(
        { invoice: '1206', customer: '28', code: '12060', description: 'ONE' },
        { invoice: '1207', customer: '28', code: '12060', description: 'TWO', at: '2011-02-01 10:00:00' },
      );
      assert.equal((await crossSellOf('28')).items[0]?.product.title, 'TWO');
      await load({ invoice: '1207', customer: '28', code: 'POST' });
      assert.equal((await crossSellOf('28')).items[0]?.product.title, 'ONE');
    });

    it('an invoice that moves to another customer leaves the first', async () => {
      await load(...lines);
      await load({ ...lines[3]!, customer: '22' });
      assert.equal((await server().manager.get('/customers/21')).status, 404);
      assert.deepEqual(
        (await ordersOf('22')).map(({ number }) => number),
        ['1202'],
      );
    });

    it('a customer with notes stays, without orders', async () => {
      await load({ invoice: '1203', customer: '23' });
      await server().manager.send('POST', '/customers/23/notes', { body: { body: 'Called.' } });
      await load({ invoice: '1203', customer: '24' });
      assert.deepEqual(await ordersOf('23'), []);
      assert.ok(!('country' in (await customerOf('23'))));
    });

    it('what operators changed of a customer stays when the country changes', async () => {
      const path = '/customers/25';
      await load({ invoice: '1204', customer: '25' });
      const change = { name: 'Maud T.', email: 'maud@quarry.example', phone: '+44 7700 900998', company: 'Quarry Ltd' };
      const { version = '' } = await customerOf('25');
      const { status, body: changed } = await server().manager.send<Customer>('PATCH', path, { body: change, version });
      assert.equal(status, 200);
      const address = { lines: ['1 Kiln Row'], city: 'Stoke', country: 'GB' };
      const { body: added } = await server().manager.send<BookAddress>('POST', `${path}/addresses`, { body: address });
      const use = { body: { use: 'billing' } };
      assert.equal((await server().manager.send('POST', `${path}/addresses/${added.id}/default`, use)).status, 200);

      await load({ invoice: '1205', customer: '25', at: '2011-02-01 10:00:00', country: 'Spain' });
      assert.deepEqual(await customerOf('25'), {
        ...changed,
        country: 'Spain',
        defaultBilling: added.address,
        version: String(Number(changed.version) + 1),
      });
      await load({ invoice: '1205', customer: '25', at: '2011-02-01 10:00:00', country: 'Unspecified' });
      const { country, name } = await customerOf('25');
      assert.deepEqual([country, name], [undefined, change.name]);
    });

    describe('a customer without orders stays with', () => {
      const send = (path: string, body: object, version?: string) =>
        server().manager.send('POST', path, { body, ...(version && { version }) });
      const written: Readonly<Record<string, (path: string, id: string) => Promise<unknown>>> = {
        'a changed name': async (path, id) =>
          server().manager.send('PATCH', path, { body: { name: 'Ada' }, version: (await customerOf(id)).version! }),
        'a password': (path) => send(`${path}/password`, { password: 'correct horse battery' }),
        'an address': (path) => send(`${path}/addresses`, { lines: ['1 Kiln Row'], city: 'Stoke', country: 'GB' }),
        'a coupon': (path) => send(`${path}/coupons`, { name: 'Thanks', benefit: { kind: 'percent', percent: '10' } }),
        'a subscription': (path) =>
          send(`${path}/subscriptions`, {
            productId: 'prod-cof-hb-1k',
            quantity: 1,
            interval: { unit: 'week', count: 2 },
          }),
        'an opened account': (path) => send(`${path}/credit/accounts`, { kind: 'store-credit', currency: 'SEK' }),
        'a revealed value': async (_, id) => {
          await server().database.query(sql`
            insert into reveals (customer_id, reveal_id, operator_id, datum, reason)
            values (${id}, 'reveal', 'manager', 'email', 'She rang')`);
        },
      };
      Object.entries(written).forEach(([name, write], at) =>
        it(name, async () => {
          const id = `26${at}`;
          const invoice = { invoice: `126${at}`, customer: id };
          await load(invoice);
          const answer = await write(`/customers/${id}`, id);
          if (answer) assert.ok((answer as Answer<unknown>).status < 300, JSON.stringify(answer));
          await load({ ...invoice, customer: '27' });
          assert.deepEqual([(await customerOf(id)).id, await ordersOf(id)], [id, []]);
          const { items } = (await server().manager.get<Listed<CreditAccount>>(`/customers/${id}/credit/accounts`))
            .body;
          assert.ok(
            items.some(
              ({ kind, balance }) => kind === 'store-credit' && 'currency' in balance && balance.currency === 'GBP',
            ),
          );
        }),
      );
    });
  });
}
