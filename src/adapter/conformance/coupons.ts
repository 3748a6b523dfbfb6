import * as decimal from '../../domain/decimal.ts';
import { codeOf } from '../../domain/field.ts';
import { minorUnits } from '../../domain/money.ts';
import { Coupon, type CouponInput } from '../../domain/coupon.ts';
import type { CouponsPort } from '../ports/coupons.ts';
import { ensure, readable, rejection, same } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** The kinds of benefits that the kit issues, and the terms that it adds. */
interface Offer {
  readonly benefits: readonly CouponInput['benefit'][];
  /** Absent: no coupon of the customer has an amount, so that the kit knows no currency. */
  readonly currency?: string | undefined;
  readonly terms: Pick<CouponInput, 'minimum' | 'validUntil'>;
}

/**
 * Returns what the platform offers: the benefits and terms that the customer's coupons have. Not every platform has
 * free shipping, amounts or pounds. Without coupons, that is a discount of 10%.
 */
async function offerOf(coupons: CouponsPort, customerId: string): Promise<Offer> {
  const rows = await read(coupons, customerId);
  const amounts = rows.flatMap(({ benefit, minimum }) => [
    ...(benefit.kind === 'amount' ? [benefit.amount] : []),
    ...(minimum ? [minimum] : []),
  ]);
  const currency = amounts[0]?.currency;
  const every: readonly CouponInput['benefit'][] = [
    { kind: 'percent', percent: '12.5' },
    ...(currency === undefined ? [] : [{ kind: 'amount' as const, amount: { value: '10', currency } }]),
    { kind: 'free-shipping' },
  ];
  const benefits = every.filter(({ kind }) => rows.some(({ benefit }) => benefit.kind === kind));
  return {
    benefits: benefits.length > 0 ? benefits : [{ kind: 'percent', percent: '10' }],
    currency,
    terms: {
      ...(currency !== undefined && rows.some(({ minimum }) => minimum) && { minimum: { value: '30', currency } }),
      ...(rows.some(({ validUntil }) => validUntil) && { validUntil: '2099-12-31' }),
    },
  };
}

/** Returns a coupon that the platform can issue. */
export async function someCoupon(coupons: CouponsPort, customerId: string, name: string): Promise<CouponInput> {
  const { benefits } = await offerOf(coupons, customerId);
  return { name: `Conformance kit: ${name}`, benefit: benefits[0]! };
}

/** Tests issuing, listing and revoking coupons. */
export function couponCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { coupons } = adapter;
  if (!coupons?.list) return [];
  return [
    ...listCases(coupons, full),
    ...(coupons.issue ? issueCases(coupons, full) : []),
    ...(coupons.issue && coupons.revoke ? revokeCases(coupons, full, empty) : []),
  ];
}

const hasFilter = ({ capabilities }: CouponsPort): boolean => capabilities?.list?.filter?.includes('status') ?? false;

/** Fetches the coupons, or those with a status. Without the filter, the kit compares the codes itself. */
async function read(coupons: CouponsPort, customerId: string, status?: string): Promise<readonly Coupon[]> {
  const filter = status !== undefined && hasFilter(coupons) ? { status } : undefined;
  const { items } = await coupons.list!(customerId, { ...all, filter }, reading());
  return filter || status === undefined ? items : items.filter((coupon) => codeOf(coupon.status) === status);
}

const listCases = (coupons: CouponsPort, full: string): ConformanceCase[] => [
  {
    name: 'coupons.list: is sorted newest first, and filtered by status',
    async run() {
      const rows = await read(coupons, full);
      for (const [index, { issuedAt }] of rows.slice(1).entries())
        ensure(Date.parse(rows[index]!.issuedAt) >= Date.parse(issuedAt), `row ${index + 2} is out of order`);
      if (!hasFilter(coupons)) return;
      const codes = [...new Set(rows.map(({ status }) => codeOf(status)))];
      for (const input of [...codes.map((code) => [code]), codes.slice(0, 2)])
        same(
          (await read(coupons, full, input.join(','))).map(({ id }) => id),
          rows.filter(({ status }) => input.includes(codeOf(status))).map(({ id }) => id),
          `coupons that are ${input.join(' or ')}`,
        );
    },
  },
];

