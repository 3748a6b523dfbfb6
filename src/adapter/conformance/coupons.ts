import { codeOf } from '../../domain/field.ts';
import { Coupon, type CouponInput } from '../../domain/coupon.ts';
import type { CouponsPort } from '../ports/coupons.ts';
import { ensure, readable, rejection, same } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Returns a coupon with a discount of 10%. */
export const tenth = (name: string): CouponInput => ({
  name: `Conformance kit: ${name}`,
  benefit: { kind: 'percent', percent: '10' },
});

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
      const benefits: readonly CouponInput['benefit'][] = [
        { kind: 'amount', amount: { value: '10.50', currency: 'GBP' } },
        { kind: 'percent', percent: '12.5' },
        { kind: 'free-shipping' },
      ];
      for (const benefit of benefits) {
        const input = {
          ...tenth(benefit.kind),
          benefit,
          minimum: { value: '30.00', currency: 'GBP' },
          validUntil: '2099-12-31',
        };
        const issued = readable(Coupon, await coupons.issue!(full, input, writing()), 'coupons.issue');
        const found = (await read(coupons, full, 'active')).find(({ id }) => id === issued.id);
        for (const coupon of [issued, found])
          same(
            [coupon?.customerId, coupon?.name, coupon?.benefit, coupon?.minimum, coupon?.validUntil],
            [full, input.name, benefit, input.minimum, input.validUntil],
            'the coupon',
          );
      }
    },
  },
  {
    name: 'coupons.issue: rejects an empty benefit, a past day and an empty name, and names the member',
    async run() {
      const before = (await read(coupons, full)).length;
      const wrong: readonly [member: string, change: Partial<CouponInput>][] = [
        ['name', { name: ' ' }],
        ['benefit', { benefit: { kind: 'percent', percent: '0' } }],
        ['benefit', { benefit: { kind: 'percent', percent: '100.1' } }],
        ['benefit', { benefit: { kind: 'amount', amount: { value: '-1', currency: 'GBP' } } }],
        ['benefit', { benefit: { kind: 'amount', amount: { value: '1.005', currency: 'GBP' } } }],
        ['minimum', { minimum: { value: '0.00', currency: 'GBP' } }],
        ['validUntil', { validUntil: '2000-01-01' }],
      ];
      for (const [member, change] of wrong) {
        const { fieldErrors = {} } = await rejection(
          coupons.issue!(full, { ...tenth('refused'), ...change }, writing()),
          'validation',
        );
        ensure(
          Object.keys(fieldErrors).some((field) => field.startsWith(member)),
          `fieldErrors should name ${member}`,
        );
      }
      same((await read(coupons, full)).length, before, 'coupons');
    },
  },
];

function revokeCases(coupons: CouponsPort, full: string, empty: string): ConformanceCase[] {
  const issue = (name: string) => coupons.issue!(full, tenth(name), writing());
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
