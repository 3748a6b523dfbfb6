import type { OrdersPort } from 'clientele/adapter';
import {
  byCode,
  capabilitiesOf,
  checked,
  fromMajor,
  httpError,
  listRows,
  pageByOffset,
  path,
  purchases,
  shareRead,
  type Purchase,
  type RowList,
} from 'clientele/adapter/toolkit';

export const total = fromMajor('19.90', 'eur').value.length;
// wrong: an amount
fromMajor(null, 'EUR');
// wrong: an id
path`/customers/${{}}`;
// wrong: an error code
httpError({ status: 409, headers: new Headers() }, {}, { codes: { 409: 'locked' } });

interface Ticket {
  readonly id: string;
  readonly state: string;
}
const tickets: RowList<Ticket> = { order: [{ key: ({ id }) => id }], filters: { state: byCode(({ state }) => state) } };
export const can = capabilitiesOf(tickets);
export const ids: readonly string[] = listRows<Ticket>([], { first: 5 }, {}, tickets).page.items.map(({ id }) => id);
// wrong: a member of a row
byCode<Ticket>(({ status }) => status);

const read = shareRead(async (customerId: string): Promise<readonly Purchase[]> => [customerId].slice(1) as never);
export const orders: OrdersPort = {
  list: async (customerId, page, options) =>
    purchases(customerId, await read(customerId, options)).orders(page, options),
};

const Name = { '~standard': { validate: (value: unknown) => ({ value: String(value) }) } };
export const named: Promise<string> = checked(Name, 'name')(async (id: number) => id)(7);
// wrong: an argument of a checked method
void checked(Name, 'name')(async (id: number) => id)('7');
export const rows: Promise<{ readonly next: string | null }> = pageByOffset({ first: 5 }, async ({ offset }) => ({
  items: [{ id: offset }],
}));
