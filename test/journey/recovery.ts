// Drafts and writes survive a change of customer, the end of a session, and a lost answer.
import assert from 'node:assert/strict';
import type { CreditEntry } from '../../src/domain/credit.ts';
import type { Note } from '../../src/domain/note.ts';
import { fillAdjustment, balanceOf } from './credit.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';

const other = 'C-20818';

export async function keepsDraftPerCustomer(dana: Operator): Promise<void> {
  const { notes, credit, customer } = dana;
  await dana.open(ingrid);
  await credit.press('Adjust credit');
  await credit.write('Amount', '3.21');
  await dana.page.keyboard.press('Escape');
  await credit.waitForClosed();
  await notes.write('New note', 'Half a sentence');
  await dana.switchTo(other);
  assert.ok(!(await customer.text()).includes('Ingrid'));
  assert.equal(await notes.valueOf('New note'), '');
  await notes.write('New note', 'For the other one');
  await dana.page.goBack();
  await customer.waitForText('Ingrid Vasquez-Holm');
  assert.equal(await notes.valueOf('New note'), 'Half a sentence');
  await credit.press('Adjust credit');
  assert.equal(await credit.valueOf('Amount'), '3.21');
  await dana.page.keyboard.press('Escape');
  await credit.waitForClosed();
  await dana.page.goForward();
  await customer.waitForText(other);
  assert.equal(await notes.valueOf('New note'), 'For the other one');
}

/** The session ends while a note is being sent: the operator signs in again, and the note is saved once. */
export async function survivesExpiredSession(dana: Operator): Promise<void> {
  const body = 'Written as the session ended.';
  const { notes } = dana;
  await dana.open(ingrid);
  await notes.write('New note', body);
  await dana.runDuringWrite(
    /\/notes$/,
    () => dana.endSession(),
    () => notes.press('Save note'),
  );
  await dana.page.waitForSelector('dialog[data-again][open]');
  assert.equal((await notes.fieldValues()).includes(body), true);
  await dana.signsIn();
  await dana.page.waitForSelector('dialog[data-again]:not([open])');
  await notes.find('Save note');
  assert.equal(await notes.valueOf('New note'), body);
  await notes.press('Save note');
  await notes.waitForText('Note saved.');
  const saved = (await dana.fetchListFromServer<Note>(`/customers/${ingrid}/notes`)).filter(
    (note) => note.body === body,
  );
  assert.equal(saved.length, 1);
}

/**
 * The server has executed the adjustment but its answer is lost: the page does not say that it failed, and money moves
 * once.
 */
export async function resolvesLostAnswer(dana: Operator): Promise<void> {
  const { credit } = dana;
  await dana.open(ingrid);
  const before = await balanceOf(dana);
  await fillAdjustment(dana, '7.77', 'Answer lost');
  await dana.loseAnswer(/\/credit\/adjustments$/, () => credit.press('Add £7.77'));
  assert.equal(await credit.waitForClosed(), 'Check now');
  await credit.waitForText('We do not know whether £7.77 was added. Do not add it again.');
  // A request with the same idempotency key resolves the outcome: executed, not rejected.
  await credit.press('Check now');
  await credit.waitForNoText('We do not know');
  assert.ok(!(await credit.text()).includes('was not added'));
  await credit.waitForText('Answer lost');
  await credit.waitForText(`£${(Number(before) + 7.77).toFixed(2)}`);
  const ledger = await dana.fetchListFromServer<CreditEntry>(
    `/customers/${ingrid}/credit/accounts/cr-20817-gbp/entries`,
  );
  assert.equal(ledger.filter(({ description }) => description === 'Answer lost').length, 1);
}
