import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { DashboardClient } from '../../data/client.ts';
import { loadLocale } from '../../i18n/locales.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { scripted, type Scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { NotesPanel } from './notes-panel.ts';

const { ingrid, noOrders } = knownCustomers;

function open(script: Scripted<Adapter>, properties: Partial<NotesPanel> = {}, locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<NotesPanel>('notes-panel', properties, root);
  return { element, dashboard, root };
}

/** Returns a shop that cannot restore deleted notes. */
function withoutWayBack(): Scripted<Adapter> {
  const { notes, ...rest } = shopAdapter();
  const { restore: _, ...others } = notes;
  return scripted<Adapter>({ ...rest, notes: others });
}

const bodies = (element: Element) => parts(element, 'note-body').map(({ textContent }) => textContent.trim());
const field = (element: Element) => element.shadowRoot!.querySelector<HTMLTextAreaElement>('#new-note')!;
const editor = (element: Element) => element.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea[id^=edit-]');
const focusedIn = (element: Element) => element.shadowRoot!.activeElement;
const status = (element: Element) => element.shadowRoot!.querySelector('[role=status]')!.textContent;
const answeredConflict = (current: unknown) => ({ fail: { code: 'conflict', current } });
const keyOf = (script: Scripted<Adapter>, index: number) =>
  (script.callsTo('notes.create')[index]!.args.at(-1) as WriteOptions).idempotencyKey;

async function ready(script = scripted<Adapter>(shopAdapter()), properties: Partial<NotesPanel> = {}) {
  const opened = open(script, properties);
  await until(() => bodies(opened.element).length, 'notes');
  return { ...opened, script };
}

async function write(element: NotesPanel, text: string): Promise<void> {
  type(field(element), text);
  await element.updateComplete;
  part<HTMLButtonElement>(element, 'save')!.click();
}

async function edit(element: NotesPanel, index: number, text: string): Promise<void> {
  const note = parts(element, 'note')[index]!;
  note.querySelector<HTMLButtonElement>('.actions button')!.click();
  type(await until(() => editor(element), 'editor'), text);
  await element.updateComplete;
  editor(element)!.form!.requestSubmit();
}

async function askToDelete(element: NotesPanel, index: number): Promise<HTMLButtonElement> {
  parts(element, 'note')[index]!.querySelector<HTMLButtonElement>('.actions > button:last-child')!.click();
  return until(() => part<HTMLButtonElement>(element, 'confirm-delete'), 'confirmation');
}

