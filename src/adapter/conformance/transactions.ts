import * as v from 'valibot';
import * as decimal from '../../domain/decimal.ts';
import { codeOf, type Coded } from '../../domain/field.ts';
import { isMade, Transaction, TransactionTotals } from '../../domain/transaction.ts';
import type { OrderDetail } from '../../domain/order-detail.ts';
import { CustomerStats } from '../../domain/stats.ts';
import type { TransactionsPort } from '../ports/transactions.ts';
import { ensure, readable, same, sameMoney, skip } from './assert.ts';
import { withBasis } from './basis.ts';
import { callOf, History } from './history.ts';
import { newestFirst, walk } from './lists.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

const call = 'transactions.list';

/** Tests payments and refunds: their order and signs, and that they agree with the orders and the statistics. */
export function transactionCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { transactions, orders, stats } = adapter;
  if (!transactions?.list) return [];
  const load: NonNullable<TransactionsPort['list']> = (...args) => transactions.list!(...args);
  const read = async () => readable(v.array(Transaction), await walk({ load }, full, all), call);
  const readTotals = async () =>
    readable(TransactionTotals, (await load(full, { first: 1 }, reading())).totals ?? {}, `${call}: the totals`);
  const cases: ConformanceCase[] = [
    newestFirst(call, async () => (await read()).map(({ createdAt }) => createdAt)),
    {
      name: `${call}: the amount of a refund is not above zero`,
      async run() {
        for (const { id, kind, amount } of await read())
          ensure(
            kind === 'payment' || decimal.sign(amount.value) <= 0,
            `${call}: the amount of the refund ${id} is ${amount.value} instead of at most 0 ${amount.currency}`,
          );
      },
    },
    {
      name: `${call}: the figures count each payment and refund that was made`,
      async run() {
        const { transactions: counted, totalPaid } = await readTotals();
        const rows = await read();
        const count = withBasis(counted, 'transactions');
        const paid = withBasis(totalPaid, 'paid-net-of-refunds');
        if (rows.some((row) => isMade(row) === undefined))
          return ensure(!count && !paid, `${call} has figures although the status of a row is unknown`);
        const made = rows.filter(isMade).map(({ amount }) => amount);
        if (count) same(count.value, made.length, `${call}: transactions, of the rows that were made`);
        if (paid) sameMoney(paid.amounts, made, `${call}: totalPaid, of the rows that were made,`);
      },
    },
  ];
  if (transactions.capabilities?.list?.search)
    cases.push({
      name: `${call}: a search finds references and numbers of orders`,
      async run() {
        const rows = await read();
        for (const textOf of [referenceOf, orderNumberOf]) {
          const row = rows.find(textOf) ?? skip(`the full customer has no ${textOf.name} in ${call}`);
          const { items } = await load(full, { ...all, text: textOf(row) }, reading());
          ensure(
            items.some(({ id }) => id === row.id),
            `${call}: a search for ${JSON.stringify(textOf(row))} does not find the row ${row.id}, which has it`,
          );
        }
      },
    });
  if (orders?.list && orders.get)
    cases.push({
      name: `${call}: lists the payments and refunds of each order, each once`,
      async run() {
        const rows = await read();
        const history = await History.read(orders, full);
        for (const order of await history.details(history.entries)) matchesOrder(order, rows);
      },
    });
  if (stats?.get)
    cases.push({
      name: `${call}: the figures are those of stats.get`,
      async run() {
        const found = readable(CustomerStats, await stats.get!(full, {}, reading()), 'stats.get');
        const { transactions: counted, totalPaid } = await readTotals();
        const [count, paid] = [withBasis(counted, 'transactions'), withBasis(totalPaid, 'paid-net-of-refunds')];
        const expectedCount = withBasis(found.transactions, 'transactions');
        const expectedPaid = withBasis(found.totalPaid, 'paid-net-of-refunds');
        if (count && expectedCount) same(count.value, expectedCount.value, `${call}: transactions, as in stats.get`);
        if (paid && expectedPaid) sameMoney(paid.amounts, expectedPaid.amounts, `${call}: totalPaid, as in stats.get,`);
      },
    });
  return cases;
}

const referenceOf = ({ reference }: Transaction): string | undefined => reference ?? undefined;
const orderNumberOf = ({ order }: Transaction): string | undefined => order?.number;

/** Compares the payments and refunds of an order, if it names them, with the transactions that name the order. */
function matchesOrder({ id, payments, refunds }: OrderDetail, rows: readonly Transaction[]): void {
  if (!payments || !refunds) return;
  const unknown = rows.find(({ order }) => order === undefined);
  if (unknown) skip(`${call} does not say which order the row ${unknown.id} belongs to`);
  const expected = [
    ...payments.map((payment) => factsOf({ ...payment, kind: 'payment' })),
    ...refunds.map(({ amount, ...refund }) =>
      factsOf({ ...refund, kind: 'refund', amount: { ...amount, value: decimal.negate(amount.value) } }),
    ),
  ];
  const found = rows.filter(({ order }) => order?.id === id).map(factsOf);
  same(found.sort(), expected.sort(), `${call}: the payments and refunds in ${callOf(id)}`);
}

interface Facts extends Pick<Transaction, 'kind' | 'amount'> {
  readonly status?: Coded | undefined;
  readonly reference?: string | null | undefined;
}

/** Returns what a transaction and the payment or refund of an order have in common, as text. */
const factsOf = ({ kind, amount, status, reference }: Facts): string => {
  const { value, currency } = amount;
  // Equal amounts may have different numbers of decimals.
  const exact = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  return [kind, exact, currency, status === undefined ? '' : codeOf(status), reference ?? ''].join(' ');
};
