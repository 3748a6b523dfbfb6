import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { methodOf, operationNames, operations, pathOf } from '../../../src/adapter/operations.ts';
import { knownCustomers } from '../../../src/adapters/memory/index.ts';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import { createApp } from '../app.ts';
import { one, type Queryable } from '../database/database.ts';
import { distributedTables } from '../database/distribution.ts';
import { sql, type Sql } from '../database/sql.ts';
import { recorded } from './recorded.ts';
import type { TestServer } from './test-server.ts';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Returns the tables in a plan. */
const tablesIn = (plan: Plan): string[] => [
  ...(plan['Relation Name'] === undefined ? [] : [plan['Relation Name']]),
  ...(plan.Plans ?? []).flatMap(tablesIn),
];

/** Returns the partitions that a statement reads or writes, as the planner selects them: `orders_p3`. */
async function partitionsOf(db: Queryable, statement: Sql): Promise<readonly string[]> {
  const explained = await one<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(db, sql`explain (format json) ${statement}`);
  return tablesIn(explained['QUERY PLAN'][0].Plan).filter((name) => {
    const [, table] = /^(\w+)_p\d+$/.exec(name) ?? [];
    return table !== undefined && distributedTables.includes(table);
  });
}

const numbersOf = (partitions: readonly string[]) => new Set(partitions.map((name) => /\d+$/.exec(name)?.[0]));

/** Ids of records of the customer whose pages are read. */
const ids: Readonly<Record<string, string>> = { customerId: knownCustomers.ingrid };

/** Tests that every query of a customer's page is confined to the partition of the customer. */
export function testPruning(server: () => TestServer): void {
  describe('queries of the pages of a customer', () => {
    const path = (template: string, known: Readonly<Record<string, string>>): string =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? 'unknown'));

    const lists = operationNames.filter((name) => ['read', 'list'].includes(operations[name].kind));
    const known: Record<string, string> = { ...ids };
    before(async () => {
      const first = async (of: string): Promise<string> => {
        const { body } = await server().manager.get<{ items: { id: string }[] }>(
          `/customers/${ids['customerId']}/${of}`,
        );
        return body.items[0]?.id ?? '';
      };
      known['orderId'] = await first('orders');
      known['noteId'] = await first('notes');
      known['accountId'] = await first('credit/accounts');
    });

    /** Requests a path and returns the statements that it ran, and their partitions. */
    async function request(
      method: string,
      at: string,
      init: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
    ) {
      const { database, statements } = recorded(server().database);
      const headers = { Authorization: `Bearer ${server().manager.token}`, ...init.headers };
      const { status } = await createApp({ database }).request(`http://localhost/api${at}`, {
        method,
        ...init,
        headers,
      });
      const touched = await Promise.all(
        statements.map(async (statement) => ({
          text: statement.text,
          partitions: await partitionsOf(server().database, statement),
        })),
      );
      return { status, touched: touched.filter(({ partitions }) => partitions.length > 0) };
    }

    function assertPruned(touched: readonly { text: string; partitions: readonly string[] }[]): void {
      for (const { text, partitions } of touched)
        assert.equal(numbersOf(partitions).size, 1, `${partitions.join()} in ${text}`);
    }

    for (const name of lists) {
      const operation = operations[name];
      const template = pathOf(operation);
      if (!template.includes('{customerId}')) continue;
      const ways: readonly (readonly [query: string, text?: string])[] = [
        ['?first=2'],
        ['?first=2', 'e'],
        ['?first=2', 'in no title'],
        ['?from=2020-01-01&to=2030-01-01'],
        ['?first=2&sort=itemCount'],
        ['?first=2&sort=-revenue', 'cup'],
        ['?filter[status]=active'],
        ['?filter[kind]=return'],
      ];
      it(`${name} reads one partition`, async () => {
        let read = 0;
        for (const [query, text] of operation.kind === 'list' ? [[''], ...ways] : ([['']] as const)) {
          const { status, touched } = await request(methodOf(operation), path(template, known) + query, {
            headers: text === undefined ? {} : { [textHeader]: escapeText(text) },
          });
          // Not every list has this option.
          if (status === 501 && query !== '') continue;
          assert.equal(status, 200, `${template}${query}`);
          read += touched.length;
          assertPruned(touched);
        }
        assert.ok(read > 0);
      });
    }

    it('writes reach one partition', async () => {
      const post = (at: string, body: object) =>
        request('POST', `/customers/${ids['customerId']}/${at}`, {
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
          body: JSON.stringify(body),
        });
      for (const { status, touched } of [
        await post('notes', { body: 'In one partition' }),
        await post('addresses', { lines: ['1 Kiln Lane'], city: 'Stoke', country: 'GB' }),
      ]) {
        assert.equal(status, 201);
        assert.ok(touched.length > 0);
        assertPruned(touched);
      }
    });

    it('a query without the customer would be noticed', async () => {
      const { database } = server();
      for (const statement of [
        sql`select 1 from notes where note_id = ${'note'}`,
        sql`select (select count(*) from order_lines where order_lines.order_id = orders.order_id) from orders
          where customer_id = ${ids['customerId']}`,
      ])
        assert.equal(numbersOf(await partitionsOf(database, statement)).size, 8);
    });
  });
}
