import { codeOf } from '../../../src/domain/field.ts';
import type { Coupon, CouponInput } from '../../../src/domain/coupon.ts';
import { type Money, minorUnits } from '../../../src/domain/money.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import { one } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { invalid, notFound, RequestError } from '../http/problems.ts';
import { code, finds, isAnyOf } from './conditions.ts';
import { instant } from './values.ts';
import type { Answer, Call, Handler } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly status: Coupon['status'];
  readonly issuedAt: Date;
  readonly details: Pick<Coupon, 'code' | 'name' | 'benefit' | 'minimum' | 'validUntil' | 'usedAt'>;
}

/** The current status: no process marks coupons as expired. */
const status = sql`
  case when ${code(sql`(status)`)} = 'active' and (details ->> 'validUntil')::date < (now() at time zone 'UTC')::date
    then '"expired"'::jsonb else status end`;
const columns = sql`coupon_id as id, version, ${status} as status, issued_at as "issuedAt", details`;

const newestFirst: Ordering = [
  { by: sql`issued_at`, type: 'timestamptz', descending: true },
  { by: sql`coupon_id`, type: 'text', descending: true },
];

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const requestedStatus = query.filter.get('status');
  const coupons = {
    columns,
    from: sql`coupons`,
    where: sql`
      customer_id = ${customerId} ${requestedStatus === undefined ? nothing : isAnyOf(code(sql`(${status})`), requestedStatus)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: newestFirst,
  };
  const page = await readPage(db, query, coupons, (row: Row) => couponOf(customerId, row));
  return { body: { ...page, total: await countRows(db, coupons) } };
};

export const issue: Handler<CouponInput> = async ({ db, customerId, body: terms }) => {
  validateTerms(terms);
  const { minimum = null, validUntil = null } = terms;
  const details = JSON.stringify({ ...terms, minimum, validUntil, code: newCode(), usedAt: null });
  const row = await one<Row>(
    db,
    sql`
      insert into coupons (customer_id, coupon_id, status, issued_at, details)
      values (${customerId}, ${crypto.randomUUID()}, '"active"', now(), ${details}::jsonb)
      returning ${columns}`,
  );
  return { ...answerOf(customerId, row), location: row.id };
};

export const revoke: Handler = async (call) => {
  const { db, customerId, id, ifVersion } = call;
  const [row] = await db.query<Row>(sql`
    update coupons set status = '"revoked"', version = version + 1
    where customer_id = ${customerId} and coupon_id = ${id('couponId')} and version::text = ${ifVersion}
      and ${code(sql`(${status})`)} in ('active', 'scheduled')
    returning ${columns}`);
  if (!row) throw await explainMissing(call);
  return answerOf(customerId, row);
};

async function explainMissing({ db, customerId, id, ifVersion }: Call): Promise<RequestError> {
  const [row] = await db.query<Row>(
    sql`select ${columns} from coupons where customer_id = ${customerId} and coupon_id = ${id('couponId')}`,
  );
  if (!row) return notFound();
  const current = couponOf(customerId, row);
  return current.version === ifVersion
    ? invalid({ status: `is ${codeOf(current.status)}` })
    : new RequestError('conflict', { current });
}

/** Returns a code of ten characters, none of which resembles another. */
function newCode(): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const drawn = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => alphabet[byte % alphabet.length]);
  return `${drawn.slice(0, 5).join('')}-${drawn.slice(5).join('')}`;
}

/** Throws if the benefit is empty or the last day is over. */
function validateTerms({ benefit, minimum, validUntil }: CouponInput): void {
  if (benefit.kind === 'amount') requireAmount('benefit.amount', benefit.amount);
  if (benefit.kind === 'percent') {
    if (decimal.sign(benefit.percent) <= 0) throw invalid({ 'benefit.percent': 'is not positive' });
    if (decimal.compare(benefit.percent, '100') > 0) throw invalid({ 'benefit.percent': 'is more than 100' });
  }
  if (minimum) requireAmount('minimum', minimum);
  if (validUntil && validUntil < new Date().toISOString().slice(0, 10)) throw invalid({ validUntil: 'is over' });
}

function requireAmount(field: string, { value, currency }: Money): void {
  const places = minorUnits(currency);
  if (decimal.sign(value) <= 0) throw invalid({ [field]: 'is not positive' });
  if (decimal.compare(decimal.round(value, places), value) !== 0)
    throw invalid({ [field]: `has more than ${places} decimals` });
}

function answerOf(customerId: string, row: Row): Answer {
  const coupon = couponOf(customerId, row);
  return { body: coupon, version: coupon.version };
}

const couponOf = (customerId: string, { id, version, status: is, issuedAt, details }: Row): Coupon => ({
  ...details,
  id,
  customerId,
  version: String(version),
  status: is,
  issuedAt: instant(issuedAt),
});
