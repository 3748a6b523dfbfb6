// The shop with its own API that the adapter of the guide is for: two customers, orders, comments.

interface Row {
  readonly id: number;
  readonly at: string;
}

const operator = { id: 'mo', name: 'Maud Oyelaran' };

const customers = [
  { id: 17, name: 'Mira Okafor', mail: 'mira@okafor.example', since: '2021-03-04T08:00:00Z' },
  { id: 18, name: 'Niels Brandt', mail: null, since: '2026-09-01T08:00:00Z' },
];

const orders = Array.from({ length: 9 }, (_, index) => ({
  id: 1043 - index,
  at: `2026-10-${String(28 - index).padStart(2, '0')}T09:30:00Z`,
  pieces: index + 1,
  pence: 1999 + index * 250,
  paid: index > 0,
}));

const remarks = ['Rang about the parcel.', 'Prefers Tuesdays.', 'Wants an invoice.', 'New address.'];

/** Returns a page of rows, newest first, filtered by dates, from the requested cursor on. */
function pageOf<R extends Row>(rows: readonly R[], query: URLSearchParams) {
  const [limit, before, from, to, timeZone] = ['limit', 'before', 'from', 'to', 'zone'].map((name) => query.get(name));
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: timeZone ?? 'UTC' });
  const asked = rows.filter(({ at }) => {
    const on = day.format(new Date(at));
    return (!from || on >= from) && (!to || on <= to);
  });
  const rest = before ? asked.filter(({ id }) => id < Number(before)) : asked;
  return { rows: rest.slice(0, Number(limit)), count: asked.length, more: rest.length > Number(limit) };
}

const reject = (errors: Readonly<Record<string, string>>) =>
  Response.json({ errors }, { status: 400, headers: { 'X-Shop': '1' } });

/** Creates a shop, and returns its request handler. */
export function openShop(): (request: Request) => Promise<Response> {
  const comments = remarks.map((body, index) => ({
    id: 60 - index,
    body,
    at: `2026-10-2${8 - index}T10:00:00Z`,
    operator,
  }));
  const known = new Map<string, (typeof comments)[number]>();

  async function comment(request: Request): Promise<Response> {
    const { body } = (await request.json()) as { readonly body: string };
    if (!body.trim()) return reject({ body: 'is empty' });
    if (body.length > 10_000) return reject({ body: 'is too long' });
    const key = request.headers.get('Idempotency-Key') ?? '';
    const before = known.get(key);
    if (before) return before.body === body ? Response.json(before) : reject({ key: 'was used' });
    const added = { id: comments[0]!.id + 1, body, at: '2026-11-18T11:30:00Z', operator };
    comments.unshift(added);
    known.set(key, added);
    return Response.json(added);
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const [, id, list] = /^\/shop\/customers\/([^/]+)(?:\/(\w+))?$/.exec(pathname) ?? [];
    const customer = customers.find((candidate) => String(candidate.id) === id);
    if (!customer) return new Response(null, { status: 404, headers: { 'X-Shop': '1' } });
    if (list === undefined) return Response.json(customer);
    if (request.method === 'POST') return comment(request);
    const rows = list === 'orders' ? orders : comments;
    return Response.json(pageOf<Row>(customer.id === 17 ? rows : [], searchParams));
  };
}
