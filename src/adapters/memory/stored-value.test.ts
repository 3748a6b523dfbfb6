import { expect } from 'chai';
import { isAdapterError } from '../../adapter/adapter-error.ts';
import type { CreditAccount, CreditAdjustment } from '../../domain/credit.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore, type RoleName } from './index.ts';

const { ingrid, manyAccounts } = knownCustomers;
const shop = createShop({ customers: Object.keys(knownCustomers).length });
const options = { signal: AbortSignal.any([]) };
const all = { first: 1000 } as const;
const gbp = 'cr-20817-gbp';
let key = 0;
const write = () => ({ idempotencyKey: `key ${(key += 1)}` });

const open = () => memoryAdapter({ store: new MemoryStore(shop) });
type Memory = ReturnType<typeof open>;
const accountOf = async ({ credit }: Memory, id: string, customer: string = ingrid): Promise<CreditAccount> =>
  (await credit.accounts(customer, all, options)).items.find((account) => account.id === id)!;
const give = ({ credit }: Memory, value: string, more: Partial<CreditAdjustment> = {}) =>
  credit.adjust(
    ingrid,
    { accountId: gbp, amount: { value, currency: 'GBP' }, description: 'Test', reason: 'goodwill', ...more },
    write(),
  );
const errorsOf = async (call: Promise<unknown>): Promise<unknown> => {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  return isAdapterError(thrown) && thrown.fieldErrors;
};

