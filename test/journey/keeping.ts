// Drafts and writes survive a change of customer, the end of a session, and a lost answer.
import assert from 'node:assert/strict';
import type { CreditEntry } from '../../src/domain/credit.ts';
import type { Note } from '../../src/domain/note.ts';
import { asksToAdd, balanceOf } from './credit.ts';
import { ingrid } from './house.ts';
import type { Operator } from './operator.ts';

const other = 'C-20818';

export async function keepsWhatWasTypedForEachCustomer(dana: Operator): Promise<void> {
  const { notes, credit, customer } = dana;
  await dana.opens(ingrid);
  await credit.press('Adjust credit');
  await credit.write('Amount', '3.21');
  await dana.page.keyboard.press('Escape');
  await credit.closes();
  await notes.write('New note', 'Half a sentence');
  await dana.switchesTo(other);
  assert.ok(!(await customer.text()).includes('Ingrid'));
  assert.equal(await notes.valueOf('New note'), '');
  await notes.write('New note', 'For the other one');
  await dana.page.goBack();
  await customer.reads('Ingrid Vasquez-Holm');
  assert.equal(await notes.valueOf('New note'), 'Half a sentence');
  await credit.press('Adjust credit');
  assert.equal(await credit.valueOf('Amount'), '3.21');
  await dana.page.keyboard.press('Escape');
  await credit.closes();
  await dana.page.goForward();
  await customer.reads(other);
  assert.equal(await notes.valueOf('New note'), 'For the other one');
}

/** The session ends while a note is being sent: the operator signs in again, and the note is saved once. */
export async function losesNothingWhenSignedOutInTheMiddle(dana: Operator): Promise<void> {
  const body = 'Written as the session ended.';
  const { notes } = dana;
  await dana.opens(ingrid);
  await notes.write('New note', body);
  await dana.during(
    /\/notes$/,
    () => dana.isSignedOut(),
    () => notes.press('Save note'),
  );
  await dana.page.waitForSelector('dialog[data-again][open]');
  assert.equal((await notes.typed()).includes(body), true);
  await dana.signsIn();
  await dana.page.waitForSelector('dialog[data-again]:not([open])');
  await notes.find('Save note');
  assert.equal(await notes.valueOf('New note'), body);
  await notes.press('Save note');
  await notes.reads('Note saved.');
  const saved = (await dana.serverList<Note>(`/customers/${ingrid}/notes`)).filter((note) => note.body === body);
  assert.equal(saved.length, 1);
}

/**
 * The server has executed the adjustment but its answer is lost: the page does not say that it failed, and money moves
 * once.
 */
export async function settlesMoneyWhoseAnswerWasLost(dana: Operator): Promise<void> {
  const { credit } = dana;
  await dana.opens(ingrid);
  const before = await balanceOf(dana);
  await asksToAdd(dana, '7.77', 'Answer lost');
  await dana.losesTheAnswer(/\/credit\/adjustments$/, () => credit.press('Add £7.77'));
  assert.equal(await credit.closes(), 'Check now');
  await credit.reads('We do not know whether £7.77 was added. Do not add it again.');
  // A request with the same idempotency key resolves the outcome: executed, not rejected.
  await credit.press('Check now');
  await credit.loses('We do not know');
  assert.ok(!(await credit.text()).includes('was not added'));
  await credit.reads('Answer lost');
  await credit.reads(`£${(Number(before) + 7.77).toFixed(2)}`);
  const ledger = await dana.serverList<CreditEntry>(`/customers/${ingrid}/credit/accounts/cr-20817-gbp/entries`);
  assert.equal(ledger.filter(({ description }) => description === 'Answer lost').length, 1);
}