const issueCases = (coupons: CouponsPort, full: string): ConformanceCase[] => [
  {
    name: 'coupons.issue: issues a usable coupon with the given values',
    async run() {
      const { benefits, terms } = await offerOf(coupons, full);
      for (const benefit of benefits) {
        const input = { name: `Conformance kit: ${benefit.kind}`, benefit, ...terms };
        const issued = readable(Coupon, await coupons.issue!(full, input, writing()), 'coupons.issue');
        const found = (await read(coupons, full, 'active')).find(({ id }) => id === issued.id);
        for (const coupon of [issued, found]) {
          same(
            [
              coupon?.customerId,
              coupon?.name,
              exact(coupon?.benefit),
              exact(coupon?.minimum),
              coupon?.validUntil ?? null,
            ],
            [full, input.name, exact(benefit), exact(input.minimum), input.validUntil ?? null],
            'the coupon',
          );
        }
      }
    },
  },
  {
    name: 'coupons.issue: rejects an empty benefit, a past day and an empty name, and names the member',
    async run() {
      const before = (await read(coupons, full)).length;
      const { benefits, currency = 'GBP', terms } = await offerOf(coupons, full);
      const has = (kind: string): boolean => benefits.some((benefit) => benefit.kind === kind);
      const percent = (value: string): Partial<CouponInput> => ({ benefit: { kind: 'percent', percent: value } });
      const amount = (value: string): Partial<CouponInput> => ({
        benefit: { kind: 'amount', amount: { value, currency } },
      });
      const places = '0'.repeat(minorUnits(currency));
      const wrong: [member: string, change: Partial<CouponInput>][] = [['name', { name: ' ' }]];
      if (has('percent')) wrong.push(['benefit', percent('0')], ['benefit', percent('100.1')]);
      if (has('amount')) wrong.push(['benefit', amount('-1')], ['benefit', amount(`1.${places}5`)]);
      if (terms.minimum) wrong.push(['minimum', { minimum: { value: '0', currency } }]);
      if (terms.validUntil) wrong.push(['validUntil', { validUntil: '2000-01-01' }]);
      for (const [member, change] of wrong) {
        const input = { ...(await someCoupon(coupons, full, 'refused')), ...change };
        const { fieldErrors = {} } = await rejection(coupons.issue!(full, input, writing()), 'validation');
        ensure(
          Object.keys(fieldErrors).some((field) => field.startsWith(member)),
          `fieldErrors should name ${member}`,
        );
      }
      same((await read(coupons, full)).length, before, 'coupons');
    },
  },
];

/** Returns a value whose amounts compare as numbers: a platform may add decimals. */
const exact = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (key, member: unknown) =>
    (key === 'value' || key === 'percent') && typeof member === 'string' ? decimal.round(member, 20) : member,
  );

function revokeCases(coupons: CouponsPort, full: string, empty: string): ConformanceCase[] {
  const issue = async (name: string) => coupons.issue!(full, await someCoupon(coupons, full, name), writing());
  const revoke = ({ id, version }: Coupon, customerId = full) =>
    coupons.revoke!(customerId, id, writing({ ifVersion: version }));
  const cases: ConformanceCase[] = [
    {
      name: 'coupons.revoke: revokes an unused coupon once, but not under another customer',
      async run() {
        const coupon = await issue('to be revoked');
        await rejection(revoke(coupon, empty), 'not-found');
        await rejection(revoke({ ...coupon, id: 'no-such-coupon' }), 'not-found');
        const revoked = readable(Coupon, await revoke(coupon), 'coupons.revoke');
        same([revoked.id, codeOf(revoked.status)], [coupon.id, 'revoked'], 'the coupon in the answer');
        same(
          (await read(coupons, full, 'revoked')).filter(({ id }) => id === coupon.id).length,
          1,
          'revoked coupons of that id',
        );
        await rejection(revoke(revoked), 'validation');
        const used = (await read(coupons, full)).find(({ status }) => codeOf(status) === 'used');
        if (used) await rejection(revoke(used), 'validation');
      },
    },
  ];
  return cases;
}
