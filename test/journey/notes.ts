// Notes: written, pinned, searched, edited, deleted and restored, and live notes of other operators.
import assert from 'node:assert/strict';
import type { Note } from '../../src/domain/note.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';
import { eventually, type Widget } from './widget.ts';

const noteOf = ({ notes }: Operator, text: string): Widget => notes.row('.note', text);
const notesOf = (dana: Operator): Promise<Note[]> => dana.fetchListFromServer(`/customers/${ingrid}/notes`);
const named = async (dana: Operator, body: string): Promise<Note | undefined> =>
  (await notesOf(dana)).find((note) => note.body === body);

/** Writes a note from the field alone: types it and presses Control+Enter. */
export async function write(dana: Operator, text: string): Promise<void> {
  await dana.notes.write('New note', text);
  await dana.page.keyboard.down('Control');
  await dana.page.keyboard.press('Enter');
  await dana.page.keyboard.up('Control');
  await dana.notes.waitForText('Note saved.');
  await dana.notes.waitForText(text);
  assert.equal(await dana.notes.valueOf('New note'), '');
}

export async function writesByKeyboard(dana: Operator): Promise<void> {
  await dana.open(ingrid);
  await write(dana, 'Wants the invoice by post.');
  const note = await named(dana, 'Wants the invoice by post.');
  assert.deepEqual(note?.author, { id: 'op-114', name: 'Dana Whitlock' });
}

export async function pinsAndUnpins(dana: Operator): Promise<void> {
  const body = 'Rings the bell twice.';
  await dana.open(ingrid);
  await write(dana, body);
  await noteOf(dana, body).press(/^Pin note of/);
  await dana.notes.waitForText('Note pinned.');
  await noteOf(dana, body).find(/^Unpin note of/);
  assert.equal((await named(dana, body))?.pinned, true);
  assert.equal((await notesOf(dana))[0]?.pinned, true);
  await noteOf(dana, body).press(/^Unpin note of/);
  await dana.notes.waitForText('Pin taken off.');
  assert.equal((await named(dana, body))?.pinned, false);
}

export async function searchesAllNotes(dana: Operator): Promise<void> {
  const { notes } = dana;
  await dana.open(ingrid);
  await notes.press('View all notes');
  await notes.write('Search notes', 'deliver BEFORE');
  await dana.page.keyboard.press('Enter');
  await notes.until('dialog .note', (found) => found.length === 1, 'one note');
  // The search text must not be in a URL, because it may be a name.
  for (const asked of dana.requestedUrls) assert.ok(!/deliver.?before/i.test(decodeURIComponent(asked)), asked);
  await notes.write('Search notes', 'zeppelin');
  await dana.page.keyboard.press('Enter');
  await notes.waitForText('No note says “zeppelin”.');
  await notes.press('Show all notes');
  await notes.until('dialog .note', (found) => found.length >= 14, 'all notes');
  // Escape clears a field that has text; the next Escape closes the dialog.
  await notes.write('Search notes', 'x');
  await dana.page.keyboard.press('Escape');
  assert.equal(await notes.valueOf('Search notes'), '');
  await dana.page.keyboard.press('Escape');
  assert.equal(await notes.waitForClosed(), 'View all notes');
}

export async function editsAndShowsHistory(dana: Operator): Promise<void> {
  const { notes } = dana;
  await dana.open(ingrid);
  await write(dana, 'Opens at seven.');
  await noteOf(dana, 'Opens at seven.').press(/^Edit note of/);
  await notes.write('Edit note', 'Opens at eight.');
  await notes.press('Save change');
  await notes.waitForText('Opens at eight.');
  await noteOf(dana, 'Opens at eight.').press(/show history$/);
  await notes.until(
    '[part~=revision]',
    ([changed, wrote]) => /changed it.*seven.*eight/.test(changed ?? '') && /wrote it.*seven/.test(wrote ?? ''),
    'both revisions',
  );
  await dana.page.keyboard.press('Escape');
  assert.match(await notes.waitForClosed(), /show history$/);
}

export async function deletesAndRestores(dana: Operator): Promise<void> {
  const body = 'Delete me, then think again.';
  const { notes } = dana;
  await dana.open(ingrid);
  await write(dana, body);
  await noteOf(dana, body).press(/^Delete note of/);
  await notes.waitForNoText(body);
  await notes.waitForText('deleted.');
  assert.equal(await named(dana, body), undefined);
  await notes.press('Undo');
  await notes.waitForText('Note brought back.');
  await notes.waitForText(body);
  assert.ok(await named(dana, body));
}

/** Another operator's note arrives during typing, and the draft stays unchanged. */
export async function receivesNoteWhileTyping(dana: Operator, tom: Operator): Promise<void> {
  await Promise.all([dana.open(ingrid), tom.open(ingrid)]);
  await dana.notes.write('New note', 'She asked for the oat glaze');
  await write(tom, 'Called back, no answer.');
  await dana.notes.waitForText('Called back, no answer.');
  await dana.notes.waitForText('1 new note by Tom Adeyemi.');
  // The field has kept its text and its focus.
  await dana.page.keyboard.type(' in 280 ml.');
  assert.equal(await dana.notes.valueOf('New note'), 'She asked for the oat glaze in 280 ml.');
  await dana.notes.press('Discard');
  assert.equal(await dana.notes.valueOf('New note'), '');
}

/** Two operators edit one note: the second sees the first one's version beside the draft. */
export async function resolvesNoteConflict(dana: Operator, tom: Operator): Promise<void> {
  const body = 'Parks in the yard.';
  await Promise.all([dana.open(ingrid), tom.open(ingrid)]);
  await write(dana, body);
  await tom.notes.waitForText(body);
  await noteOf(dana, body).press(/^Edit note of/);
  await dana.notes.write('Edit note', 'Parks behind the yard.');
  await noteOf(tom, body).press(/^Edit note of/);
  await tom.notes.write('Edit note', 'Parks in the street.');
  await tom.notes.press('Save change');
  await tom.notes.waitForText('Parks in the street.');
  await dana.notes.press('Save change');
  await dana.notes.waitForText('Somebody changed this note while you were writing.');
  await dana.notes.press('Replace with mine');
  await dana.notes.waitForNoText('Parks in the street.');
  // The write may still be pending.
  await eventually(async () => (await named(dana, 'Parks behind the yard.')) !== undefined);
}
