import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Coupon, CouponInput } from '../../../src/domain/coupon.ts';
import { sql } from '../database/sql.ts';
import type { Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

export function testCoupons(server: () => TestServer): void {
  const customer = '/customers/C-20823';
  const coupons = `${customer}/coupons`;
  const tenth: CouponInput = { name: 'Thanks', benefit: { kind: 'percent', percent: '10' } };
  const issue = <Body = Coupon>(more: object = {}, key?: string, as = server().manager) =>
    as.send<Body>('POST', coupons, { body: { ...tenth, ...more }, key });
  const revoke = <Body = Coupon>(id: string, version: string | undefined, as = server().manager, of = coupons) =>
    as.send<Body>('POST', `${of}/${id}/revocation`, version === undefined ? {} : { version });
  const all = (status = ''): Promise<Coupon[]> =>
    server().manager.all(`${coupons}${status && `?filter[status]=${status}`}`, 3);

  describe('coupons', () => {
    it('have a generated code, and are valid', async () => {
      const minimum = { value: '30.00', currency: 'GBP' };
      const { status, headers, body } = await issue({ minimum, validUntil: '2099-12-31' });
      assert.equal(status, 201);
      assert.equal(headers.get('ETag'), '"1"');
      assert.equal(headers.get('Location'), `/api${coupons}/${body.id}`);
      assert.deepEqual(
        [body.status, body.minimum, body.validUntil, body.usedAt],
        ['active', minimum, '2099-12-31', null],
      );
      assert.match(body.code as string, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
      const { body: other } = await issue();
      assert.notEqual(other.code, body.code);
      assert.deepEqual([other.minimum, other.validUntil], [null, null]);
      assert.deepEqual((await all())[0], other);
    });

    it('are issued once for one key', async () => {
      const before = (await all()).length;
      const answers = await Promise.all(Array.from({ length: 6 }, () => issue({}, 'coupon-1')));
      assert.ok(answers.every(({ status }) => status === 201 || status === 409));
      assert.equal((await issue({}, 'coupon-1')).status, 201);
      assert.equal((await issue({ name: 'Other' }, 'coupon-1')).status, 422);
      assert.equal((await all()).length, before + 1);
    });

    it('reject an empty benefit, a negative price and a past last day', async () => {
      const before = (await all()).length;
      for (const [member, more] of Object.entries({
        'benefit.percent': { benefit: { kind: 'percent', percent: '100.01' } },
        'benefit.amount': { benefit: { kind: 'amount', amount: { value: '0.00', currency: 'GBP' } } },
        minimum: { minimum: { value: '10.001', currency: 'GBP' } },
        validUntil: { validUntil: '2001-09-09' },
        name: { name: ' ' },
      })) {
        const { status, body } = await issue<Refused>(more);
        assert.deepEqual([status, Object.keys(body.fieldErrors ?? {})], [422, [member]]);
      }
      assert.equal((await all()).length, before);
    });

    it('are revoked for the given version, and once under twenty concurrent requests', async () => {
      const { body: coupon } = await issue();
      assert.equal((await revoke(coupon.id, undefined)).status, 428);
      const stale = await revoke<Refused>(coupon.id, '7');
      assert.deepEqual([stale.status, (stale.body.current as Coupon).version], [412, '1']);
      const answers = await Promise.all(Array.from({ length: 20 }, () => revoke(coupon.id, '1')));
      assert.deepEqual(
        [answers.filter(({ status }) => status === 200).length, answers.filter(({ status }) => status === 412).length],
        [1, 19],
      );
      assert.deepEqual(
        (await all('revoked')).map(({ id, version }) => [id, version]).find(([id]) => id === coupon.id),
        [coupon.id, '2'],
      );
      assert.deepEqual((await revoke<Refused>(coupon.id, '2')).body.fieldErrors, { status: 'is revoked' });
    });

    it('are not found under another customer', async () => {
      const { body: coupon } = await issue();
      assert.equal((await revoke(coupon.id, '1', server().manager, '/customers/C-20817/coupons')).status, 404);
      assert.equal((await revoke('gone', '1')).status, 404);
    });

    it('expire after their last day, and can then not be revoked', async () => {
      const { body: coupon } = await issue({ validUntil: '2099-12-31' });
      await server().database.query(sql`
        update coupons set details = details || '{"validUntil": "2020-02-29"}' where coupon_id = ${coupon.id}`);
      const ids = async (status: string) => (await all(status)).map(({ id }) => id);
      assert.ok((await ids('expired')).includes(coupon.id));
      assert.ok(!(await ids('active')).includes(coupon.id));
      assert.ok((await ids('active,expired')).includes(coupon.id));
      assert.deepEqual((await revoke<Refused>(coupon.id, '1')).body.fieldErrors, { status: 'is expired' });
    });

    it('can be issued and revoked by managers only', async () => {
      const { body: coupon } = await issue();
      for (const as of [server().agent, server().viewer]) {
        const { status, body } = await issue<Refused>({}, undefined, as);
        assert.deepEqual([status, body.reason], [403, 'Managers issue and revoke coupons.']);
        assert.equal((await revoke(coupon.id, '1', as)).status, 403);
        assert.equal((await as.get<Listed<Coupon>>(coupons)).status, 200);
      }
    });
  });
}