describe('stored value in memoryAdapter', () => {
  it('depends on roles, as on the server: agents up to a limit, viewers not at all', async () => {
    const as = (role: RoleName) => memoryAdapter({ store: new MemoryStore(shop), role });
    expect((await give(as('agent'), '50.00')).entry!.amount.value).to.equal('50.00');
    expect((await give(as('manager'), '50.01')).entry!.amount.value).to.equal('50.01');
    const rejections: readonly (readonly [RoleName, string, string])[] = [
      ['agent', '50.01', 'You may adjust credit by up to 50 GBP at a time. Managers may do more.'],
      ['agent', '-50.01', 'You may adjust credit by up to 50 GBP at a time. Managers may do more.'],
      ['viewer', '1.00', 'Agents may adjust credit up to a limit, managers without one.'],
    ];
    for (const [role, value, reason] of rejections) {
      const error: unknown = await give(as(role), value).catch((thrown: unknown) => thrown);
      expect(isAdapterError(error) && [error.code, error.reason]).to.deep.equal(['forbidden', reason]);
    }
  });

  it('returns the next expiry: the total that expires then, at most the balance', async () => {
    const memory = open();
    const lapsing = async () => (await accountOf(memory, gbp)).lapsing;
    const [first, later] = ['2026-11-30T23:59:59Z', '2026-12-24T23:59:59Z'];
    expect(await lapsing()).to.deep.equal({ amount: { value: '25.00', currency: 'GBP' }, at: first });
    const { entry } = await give(memory, '10.00', { expiresOn: '2026-11-30' });
    expect(entry!.expiresAt).to.equal(first);
    expect((await lapsing())!.amount.value).to.equal('35.00');
    await give(memory, '-10.00', { reverses: entry!.id });
    expect((await lapsing())!.amount.value).to.equal('25.00');
    await give(memory, '-66.50');
    expect((await lapsing())!.amount.value).to.equal('20.00');
    await give(memory, '5.00', { expiresOn: '2026-12-24' });
    expect((await lapsing())!.at).to.equal(first);
    await give(memory, '-25.00', { reverses: 'cr-20817-gbp-30', reason: 'correction' });
    expect(await lapsing()).to.equal(null);
    await give(memory, '5.00', { expiresOn: '2026-12-24' });
    expect(await lapsing()).to.deep.equal({ amount: { value: '5.00', currency: 'GBP' }, at: later });
  });

  it('ends a last day in the given zone, also on days with a clock change; in UTC without one', async () => {
    const memory = open();
    for (const [expiresOn, timeZone, expiresAt] of [
      ['2027-03-28', 'Europe/London', '2027-03-28T22:59:59Z'],
      ['2027-03-27', 'Europe/London', '2027-03-27T23:59:59Z'],
      ['2027-10-31', 'Europe/London', '2027-10-31T23:59:59Z'],
      ['2027-10-30', 'Europe/London', '2027-10-30T22:59:59Z'],
      ['2027-03-28', undefined, '2027-03-28T23:59:59Z'],
      ['9999-12-31', 'America/Los_Angeles', '9999-12-31T23:59:59Z'],
    ] as const)
      expect((await give(memory, '1.00', { expiresOn, timeZone })).entry!.expiresAt).to.equal(expiresAt);
    expect(await errorsOf(give(memory, '1.00', { expiresOn: '2027-03-28', timeZone: 'Moon/Sea' }))).to.have.key(
      'timeZone',
    );
  });

  it('expires at the end of the last day in that zone, and no earlier', async () => {
    const memory = open();
    // It is 18 November, 11:20 in UTC: the 19th in Auckland, the 18th in Honolulu.
    const [auckland, honolulu] = ['Pacific/Auckland', 'Pacific/Honolulu'];
    const today = { expiresOn: '2026-11-18' };
    expect(await errorsOf(give(memory, '1.00', { ...today, timeZone: auckland }))).to.have.key('expiresOn');
    const { entry } = await give(memory, '1.00', { ...today, timeZone: honolulu });
    expect(entry!.expiresAt).to.equal('2026-11-19T09:59:59Z');
    expect(await errorsOf(give(memory, '1.00', { expiresOn: '2026-11-17', timeZone: honolulu }))).to.have.key(
      'expiresOn',
    );
  });

  it('links a reversed entry and its reversal; only manual adjustments are reversible', async () => {
    const memory = open();
    const { items } = await memory.credit.entries(ingrid, gbp, all, options);
    const byId = new Map(items.map((entry) => [entry.id, entry]));
    expect(byId.get('cr-20817-gbp-28')).to.include({ reversedBy: 'cr-20817-gbp-29', reversible: false });
    expect(byId.get('cr-20817-gbp-29')).to.include({ reverses: 'cr-20817-gbp-28', reversible: false });
    expect(byId.get('cr-20817-gbp-30')).to.include({ reverses: null, reversedBy: null, reversible: true });
    expect(byId.get('cr-20817-gbp-31')).to.include({ kind: 'spent', reversible: false });
  });

  it('reverses no more than the balance, and nothing twice', async () => {
    const memory = open();
    await give(memory, '-80.00');
    expect(await errorsOf(give(memory, '-25.00', { reverses: 'cr-20817-gbp-30' }))).to.have.key('amount');
    await give(memory, '80.00');
    await give(memory, '-25.00', { reverses: 'cr-20817-gbp-30' });
    expect(await errorsOf(give(memory, '-25.00', { reverses: 'cr-20817-gbp-30' }))).to.have.key('reverses');
  });

  it('reverses credits also where debits are not allowed', async () => {
    const memory = open();
    const points = 'cr-20817-points';
    const adjustment = { accountId: points, amount: { value: '-340', unit: 'points' }, description: 'Twice' };
    expect(await errorsOf(memory.credit.adjust(ingrid, adjustment, write()))).to.have.key('amount');
    await memory.credit.adjust(ingrid, { ...adjustment, reverses: 'cr-20817-points-2' }, write());
    expect((await accountOf(memory, points)).balance.value).to.equal('2000');
  });

  it('moves in steps of the account’s smallest fraction, also from an integer balance, and no smaller ones', async () => {
    const memory = open();
    const { items } = await memory.credit.accounts(manyAccounts, all, options);
    const { id } = items.find(({ fractionDigits }) => fractionDigits === 1)!;
    const move = (value: string) =>
      memory.credit.adjust(
        manyAccounts,
        { accountId: id, amount: { value, unit: 'hours' }, description: 'Half an hour' },
        write(),
      );
    expect((await move('0.5')).account.balance.value).to.equal('8.0');
    expect((await move('0.5')).account.balance.value).to.equal('8.5');
    expect(await errorsOf(move('0.25'))).to.deep.equal({ amount: 'has more than 1 decimals' });
  });

  it('has accounts and coupons of every kind', async () => {
    const memory = open();
    const { items } = await memory.credit.accounts(manyAccounts, all, options);
    expect(items.map(({ kind, label }) => [typeof kind === 'string' ? kind : kind.label, label])).to.deep.equal([
      ['deposit', undefined],
      ['gift-card', 'ending 4417'],
      ['gift-card', 'ending 0831'],
      ['Hours at the kiln', undefined],
      ['points', undefined],
    ]);
    const { items: coupons } = await memory.coupons.list(ingrid, all, options);
    expect(coupons.map(({ status }) => status)).to.deep.equal([
      'active',
      'active',
      'active',
      'used',
      'revoked',
      'expired',
    ]);
  });

  it('shifts the days of coupons with the shop', () => {
    const later = createShop({ customers: 1, now: '2027-11-18T11:20:00Z' });
    expect(later.coupons[0]).to.include({ validUntil: '2028-03-30', issuedAt: '2027-11-09T10:12:00Z' });
  });
});
