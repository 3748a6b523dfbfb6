// Credit and coupons: adjusted, reversed, issued, revoked, and the ledger as a file.
import assert from 'node:assert/strict';
import type { Coupon } from '../../src/domain/coupon.ts';
import type { CreditAccount, CreditEntry } from '../../src/domain/credit.ts';
import { sum } from '../../src/domain/decimal.ts';
import { readCsv } from '../../src/testing/read-csv.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';

const account = 'cr-20817-gbp';
const ledgerOf = (dana: Operator): Promise<CreditEntry[]> =>
  dana.fetchListFromServer(`/customers/${ingrid}/credit/accounts/${account}/entries`);
const couponsOf = (dana: Operator): Promise<Coupon[]> => dana.fetchListFromServer(`/customers/${ingrid}/coupons`);

export async function balanceOf(dana: Operator): Promise<string> {
  const accounts = await dana.fetchListFromServer<CreditAccount>(`/customers/${ingrid}/credit/accounts`);
  return accounts.find(({ id }) => id === account)?.balance.value ?? '';
}

/** Fills in an adjustment up to its confirmation. Nothing has been sent yet. */
export async function fillAdjustment(dana: Operator, amount: string, description: string): Promise<void> {
  const { credit } = dana;
  await credit.press('Adjust credit');
  await credit.write('Amount', amount);
  await credit.choose('Reason', 'Goodwill');
  await credit.write('Description', description);
  await credit.press('Review');
  await credit.waitForText(`Add £${amount} of store credit?`);
}

export async function addsCreditWithReason(dana: Operator): Promise<void> {
  const { credit } = dana;
  await dana.open(ingrid);
  const before = await balanceOf(dana);
  await credit.press('Adjust credit');
  await credit.press('Review');
  // The form does not continue without amount, reason and description.
  for (const missing of ['Enter an amount above nought.', 'Choose a reason.', 'Say what this is for.'])
    await credit.waitForText(missing);
  await dana.page.keyboard.press('Escape');
  await credit.waitForClosed();
  await fillAdjustment(dana, '12.34', 'Saucer arrived chipped');
  assert.equal(await balanceOf(dana), before);
  await credit.press('Add £12.34');
  assert.equal(await credit.waitForClosed(), 'Adjust credit');
  const after = sum(before, '12.34');
  await credit.waitForText(`£${after}`);
  await credit.waitForText('Saucer arrived chipped');
  assert.equal(await balanceOf(dana), after);
}

export async function reversesEntry(dana: Operator): Promise<void> {
  const { credit } = dana;
  await dana.open(ingrid);
  await fillAdjustment(dana, '5.00', 'Keyed for the wrong customer');
  await credit.press('Add £5.00');
  await credit.waitForClosed();
  const before = await balanceOf(dana);
  await credit.press(/^Reverse the entry .*Keyed for the wrong customer/);
  await credit.choose('Reason', 'Correction');
  await credit.write('Description', 'Wrong customer');
  await credit.press('Review');
  await credit.press('Reverse +£5.00');
  await credit.waitForClosed();
  await credit.until('tbody [part~=row]', ([first = '']) => /Reversal.*Wrong customer/.test(first), 'a reversal');
  assert.equal(await balanceOf(dana), sum(before, '-5.00'));
  // Both entries stay, and neither can be reversed again.
  const [reversal, entry] = await ledgerOf(dana);
  assert.equal(reversal?.reverses, entry?.id);
  assert.equal(entry?.reversedBy, reversal?.id);
  assert.equal(await credit.has(/^Reverse the entry .*wrong customer/i), false);
}

export async function issuesAndRevokesCoupon(dana: Operator): Promise<void> {
  const { credit } = dana;
  const name = 'Kiln opening';
  await dana.open(ingrid);
  await credit.press('Coupons', 'Space');
  await credit.press('Issue coupon');
  await credit.write('Name', name);
  await credit.press('Percentage', 'Space');
  await credit.write('Per cent off', '15');
  await credit.press('Review');
  await credit.waitForText('Issue this coupon?');
  await credit.press('Issue coupon');
  await credit.waitForClosed();
  await credit.waitForText(name);
  const issued = (await couponsOf(dana)).find((coupon) => coupon.name === name);
  assert.deepEqual(issued?.benefit, { kind: 'percent', percent: '15' });
  await credit.press(`Revoke ${name}`);
  await credit.press('Revoke coupon');
  await credit.waitForClosed();
  await credit.waitForText('Coupon revoked.');
  assert.equal((await couponsOf(dana)).find((coupon) => coupon.name === name)?.status, 'revoked');
}

/** Exports the whole ledger: every entry is in the file once, and their sum is the balance. */
export async function exportsLedger(dana: Operator): Promise<void> {
  const { credit } = dana;
  await dana.open(ingrid);
  await credit.press('View full history');
  await credit.find('Export');
  await credit.press('Export');
  const file = await dana.download(() => credit.press('CSV'));
  const [head = [], ...lines] = readCsv(await file.content.text());
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)] ?? '');
  const there = await ledgerOf(dana);
  assert.deepEqual(
    column('Entry id'),
    there.map(({ id }) => id),
  );
  assert.equal(sum(...column('Change')), await balanceOf(dana));
  await dana.page.keyboard.press('Escape');
  assert.equal(await credit.waitForClosed(), 'View full history');
}
