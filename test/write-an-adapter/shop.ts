// The shop with a REST API of its own that the guide "Write an adapter" connects: page numbers, decimal numbers, errors in
// its own form, no notes.
import { createServer, type IncomingMessage, type Server } from 'node:http';

interface ShopAddress {
  readonly id: number;
  readonly recipient: string | null;
  readonly company: string | null;
  readonly street: string;
  readonly town: string | null;
  readonly county: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
  readonly phone: string | null;
  is_billing: boolean;
  is_shipping: boolean;
}

interface Customer {
  readonly id: number;
  rev: number;
  full_name: string;
  telephone: string | null;
  readonly email: string | null;
  readonly member_since: string;
  addresses: ShopAddress[];
  readonly orders: readonly Order[];
  /** Pence. Absent: the customer has no credit account. */
  readonly movements?: Movement[];
}

interface Movement {
  readonly id: number;
  readonly pence: number;
  readonly text: string;
  readonly at: string;
}

interface Line {
  readonly id: number;
  readonly product: { readonly id: number; readonly name: string; readonly sku: string };
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
}

interface Order {
  readonly id: number;
  readonly number: string;
  readonly placed: string;
  readonly currency: string;
  readonly paid: boolean;
  readonly shipped: boolean;
  readonly shipping: number;
  readonly lines: readonly Line[];
}

/** A rejection: the status, the errors by member in the API's own names, and the record as it is now. */
class Refusal extends Error {
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly now: unknown;

  constructor(status: number, fields: Readonly<Record<string, string>> = {}, now?: unknown) {
    super(`status ${status}`);
    this.status = status;
    this.fields = fields;
    this.now = now;
  }
}

const products = [
  { id: 5, name: 'Stoneware cup', sku: 'CUP-5', price: 19.95 },
  { id: 6, name: 'Oak tray', sku: 'TRAY-6', price: 0.1 },
  { id: 7, name: 'Linen napkin', sku: 'NAP-7', price: 8.2 },
];

const orders = Array.from({ length: 9 }, (_, index): Order => {
  const { price, ...product } = products[index % 3]!;
  const quantity = (index % 4) + 1;
  return {
    id: 1043 - index,
    number: `A-${1043 - index}`,
    placed: `2026-10-${String(28 - index).padStart(2, '0')}T09:30:00Z`,
    currency: 'gbp',
    paid: index > 0,
    shipped: index > 1,
    shipping: index % 2 ? 0 : 4.5,
    // As a binary number: three times 0.1 is 0.30000000000000004.
    lines: [{ id: 1, product, quantity, price, amount: quantity * price }],
  };
});

const totalOf = ({ lines, shipping }: Order): number => lines.reduce((sum, { amount }) => sum + amount, shipping);
const rowOf = ({ lines, shipping: _, ...order }: Order) => ({
  ...order,
  pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  total: totalOf({ ...order, lines, shipping: _ }),
});

const address = (id: number, is: 'is_billing' | 'is_shipping' | 'neither'): ShopAddress => ({
  ...{ id, recipient: 'Mira Okafor', company: null, street: `${id} Kiln Lane\nFlat 2`, town: 'Leeds', county: null },
  ...{ postcode: 'LS1 4XX', country: 'GB', phone: null },
  is_billing: is === 'is_billing',
  is_shipping: is === 'is_shipping',
});

const customersOf = (): readonly Customer[] => [
  {
    ...{
      id: 17,
      rev: 1,
      full_name: 'Mira Okafor',
      telephone: '+44 7700 900214',
      email: 'mira@okafor.example',
      member_since: '2021-03-04T08:00:00Z',
    },
    addresses: [address(3, 'neither'), address(2, 'is_shipping'), address(1, 'is_billing')],
    orders,
    movements: [500, -1250, 4000].map((pence, index) => ({
      ...{ id: 3 - index, pence, text: `Movement ${3 - index}`, at: `2026-10-0${3 - index}T10:00:00Z` },
    })),
  },
  {
    ...{
      id: 18,
      rev: 1,
      full_name: 'Niels Brandt',
      telephone: null,
      email: null,
      member_since: '2026-09-01T08:00:00Z',
    },
    addresses: [],
    orders: [],
  },
];