describe('notes-panel', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('shows the latest notes with time and operator, pinned ones first, and the total', async () => {
    const { element } = await ready();
    expect(bodies(element)[0]).to.contain('Deliver before 10:00');
    expect(bodies(element).length).to.equal(4);
    expect(textOf(element)).to.contain('Dana Whitlock').and.contain('op-114').and.contain('Today, 11:20');
    expect(part(element, 'count')!.textContent).to.equal('14');
    expect(textOf(element)).to.contain('Latest 3 and 1 pinned of 14');
    element.limit = 5;
    await until(() => bodies(element).length === 6, 'five and the pinned one');
  });

  it('shows the full time while the keyboard focus is on a note: created, or edited on “edited”', async () => {
    const { element } = await ready();
    const [note] = parts(element, 'note').filter((one) => one.querySelector('.edited'));
    const [edited, written] = [...note!.querySelectorAll('time')];
    // Engines compute `content` differently, so the test checks for a generated box.
    const isTold = (time: Element | undefined) => getComputedStyle(time!, '::after').position === 'absolute';
    expect([isTold(edited), isTold(written)]).to.deep.equal([false, false]);
    // After a key press, a focused element matches `:focus-visible`.
    field(element).focus();
    await executeServerCommand('press', 'a');
    note!.querySelector<HTMLElement>('.actions button')!.focus();
    await until(() => isTold(written) && !isTold(edited), 'when it was written');
    expect(written!.title).to.match(/2026 at \d\d:\d\d:\d\d GMT$/);
    note!.querySelector<HTMLElement>('.edited')!.focus();
    await until(() => isTold(edited) && !isTold(written), 'when it was edited');
  });

  it('creates a note: fires the event, sends once, shows it, clears the field, announces it', async () => {
    const { element, script } = await ready();
    const events: string[] = [];
    for (const name of ['note-create', 'note-created'] as const)
      element.addEventListener(name, () => events.push(name));
    await write(element, '  Called back.  ');
    part<HTMLButtonElement>(element, 'save')!.click();
    await until(() => bodies(element).includes('Called back.'), 'the note');
    expect(field(element).value).to.equal('');
    expect(events).to.deep.equal(['note-create', 'note-created']);
    expect(script.callsTo('notes.create').length).to.equal(1);
    expect(part(element, 'count')!.textContent).to.equal('15');
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('Note saved.');
    // A refetch returns the same notes.
    await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'read again');
    expect(bodies(element).filter((body) => body === 'Called back.').length).to.equal(1);
  });

  it('keeps the text if a host prevents the request', async () => {
    const { element, script } = await ready();
    element.addEventListener('note-create', (event) => event.preventDefault());
    await write(element, 'Not this way');
    await element.updateComplete;
    expect([script.callsTo('notes.create').length, field(element).value]).to.deep.equal([0, 'Not this way']);
  });

  it('a rejection shows why and keeps the text; another text has a new key', async () => {
    const { element, script } = await ready();
    script.next('notes.create', { fail: new AdapterError('validation', { reason: 'Too long for this shop.' }) });
    await write(element, 'One');
    await until(() => textOf(element).includes('Too long for this shop.'), 'reason');
    expect(field(element).value).to.equal('One');
    await write(element, 'Two');
    await until(() => bodies(element).includes('Two'), 'the second');
    expect(keyOf(script, 0)).to.not.equal(keyOf(script, 1));
  });

  it('an unknown outcome is never reported as failed, is resolved with the same key, and writes once', async () => {
    const { element, script } = await ready();
    script.next('notes.create', { fail: new AdapterError('timeout'), written: true });
    await write(element, 'Once');
    await until(() => textOf(element).includes('It is not known whether this was saved.'), 'unknown');
    expect(textOf(element)).to.not.contain('Not saved');
    await until(() => part(element, 'save')!.textContent.includes('Check now'), 'check');
    part<HTMLButtonElement>(element, 'save')!.click();
    await until(() => field(element).value === '', 'settled');
    expect(keyOf(script, 0)).to.equal(keyOf(script, 1));
    await until(() => bodies(element).filter((body) => body === 'Once').length === 1, 'once');
  });

  it('text typed while a note is sent is the next note', async () => {
    const { element, script } = await ready();
    const gate = deferred();
    script.next('notes.create', { until: gate.promise });
    await write(element, 'First');
    type(field(element), 'First and more');
    field(element).form!.requestSubmit();
    gate.resolve();
    await until(() => bodies(element).includes('First'), 'written');
    expect(field(element).value).to.equal('First and more');
    expect(script.callsTo('notes.create').length).to.equal(1);
  });

  it('keeps the draft of each customer apart, and restores it', async () => {
    const { element, script, dashboard } = await ready();
    const gate = deferred();
    script.next('notes.create', { until: gate.promise, fail: new AdapterError('validation') });
    await write(element, 'About Ingrid');
    dashboard.customerId = noOrders;
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('Ingrid');
    expect(field(element).value).to.equal('');
    gate.resolve();
    await until(() => textOf(element).includes('No notes yet.'), 'the other customer');
    expect(part(element, 'message')!.textContent).to.not.contain('Not saved');
    dashboard.customerId = ingrid;
    await until(() => field(element).value === 'About Ingrid', 'the text is back');
    await until(() => textOf(element).includes('Not saved, text kept.'), 'the refusal');
  });

  it('keeps the draft through a refetch and a move in the page', async () => {
    const { element, root } = await ready();
    type(field(element), 'Half a sent');
    element.refresh();
    const box = document.body.appendChild(document.createElement('div'));
    box.append(root);
    await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'read again');
    expect(field(element).value).to.equal('Half a sent');
  });

  it('edits a note in place, with the version that was read', async () => {
    const { element, script } = await ready();
    const events: string[] = [];
    for (const name of ['note-update', 'note-updated'] as const)
      element.addEventListener(name, () => events.push(name));
    await edit(element, 1, 'Paid by phone.');
    await until(() => bodies(element)[1] === 'Paid by phone.', 'changed');
    const { ifVersion } = script.callsTo('notes.update')[0]!.args.at(-1) as WriteOptions;
    expect(ifVersion).to.equal('1');
    await until(() => !editor(element), 'closed');
    expect(events).to.deep.equal(['note-update', 'note-updated']);
    await until(() => textOf(element).includes('edited'), 'marked as edited');
  });

  it('the draft of one note stays when another is edited', async () => {
    const { element } = await ready();
    const button = (index: number) =>
      parts(element, 'note')[index]!.querySelector<HTMLButtonElement>('.actions button')!;
    button(1).click();
    type(await until(() => editor(element), 'editor'), 'Half a change');
    await element.updateComplete;
    button(2).click();
    await until(() => element.shadowRoot!.querySelectorAll('textarea[id^=edit-]').length === 2, 'both');
    expect(editor(element)!.value).to.equal('Half a change');
  });

  it('the edit of a deleted note stays visible, and can be saved as a new note', async () => {
    const { element, script } = await ready();
    const { notes } = script.adapter;
    const page = await notes!.list!(ingrid, { first: 3 }, { signal: new AbortController().signal });
    const { id, version } = page.items[1]!;
    await notes!.delete!(ingrid, id, { idempotencyKey: 'other', ifVersion: version });
    await edit(element, 1, 'Still true');
    await until(() => textOf(element).includes('Somebody deleted this note'), 'said');
    await until(() => part(element, 'count')!.textContent === '13', 'read again');
    expect(editor(element)!.value).to.equal('Still true');
    editor(element)!.form!.requestSubmit();
    await until(() => bodies(element).includes('Still true'), 'saved');
    expect(editor(element)).to.equal(null);
  });

  it('a conflict without a readable record shows the list’s version', async () => {
    for (const current of [undefined, null, 'x', { body: 'Theirs', author: null }, { body: 'B', createdAt: 'now' }]) {
      const { element, script } = await ready();
      const { notes } = script.adapter;
      const page = await notes!.list!(ingrid, { first: 3 }, { signal: new AbortController().signal });
      const { id, version } = page.items[1]!;
      script.next('notes.update', {});
      await notes!.update!(ingrid, id, { body: 'Theirs' }, { idempotencyKey: 'other', ifVersion: version });
      script.next('notes.update', answeredConflict(current));
      await edit(element, 1, 'Mine');
      await until(() => part(element, 'theirs'), 'both versions');
      expect(part(element, 'theirs')!.textContent).to.contain('Theirs');
      element.remove();
    }
  });

  it('an unknown outcome keeps newly typed text apart, and checks what was sent', async () => {
    const { element, script } = await ready();
    const gate = deferred();
    script.next('notes.create', { until: gate.promise, fail: new AdapterError('timeout'), written: true });
    await write(element, 'First');
    type(field(element), 'First and more');
    gate.resolve();
    await until(() => textOf(element).includes('It is not known whether this was saved.'), 'unknown');
    type(field(element), 'First and more still');
    await element.updateComplete;
    expect(textOf(element)).to.include('It is not known whether this was saved.');
    part<HTMLButtonElement>(element, 'save')!.click();
    await until(() => bodies(element).includes('First'), 'settled');
    const sent = script.callsTo('notes.create').map(({ args }) => (args[1] as { body: string }).body);
    expect(sent).to.deep.equal(['First', 'First']);
    expect(keyOf(script, 0)).to.equal(keyOf(script, 1));
    expect(field(element).value).to.equal('First and more still');
  });

  it('asks the host page once for a text, not again to check its outcome', async () => {
    const { element, script } = await ready();
    const events: string[] = [];
    for (const name of ['note-create', 'note-created', 'note-update', 'note-updated'] as const)
      element.addEventListener(name, () => events.push(name));
    script.next('notes.create', { fail: new AdapterError('timeout'), written: true });
    await write(element, 'Once');
    await until(() => part(element, 'save')!.textContent.includes('Check now'), 'check');
    part<HTMLButtonElement>(element, 'save')!.click();
    await until(() => events.length === 2, 'created');
    script.next('notes.update', { fail: new AdapterError('timeout'), written: true });
    await edit(element, 1, 'Changed once');
    const form = editor(element)!.form!;
    await until(() => form.textContent.includes('Check now'), 'check');
    form.requestSubmit();
    await until(() => !editor(element) && bodies(element)[1] === 'Changed once', 'changed');
    expect(events).to.deep.equal(['note-create', 'note-created', 'note-update', 'note-updated']);
    const keys = script.callsTo('notes.update').map(({ args }) => (args.at(-1) as WriteOptions).idempotencyKey);
    expect([keys.length, new Set(keys).size]).to.deep.equal([2, 1]);
  });

  it('an unknown outcome without idempotency is checked by a read', async () => {
    const { notes, ...rest } = shopAdapter();
    const guarantees = { idempotency: false, versions: true };
    const { element, script } = await ready(scripted<Adapter>({ ...rest, notes: { ...notes, guarantees } }));
    script.next('notes.create', { fail: new AdapterError('timeout'), written: true });
    await write(element, 'Once');
    await until(() => part(element, 'save')!.textContent.includes('Check now'), 'check');
    part<HTMLButtonElement>(element, 'save')!.click();
    await until(() => bodies(element).includes('Once'), 'seen');
    expect(script.callsTo('notes.create').length).to.equal(1);
  });

  it('says what the platform says of a text that it refuses, also while a note is edited', async () => {
    const { element, script } = await ready();
    const fail = new AdapterError('validation', { fieldErrors: { body: 'Contains a card number.' } });
    script.next('notes.create', { fail });
    await write(element, 'One');
    const said = 'Not saved, text kept. Contains a card number.';
    await until(() => part(element, 'message')!.textContent.includes(said), 'the reason');
    expect(status(element)).to.equal(said);
    script.next('notes.update', { fail });
    await edit(element, 1, 'Two');
    await until(() => editor(element)!.form!.textContent.includes(said), 'the reason beside the note');
    expect(field(element).value).to.equal('One');
  });

  it('announces a failed save once, and both of two deletions', async () => {
    const { element, script } = await ready(withoutWayBack());
    script.next('notes.create', { fail: new AdapterError('validation', { reason: 'Too long.' }) });
    await write(element, 'One');
    await until(() => status(element) === 'Too long.', 'refused');
    const announcements: (string | null)[] = [];
    const watch = new MutationObserver(() => announcements.push(status(element)));
    watch.observe(element.shadowRoot!.querySelector('[role=status]')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const count of ['13', '12']) {
      (await askToDelete(element, 1)).click();
      await until(() => part(element, 'count')!.textContent === count && !part(element, 'dialog'), 'deleted');
      await until(() => status(element) === 'Note deleted.', 'said');
    }
    watch.disconnect();
    expect(announcements.filter((text) => text === 'Note deleted.').length).to.equal(2);
  });

  it('keeps the focus in place after saving, discarding, editing, deleting', async () => {
    const { element } = await ready(withoutWayBack());
    type(field(element), 'New');
    await element.updateComplete;
    const save = part<HTMLButtonElement>(element, 'save')!;
    save.focus();
    save.click();
    await until(() => field(element).value === '', 'saved');
    await new Promise(requestAnimationFrame);
    expect(focusedIn(element), 'saved').to.equal(save);
    type(field(element), 'Other');
    await element.updateComplete;
    const discard = part<HTMLButtonElement>(element, 'discard')!;
    discard.focus();
    discard.click();
    await until(() => focusedIn(element) === field(element), 'discarded');
    await edit(element, 1, 'Changed');
    await until(() => bodies(element)[1] === 'Changed' && !editor(element), 'changed');
    const note = () => parts(element, 'note')[1]!;
    await until(() => focusedIn(element) && note().contains(focusedIn(element)), 'on the note that was changed');
    (await askToDelete(element, 1)).click();
    await until(() => !part(element, 'dialog'), 'deleted');
    await until(() => focusedIn(element) && note().contains(focusedIn(element)), 'on the note that follows');
  });

  it('keeps the focus when the retry button disappears', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('notes.list', { fail: new AdapterError('internal') });
    const { element } = open(script);
    const retry = await until(() => part<HTMLButtonElement>(element, 'retry'), 'failed');
    retry.focus();
    retry.click();
    await until(() => bodies(element).length, 'notes');
    expect(focusedIn(element)).to.equal(part(element, 'widget'));
    field(element).focus();
    expect(part(element, 'widget')!.hasAttribute('tabindex'), 'a click on the widget is none on a control').to.equal(
      false,
    );
  });

  it('a late result of a deletion closes no other confirmation, and is shown at its note', async () => {
    const { element, script } = await ready(withoutWayBack());
    const gate = deferred();
    script.next('notes.delete', { until: gate.promise, fail: new AdapterError('timeout') });
    (await askToDelete(element, 2)).click();
    await element.updateComplete;
    part<HTMLDialogElement>(element, 'dialog')!
      .querySelector<HTMLButtonElement>('[part=dialog-footer] button')!
      .click();
    await until(() => !part(element, 'dialog'), 'closed');
    await askToDelete(element, 1);
    gate.resolve();
    await until(() => bodies(element).length === 4, 'back');
    expect(part(element, 'dialog')).to.not.equal(null);
    part<HTMLDialogElement>(element, 'dialog')!
      .querySelector<HTMLButtonElement>('[part=dialog-footer] button')!
      .click();
    await until(
      () => parts(element, 'note')[2]!.textContent.includes('It is not known whether this was deleted'),
      'said',
    );
    expect(textOf(element)).to.not.include('Not saved');
    // The check submits the same deletion again.
    (await askToDelete(element, 2)).click();
    await until(() => !part(element, 'dialog'), 'deleted');
    const keys = script.callsTo('notes.delete').map(({ args }) => (args.at(-1) as WriteOptions).idempotencyKey);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('shows three notes if `limit` is invalid', async () => {
    for (const limit of ['many', '-2', '0', 'Infinity', '2.9']) {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = open(script, {});
      element.setAttribute('limit', limit);
      await until(() => bodies(element).length, `notes for ${limit}`);
      const { first } = script.callsTo('notes.list').at(-1)!.args[1] as { first: number };
      // The page has room for the pinned notes as well.
      expect([limit, first]).to.deep.equal([limit, ({ Infinity: 50, '2.9': 2 }[limit] ?? 3) + 5]);
    }
  });

  it('a conflict shows both versions side by side, overwrites nothing, then saves on request', async () => {
    const { element, script } = await ready();
    const { notes } = script.adapter;
    const { items } = await notes!.list!(ingrid, { first: 3 }, { signal: new AbortController().signal });
    const other = items[1]!;
    const opened = edit(element, 1, 'Mine');
    // Another operator saves first.
    await notes!.update!(ingrid, other.id, { body: 'Theirs' }, { idempotencyKey: 'other', ifVersion: other.version });
    await opened;
    await until(() => part(element, 'versions'), 'both versions');
    expect(part(element, 'theirs')!.textContent).to.contain('Theirs');
    expect(part(element, 'mine')!.textContent).to.contain('Mine');
    expect(script.callsTo('notes.update').length).to.equal(2);
    [...part(element, 'mine')!.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('Replace'))!
      .click();
    await until(() => bodies(element)[1] === 'Mine', 'mine');
    const now = await notes!.list!(ingrid, { first: 3 }, { signal: new AbortController().signal });
    expect(now.items[1]).to.include({ body: 'Mine', version: '3' });
  });

  it('deletes only after confirmation, and returns the focus', async () => {
    const { element, script } = await ready(withoutWayBack());
    const first = bodies(element)[1];
    const opener = parts(element, 'note')[1]!.querySelector<HTMLButtonElement>('.actions > button:last-child')!;
    opener.focus();
    await askToDelete(element, 1);
    part<HTMLDialogElement>(element, 'dialog')!
      .querySelector<HTMLButtonElement>('[part=dialog-footer] button')!
      .click();
    await until(() => !part(element, 'dialog'), 'closed');
    expect(element.shadowRoot!.activeElement).to.equal(opener);
    expect(script.callsTo('notes.delete').length).to.equal(0);
    const confirm = await askToDelete(element, 1);
    confirm.click();
    confirm.click();
    await until(() => !bodies(element).includes(first!), 'gone');
    expect(script.callsTo('notes.delete').length).to.equal(1);
    await until(() => part(element, 'count')!.textContent === '13', 'counted');
  });

  it('a failed deletion restores the note and says so', async () => {
    const { element, script } = await ready(withoutWayBack());
    const before = bodies(element);
    script.next('notes.delete', { fail: new AdapterError('forbidden', { reason: 'Only the author deletes.' }) });
    (await askToDelete(element, 1)).click();
    await until(() => part(element, 'dialog')?.textContent.includes('Only the author deletes.'), 'reason');
    expect(bodies(element)).to.deep.equal(before);
  });

  it('view all: fires a cancelable event, pages through all notes, closes with the customer', async () => {
    const { element, dashboard } = await ready();
    element.addEventListener('view-all', (event) => event.preventDefault(), { once: true });
    part(element, 'view-all')!.click();
    await element.updateComplete;
    expect(part(element, 'dialog')).to.equal(null);
    part(element, 'view-all')!.click();
    const dialog = await until(() => part<HTMLDialogElement>(element, 'dialog'), 'dialog');
    await until(() => dialog.querySelectorAll('[part~=note]').length === 14, 'all');
    dashboard.customerId = noOrders;
    await until(() => !part(element, 'dialog'), 'closed');
  });

  it('hides what the platform lacks, explains what is denied', async () => {
    const { notes, ...rest } = shopAdapter();
    const readOnly = open(scripted<Adapter>({ ...rest, notes: { list: notes.list } }));
    await until(() => bodies(readOnly.element).length, 'notes');
    expect(readOnly.element.shadowRoot!.querySelector('textarea, .actions button')).to.equal(null);
    const denied = open(
      scripted<Adapter>(shopAdapter({ permissions: { 'notes.create': { state: 'denied', reason: 'Agents write.' } } })),
    );
    await until(() => textOf(denied.element).includes('Agents write.'), 'reason');
    expect(denied.element.shadowRoot!.querySelector('textarea')).to.equal(null);
  });

  it('shows data as text, and invisible characters in a name', async () => {
    const { element, dashboard } = await ready();
    dashboard.customerId = knownCustomers.hostile;
    await until(() => textOf(element).includes('<'), 'hostile notes');
    expect(element.shadowRoot!.querySelector('script, img, iframe')).to.equal(null);
    expect(part(element, 'hidden-character')?.textContent).to.match(/^U\+[0-9A-F]{4}$/);
    const { notes } = shopAdapter();
    const page = await notes.list(knownCustomers.hostile, { first: 3 }, { signal: new AbortController().signal });
    const marked = (body: string) => body.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '');
    const seen = bodies(element).map((body) => body.replace(/U\+[0-9A-F]{4}(?:… ×\d+)?/g, ''));
    expect(seen).to.deep.equal(page.items.map(({ body }) => marked(body.trim())));
    expect(bodies(element).join()).to.contain('U+202E');
  });

  it('saves with Control and Enter, and is available in Indonesian', async () => {
    await loadLocale('id');
    const script = scripted<Adapter>(shopAdapter());
    const { element } = open(script, {}, 'id');
    await until(() => bodies(element).length, 'notes');
    expect(textOf(element)).to.contain('Catatan').and.contain('Simpan catatan').and.contain('Hari ini, 11.20');
    type(field(element), 'Sudah ditelepon');
    await element.updateComplete;
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await until(() => bodies(element).includes('Sudah ditelepon'), 'written');
  });

  it('leaves no listener, timer, answer or element after 200 mounts, moves and removals', async function () {
    this.timeout(60_000);
    const listeners = new Map<EventTarget, number>();
    const timers = new Set<unknown>();
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const { setTimeout: start, clearTimeout: stop } = globalThis;
    const count = (target: unknown, by: number) => {
      const on = (target ?? globalThis) as EventTarget;
      if (on === globalThis || on === document || on === document.body || on === document.documentElement)
        listeners.set(on, (listeners.get(on) ?? 0) + by);
    };
    const wait = (milliseconds = 0) => new Promise((resolve) => start(resolve, milliseconds));
    // The calls are not recorded: the stack trace of an aborted call would hold the panel.
    const script = { ...scripted<Adapter>({}), adapter: shopAdapter() };
    const elements: WeakRef<Element>[] = [];
    const once = async (index: number): Promise<void> => {
      const { element, root } = open(script);
      const box = document.body.appendChild(document.createElement('div'));
      box.append(root);
      await element.updateComplete;
      document.body.append(root);
      // Some panels leave before their notes load, some during a write, some after it.
      if (index % 4) while (!bodies(element).length) await wait();
      if (index % 4 > 1) await write(element, `Note ${index}`);
      if (index % 4 === 3) while (field(element).value) await wait();
      elements.push(new WeakRef(element));
      unmountAll();
      for (const child of [box, root]) child.remove();
    };
    // Objects that are created once for the page are not leaks.
    await once(0);
    await wait(20);
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
      count(this, 1);
      const [, , options] = args;
      if (typeof options === 'object') options.signal?.addEventListener('abort', () => count(this, -1));
      add.apply(this, args);
    };
    EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof remove>) {
      count(this, -1);
      remove.apply(this, args);
    };
    globalThis.setTimeout = ((run: () => void, milliseconds?: number) => {
      const id = start(() => {
        timers.delete(id);
        run();
      }, milliseconds);
      timers.add(id);
      return id;
    }) as typeof setTimeout;
    globalThis.clearTimeout = (id) => {
      timers.delete(id);
      stop(id);
    };
    try {
      for (let index = 0; index < 200; index++) await once(index);
      await wait(50);
    } finally {
      EventTarget.prototype.addEventListener = add;
      EventTarget.prototype.removeEventListener = remove;
      globalThis.setTimeout = start;
      globalThis.clearTimeout = stop;
    }
    expect(listeners.get(document), 'the document was listened to').to.equal(0);
    expect([...listeners.values()].filter(Boolean)).to.deep.equal([]);
    expect(timers.size).to.equal(0);
    const client = DashboardClient.of(script.adapter);
    for (const name of ['notes.list', 'permissions']) expect(client.entriesOf(name, ingrid)).to.deep.equal([]);
    // Only Chromium exposes garbage collection, which may need several calls.
    const { gc } = globalThis;
    if (!gc) return;
    const held = () => elements.filter((element) => element.deref()).length;
    await until(
      () => {
        gc();
        // The engine may still hold the last panels for a while. A leak holds many.
        return held() < 10;
      },
      'nothing held',
      20_000,
    );
  });

  it('puts no personal data where a page or a log could read it', async () => {
    const { element, script } = await ready(withoutWayBack());
    const seen: string[] = [];
    const record = (...found: unknown[]) => void seen.push(found.map(String).join(' '));
    const events = [
      'note-create',
      'note-created',
      'note-update',
      'note-updated',
      'note-delete',
      'note-deleted',
    ] as const;
    for (const name of events)
      element.addEventListener(name, (event) => {
        record(name, JSON.stringify(Object.entries(event)));
      });
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const originals = methods.map((method) => console[method]);
    for (const method of methods) console[method] = record;
    const failed = ({ reason }: PromiseRejectionEvent) => record(reason);
    addEventListener('unhandledrejection', failed);
    try {
      await write(element, 'Her address is 14 Rosendale Row');
      await until(() => field(element).value === '', 'written');
      await edit(element, 1, 'Now 15 Rosendale Row');
      await until(() => bodies(element)[1] === 'Now 15 Rosendale Row', 'changed');
      (await askToDelete(element, 1)).click();
      await until(() => !bodies(element).includes('Now 15 Rosendale Row'), 'deleted');
      script.always('notes.list', { answer: () => ({ items: [{ id: 1, body: 'of Rosendale Row' }], next: null }) });
      script.next('notes.create', { fail: new Error('no Rosendale Row here') });
      await write(element, 'Rosendale Row once more');
      await until(() => textOf(element).includes('It is not known'), 'unknown');
      element.refresh();
      await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'malformed');
    } finally {
      methods.forEach((method, index) => (console[method] = originals[index]!));
      removeEventListener('unhandledrejection', failed);
    }
    const stored = [...Object.values(localStorage), ...Object.values(sessionStorage), document.cookie, location.href];
    expect([...seen, ...stored].join('\n')).to.not.match(/Rosendale|Whitlock/);
    expect(seen.join()).to.contain('note-deleted');
    expect(element.outerHTML).to.equal('<notes-panel></notes-panel>');
  });
});