/** Creates a shop on a free port. It has the customers 17 and 18. */
export async function openShop(): Promise<{ readonly url: string; readonly server: Server }> {
  const customers = customersOf();
  const answered = new Map<string, { readonly body: string; readonly answer: unknown }>();
  let serial = 100;

  function pageOf<T>(rows: readonly T[], query: URLSearchParams) {
    const [page, size] = [Number(query.get('page') ?? 1), Math.min(Number(query.get('size') ?? 20), 20)];
    return { results: rows.slice((page - 1) * size, page * size), page, count: rows.length };
  }

  function move(customer: Customer, key: string | undefined, body: string): unknown {
    const earlier = key === undefined ? undefined : answered.get(key);
    if (earlier && earlier.body !== body) throw new Refusal(400, { request: 'was used with other values' });
    if (earlier) return earlier.answer;
    const { amount, currency, text } = JSON.parse(body) as { amount: number; currency: string; text: string };
    const { movements } = customer;
    if (!movements) throw new Refusal(404);
    const pence = Math.round(amount * 100);
    if (currency !== 'gbp') throw new Refusal(400, { currency: 'is not that of the account' });
    if (!pence) throw new Refusal(400, { amount: 'is zero' });
    if (balanceOf(movements) + pence < 0) throw new Refusal(400, { amount: 'exceeds the balance' });
    const movement = { id: serial++, pence, text, at: new Date().toISOString() };
    movements.unshift(movement);
    const answer = { ...shown(movement), balance: balanceOf(movements) / 100 };
    if (key !== undefined) answered.set(key, { body, answer });
    return answer;
  }

  function write(customer: Customer, id: number | undefined, body: string): ShopAddress {
    const values = JSON.parse(body) as Omit<ShopAddress, 'id'>;
    if (!values.street.trim()) throw new Refusal(400, { street: 'is empty' });
    for (const name of ['street', 'town'] as const)
      if ((values[name] ?? '').split('\n').some((line) => line.length > 200))
        throw new Refusal(400, { [name]: 'is too long' });
    const former = customer.addresses.find((one) => one.id === id);
    if (id !== undefined && !former) throw new Refusal(404);
    const { is_billing = false, is_shipping = false } = former ?? {};
    const written = { ...values, id: id ?? serial++, is_billing, is_shipping };
    customer.addresses = former
      ? customer.addresses.map((one) => (one === former ? written : one))
      : [...customer.addresses, written];
    return written;
  }

  function change(customer: Customer, body: string): unknown {
    const { rev, ...values } = JSON.parse(body) as Partial<Pick<Customer, 'rev' | 'full_name' | 'telephone'>>;
    if (rev !== customer.rev) throw new Refusal(409, {}, profileOf(customer));
    if (values.full_name?.trim() === '') throw new Refusal(400, { full_name: 'is empty' });
    Object.assign(customer, values, { rev: rev + 1 });
    return profileOf(customer);
  }

  function setDefault(customer: Customer, id: number, body: string): ShopAddress {
    const { use } = JSON.parse(body) as { readonly use: 'billing' | 'shipping' };
    const chosen = customer.addresses.find((one) => one.id === id);
    if (!chosen) throw new Refusal(404);
    for (const one of customer.addresses) one[`is_${use}`] = one === chosen;
    return chosen;
  }

  function remove(customer: Customer, id: number): undefined {
    const found = customer.addresses.find((one) => one.id === id);
    if (!found) throw new Refusal(404);
    if (found.is_billing || found.is_shipping) throw new Refusal(400, { address: 'is a default' });
    customer.addresses = customer.addresses.filter((one) => one !== found);
  }

  function answer(request: IncomingMessage, body: string): unknown {
    if (request.headers.authorization !== 'Bearer shop-token') throw new Refusal(401);
    const { pathname, searchParams } = new URL(request.url!, 'http://shop');
    const [, id, list, record, action] =
      /^\/customers\/([^/]+)(?:\/([a-z]+)(?:\/([^/]+)(\/default)?)?)?$/.exec(pathname) ?? [];
    const customer = customers.find((one) => String(one.id) === id);
    if (!customer) throw new Refusal(404);
    const { orders: all, movements } = customer;
    const route = `${request.method} ${list ?? ''}${record === undefined ? '' : '/id'}${action ?? ''}`;
    const key = request.headers['request-id'] as string | undefined;
    if (route === 'GET ') return profileOf(customer);
    if (route === 'PUT ') return change(customer, body);
    if (route === 'GET orders') return pageOf(all.map(rowOf), searchParams);
    if (route === 'GET orders/id') return detailOf(all.find((one) => String(one.id) === record));
    if (route === 'GET addresses') return { results: customer.addresses };
    if (route === 'POST addresses') return write(customer, undefined, body);
    if (route === 'PUT addresses/id') return write(customer, idOf(record), body);
    if (route === 'DELETE addresses/id') return remove(customer, idOf(record));
    if (route === 'POST addresses/id/default') return setDefault(customer, idOf(record), body);
    if (route === 'GET credit') return { balance: movements ? balanceOf(movements) / 100 : null, currency: 'gbp' };
    if (route === 'GET movements') return pageOf((movements ?? []).map(shown), searchParams);
    if (route === 'POST movements') return move(customer, key, body);
    throw new Refusal(404);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('X-Shop', '1');
      try {
        const found = answer(request, Buffer.concat(chunks).toString());
        response.writeHead(found === undefined ? 204 : 200, { 'Content-Type': 'application/json' });
        response.end(found === undefined ? undefined : JSON.stringify(found));
      } catch (error) {
        const { status = 500, fields = {}, now } = error as Partial<Refusal>;
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ problem: { message: `The shop says ${status}.`, fields, now } }));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { readonly port: number };
  return { url: `http://127.0.0.1:${port}`, server };
}

const balanceOf = (movements: readonly Movement[]): number => movements.reduce((sum, { pence }) => sum + pence, 0);
const shown = ({ pence, ...movement }: Movement) => ({ ...movement, amount: pence / 100 });
const profileOf = ({ id, rev, full_name, telephone, email, member_since }: Customer) => ({
  ...{ id, rev, full_name, telephone, email, member_since },
});
const idOf = (record: string | undefined): number => (/^\d{1,9}$/.test(record ?? '') ? Number(record) : 0);

function detailOf(order: Order | undefined) {
  if (!order) throw new Refusal(404);
  return { ...rowOf(order), shipping: order.shipping, lines: order.lines };
}
