import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest, WriteOptions } from '../../adapter/options.ts';
import type { ListCapabilities } from '../../domain/page.ts';
import { memoryAdapter, MemoryStore, createShop } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted, type Scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { NotesPanel } from './notes-panel.ts';

const { ingrid, noOrders, annotated, longTexts } = knownCustomers;
const signal = new AbortController().signal;

async function ready(
  script: Scripted<Adapter> = scripted<Adapter>(shopAdapter()),
  properties: Partial<NotesPanel> = {},
  customerId = ingrid,
) {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<NotesPanel>('notes-panel', properties, root);
  await until(() => part(element, 'note') ?? part(element, 'state'), 'notes');
  return { element, dashboard, script };
}

const bodies = (element: Element) => parts(element, 'note-body').map(({ textContent }) => textContent.trim());
const status = (element: Element) => element.shadowRoot!.querySelector('[role=status]')!.textContent;
const note = (element: Element, index: number) => parts(element, 'note')[index]!;
const action = (element: Element, index: number, name: RegExp) =>
  [...note(element, index).querySelectorAll<HTMLButtonElement>('.actions button')].find(({ ariaLabel }) =>
    name.test(ariaLabel ?? ''),
  )!;
const focused = (element: Element) => element.shadowRoot!.activeElement;
const keysOf = (script: Scripted<Adapter>, method: 'notes.delete' | 'notes.restore' | 'notes.update') =>
  script.callsTo(method).map(({ args }) => (args.at(-1) as WriteOptions).idempotencyKey);
const told = (element: Element, ...names: string[]): string[] => {
  const seen: string[] = [];
  for (const name of names) element.addEventListener(name, () => seen.push(name));
  return seen;
};

async function search(element: NotesPanel, text: string): Promise<void> {
  const field = await until(
    () => element.shadowRoot!.querySelector<HTMLInputElement>('dialog input[type=search], input[type=search]'),
    'field',
  );
  type(field, text);
}

describe('notes-panel: actions of a note', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('a pinned note moves to the top at once, and back if it is rejected', async () => {
    const { element, script } = await ready();
    const before = bodies(element);
    const gate = deferred();
    script.next('notes.update', { until: gate.promise, fail: new AdapterError('forbidden', { reason: 'Not today.' }) });
    const seen = told(element, 'note-pin', 'note-pinned');
    action(element, 2, /^Pin/).click();
    await until(() => bodies(element).indexOf(before[2]!) < 2, 'pinned before it is answered');
    gate.resolve();
    await until(() => textOf(element).includes('Not today.'), 'why not');
    expect(bodies(element)).to.deep.equal(before);
    expect(seen).to.deep.equal(['note-pin']);
    action(element, 2, /^Pin/).click();
    await until(() => seen.includes('note-pinned'), 'pinned');
    expect(parts(element, 'note').filter(({ classList }) => classList.contains('pinned')).length).to.equal(2);
    expect(status(element)).to.equal('Note pinned.');
    const [first, second] = keysOf(script, 'notes.update');
    expect(first, 'another intention').to.not.equal(second);
    action(element, 0, /^Unpin/).click();
    action(element, 0, /^Unpin/).click();
    await until(() => status(element) === 'Pin taken off.', 'unpinned');
    expect(script.callsTo('notes.update').length, 'a double click is one write').to.equal(3);
  });

  it('an unknown outcome of a pin is resolved with the same key, even if the list shows it already', async () => {
    const { element, script } = await ready();
    script.next('notes.update', { fail: new AdapterError('timeout'), written: true });
    action(element, 1, /^Pin/).click();
    await until(() => part(element, 'check'), 'unknown');
    expect(textOf(element)).to.not.contain('Not saved');
    element.refresh();
    await until(
      () => parts(element, 'note').filter(({ classList }) => classList.contains('pinned')).length === 2,
      'read',
    );
    part(element, 'check')!.click();
    await until(() => status(element) === 'Note pinned.', 'settled');
    expect(new Set(keysOf(script, 'notes.update')).size).to.equal(1);
    expect(script.callsTo('notes.update').map(({ args }) => args[2])).to.deep.equal([
      { pinned: true },
      { pinned: true },
    ]);
  });

  it('pinning keeps the draft of an edit, which is saved on the pinned version', async () => {
    const { element, script } = await ready();
    action(element, 1, /^Edit/).click();
    const field = await until(() => element.shadowRoot!.querySelector<HTMLTextAreaElement>('[id^=edit-]'), 'field');
    type(field, 'Half a change');
    const { notes } = script.adapter;
    const { items } = await notes!.list!(ingrid, { first: 3 }, { signal });
    // The note was pinned in another tab; here the form replaces its actions.
    await notes!.update!(
      ingrid,
      items[1]!.id,
      { pinned: true },
      { idempotencyKey: 'tab', ifVersion: items[1]!.version },
    );
    element.refresh();
    await until(() => note(element, 0).querySelector('textarea')?.value === 'Half a change', 'still there');
  });

  it('a deletion happens at once and can be undone in place, with the focus there', async () => {
    const { element, script } = await ready();
    const before = bodies(element);
    const seen = told(element, 'note-delete', 'note-deleted', 'note-restore', 'note-restored');
    action(element, 2, /^Delete/).click();
    await until(() => status(element) === 'Note deleted.', 'deleted');
    expect(part(element, 'dialog')).to.equal(null);
    expect(bodies(element)).to.not.include(before[2]);
    const strip = part(element, 'removed')!;
    expect(strip.previousElementSibling === note(element, 1), 'in its place').to.equal(true);
    expect(strip.textContent).to.contain('Note of 4 Nov, 10:16 deleted.');
    await until(() => focused(element) === part(element, 'undo'), 'focus');
    // The undo strip stays after a refetch.
    element.refresh();
    await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'read again');
    part(element, 'undo')!.click();
    part(element, 'undo')!.click();
    await until(() => status(element) === 'Note brought back.', 'back');
    expect(bodies(element)).to.deep.equal(before);
    expect(part(element, 'removed')).to.equal(null);
    await until(() => note(element, 2).contains(focused(element)), 'focus on the note');
    expect(script.callsTo('notes.restore').length).to.equal(1);
    expect(seen).to.deep.equal(['note-delete', 'note-deleted', 'note-restore', 'note-restored']);
  });

  it('undo ends with another write, when it is dismissed, and with the customer', async () => {
    const { element, dashboard } = await ready();
    const remove = async (index: number) => {
      action(element, index, /^Delete/).click();
      await until(() => part(element, 'undo')?.ariaDisabled === null && status(element) === 'Note deleted.', 'deleted');
    };
    await remove(1);
    part(element, 'removed')!.querySelector<HTMLButtonElement>('.icon-only')!.click();
    await until(() => !part(element, 'removed'), 'dismissed');
    await until(() => focused(element)?.closest('[part=note]'), 'focus on a note');
    await remove(1);
    await remove(1);
    expect(parts(element, 'removed').length).to.equal(1);
    dashboard.customerId = noOrders;
    await until(() => textOf(element).includes('No notes yet.'), 'the other customer');
    dashboard.customerId = ingrid;
    await until(() => bodies(element).length, 'back');
    expect(part(element, 'removed')).to.equal(null);
  });

  it('a rejected deletion restores the note and shows why; an unknown outcome is shown as such', async () => {
    const { element, script } = await ready();
    const before = bodies(element);
    script.next('notes.delete', { fail: new AdapterError('forbidden', { reason: 'Only the author deletes.' }) });
    action(element, 1, /^Delete/).click();
    await until(() => note(element, 1)?.textContent.includes('Only the author deletes.'), 'why not');
    expect(bodies(element)).to.deep.equal(before);
    script.next('notes.delete', { fail: new AdapterError('timeout'), written: true });
    action(element, 2, /^Delete/).click();
    await until(() => textOf(element).includes('It is not known whether this was deleted.'), 'unknown');
    part(element, 'check')!.click();
    await until(() => status(element) === 'Note deleted.', 'settled');
    expect(keysOf(script, 'notes.delete')[1]).to.equal(keysOf(script, 'notes.delete')[2]);
  });

  it('an unknown outcome of undo survives other writes and customers, and is resolved with the same key', async () => {
    const { element, script, dashboard } = await ready();
    action(element, 1, /^Delete/).click();
    await until(() => status(element) === 'Note deleted.', 'deleted');
    script.next('notes.restore', { fail: new AdapterError('timeout'), written: true });
    part(element, 'undo')!.click();
    await until(() => textOf(element).includes('It is not known whether the note was brought back.'), 'unknown');
    dashboard.customerId = noOrders;
    await until(() => textOf(element).includes('No notes yet.'), 'the other customer');
    expect(part(element, 'removed')).to.equal(null);
    dashboard.customerId = ingrid;
    await until(() => part(element, 'undo')?.textContent.includes('Check now'), 'still in doubt');
    part(element, 'undo')!.click();
    await until(() => status(element) === 'Note brought back.', 'settled');
    expect(new Set(keysOf(script, 'notes.restore')).size).to.equal(1);
  });

  it('a deletion asks for confirmation if the operator may not restore', async () => {
    const permissions = { 'notes.restore': { state: 'denied' } } as const;
    const { element } = await ready(scripted<Adapter>(shopAdapter({ permissions })));
    await until(() => action(element, 1, /^Delete/), 'button');
    action(element, 1, /^Delete/).click();
    await until(() => part(element, 'confirm-delete'), 'question');
  });

  it('the history shows revisions, newest first, with insertions and deletions', async () => {
    const { element } = await ready(undefined, {}, annotated);
    part(element, 'edited')!.focus();
    part(element, 'edited')!.click();
    const revisions = await until(
      () => parts(element, 'revision').length === 4 && parts(element, 'revision'),
      'history',
    );
    expect(revisions[0]!.textContent.replace(/\s+/g, ' ')).to.contain('Dana Whitlock op-114 changed it');
    const changed = (name: string) => [...revisions[2]!.querySelectorAll(name)].map(({ textContent }) => textContent);
    expect([changed('del'), changed('ins')]).to.deep.equal([['on delivery'], ['by invoice, 14 days']]);
    expect(revisions[3]!.textContent).to.contain('wrote it').and.contain('Pays on delivery.');
    part<HTMLDialogElement>(element, 'dialog')!.close();
    await until(() => !part(element, 'dialog'), 'closed');
    await until(() => focused(element) === part(element, 'edited'), 'focus is back');
  });

  it('a failed history shows it in its dialog, leaves the notes alone, and closes with the customer', async () => {
    const { element, script, dashboard } = await ready();
    script.next('notes.revisions', { fail: new AdapterError('internal') });
    part(element, 'edited')!.click();
    const dialog = await until(() => part<HTMLDialogElement>(element, 'dialog'), 'dialog');
    const retry = await until(() => dialog.querySelector<HTMLButtonElement>('[part=retry]'), 'failed');
    expect(bodies(element).length).to.equal(4);
    retry.click();
    await until(() => parts(element, 'revision').length === 2, 'read');
    dashboard.customerId = annotated;
    await until(() => !part(element, 'dialog'), 'closed');
  });

  it('“edited” is plain text without revisions', async () => {
    const { notes, ...rest } = shopAdapter();
    const { revisions: _, ...others } = notes;
    const { element } = await ready(scripted<Adapter>({ ...rest, notes: others }));
    expect(part(element, 'edited')).to.equal(null);
    expect(textOf(element)).to.contain('edited, 4 Nov');
  });

  it('a conflict merges both texts, and shows the effect on the other version during editing', async () => {
    const { element, script } = await ready();
    const { notes } = script.adapter;
    const { items } = await notes!.list!(ingrid, { first: 3 }, { signal });
    const other = items[2]!;
    action(element, 2, /^Edit/).click();
    const field = await until(() => element.shadowRoot!.querySelector<HTMLTextAreaElement>('[id^=edit-]'), 'field');
    await notes!.update!(
      ingrid,
      other.id,
      { body: `${other.body} No further claim.` },
      { idempotencyKey: 'other', ifVersion: other.version },
    );
    type(field, other.body.replace('£25.00 credit', '£25.00 credit and postage'));
    await element.updateComplete;
    field.form!.requestSubmit();
    await until(() => part(element, 'versions'), 'both versions');
    await until(() => part(element, 'versions')!.contains(focused(element)), 'focus');
    const marks = [...part(element, 'theirs')!.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks.length).to.equal(1);
    expect(marks[0]).to.contain('No further claim');
    [...part(element, 'mine')!.querySelectorAll('button')].at(-1)!.click();
    const merged = await until(() => element.shadowRoot!.querySelector<HTMLTextAreaElement>('[id^=edit-]'), 'field');
    expect(merged.value).to.contain('credit and postage').and.contain('No further claim.');
    expect(part(element, 'comparison')!.querySelector('ins')!.textContent.trim()).to.equal('and postage');
    merged.form!.requestSubmit();
    await until(() => bodies(element)[2]?.includes('and postage'), 'saved');
    expect((await notes!.list!(ingrid, { first: 3 }, { signal })).items[2]!.body).to.equal(merged.value);
  });

  it('notes show name and operator id, as the host asks, and who else can read them', async () => {
    const { element } = await ready(undefined, { limit: 6 }, annotated);
    const authors = () => parts(element, 'author').map(({ textContent }) => textContent);
    const ids = () => parts(element, 'author-id').map(({ textContent }) => textContent);
    expect([authors()[0], ids()[0]]).to.deep.equal(['Priya Raman', 'op-102']);
    expect(authors(), 'the id where there is no name').to.include('till-2');
    element.author = 'id';
    await element.updateComplete;
    expect([authors()[0], ids()]).to.deep.equal(['op-102', []]);
    element.author = 'name';
    await element.updateComplete;
    expect([authors()[0], ids()]).to.deep.equal(['Priya Raman', []]);
    const audiences = parts(element, 'visibility').map(({ textContent }) =>
      textContent.replace(/[\u2068\u2069\s]+/g, ' ').trim(),
    );
    expect(audiences).to.deep.equal(['The customer can read this note', 'Also visible to Finance']);
  });
});

describe('notes-panel: search', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('finds notes while typing, marks matches, and shows all again', async () => {
    const { element, script } = await ready(undefined, { searchable: true });
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part=actions] button')!.click();
    await search(element, 'GRINDER');
    await until(() => bodies(element).length === 1, 'found');
    await until(() => part(element, 'match')?.textContent === 'Grinder', 'marked');
    expect(textOf(element)).to.contain('1 note found');
    expect(part(element, 'count')).to.equal(null);
    await search(element, 'nobody said this');
    await until(() => part(element, 'clear'), 'nothing found');
    expect(textOf(element)).to.contain('No note says “').and.not.contain('No notes yet.');
    expect(part(element, 'actions')!.querySelectorAll('button').length, 'the button that closes the search').to.equal(
      1,
    );
    part(element, 'clear')!.click();
    await until(() => bodies(element).length === 4, 'all');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!.value).to.equal('');
    const asked = script.callsTo('notes.list').map(({ args }) => (args[1] as PageRequest).text);
    expect(new Set(asked), 'what was typed on the way is not asked for').to.deep.equal(
      new Set([undefined, 'GRINDER', 'nobody said this']),
    );
  });

  it('shows no search field and no button for it if the platform does not declare that it can search', async () => {
    const { notes, ...rest } = shopAdapter();
    const shown = async (capabilities: { readonly list?: ListCapabilities }) => {
      const adapter: Adapter = { ...rest, notes: { ...notes, capabilities } };
      const { element } = await ready(scripted(adapter), { searchable: true });
      const button = part(element, 'actions')!.querySelector('button');
      part(element, 'view-all')!.click();
      await until(() => part(element, 'dialog')?.querySelector('[part=note]'), 'all notes');
      return [button !== null, element.shadowRoot!.querySelector('[type=search]') !== null];
    };
    expect(await shown({ list: { search: true } })).to.deep.equal([true, true]);
    expect(await shown({ list: { range: true } })).to.deep.equal([false, false]);
    expect(await shown({})).to.deep.equal([false, false]);
  });

  it('marks every match, and creates no markup', async () => {
    const { element } = await ready(undefined, { searchable: true }, knownCustomers.hostile);
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part=actions] button')!.click();
    await search(element, '<');
    await until(() => part(element, 'match'), 'marked');
    expect(element.shadowRoot!.querySelector('script, img, iframe')).to.equal(null);
    expect(parts(element, 'match').every(({ textContent }) => textContent === '<')).to.equal(true);
  });

  it('works in all notes too, page by page, and ends with the customer', async () => {
    const { element, dashboard, script } = await ready(undefined, {}, annotated);
    part(element, 'view-all')!.click();
    const dialog = await until(() => part<HTMLDialogElement>(element, 'dialog'), 'dialog');
    await until(() => dialog.querySelectorAll('[part=note]').length === 50, 'a page');
    dialog.querySelector<HTMLButtonElement>('[part=more] button')!.click();
    await until(() => dialog.querySelectorAll('[part=note]').length === 66, 'all');
    await search(element, 'rush');
    await until(() => dialog.querySelectorAll('[part=note]').length === 12, 'found');
    // A search in plain letters finds full-width ones.
    await until(() => part(element, 'match')?.textContent === 'ＲＵＳＨ', 'marked');
    expect(parts(element, 'note').length - 12, 'the panel behind shows what it showed').to.equal(5);
    dashboard.customerId = longTexts;
    await until(() => !part(element, 'dialog') && bodies(element).length, 'the other customer');
    expect((script.callsTo('notes.list').at(-1)!.args[1] as PageRequest).text).to.equal(undefined);
  });
});

describe('notes-panel: live changes', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  const shared = () => {
    const store = new MemoryStore(createShop({ customers: Object.keys(knownCustomers).length }));
    const tom = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
    return { script: scripted<Adapter>(memoryAdapter({ store })), tom };
  };

  it('are no longer announced once another customer is chosen, before the notes of that one arrive', async () => {
    const { script, tom } = shared();
    const { element, dashboard } = await ready(script);
    await tom.notes.create(ingrid, { body: 'From Tom' }, { idempotencyKey: 'tom' });
    await until(() => status(element) === '1 new note by Tom Adeyemi.', 'it came');
    const held = deferred();
    script.next('notes.list', { until: held.promise });
    dashboard.customerId = longTexts;
    await element.updateComplete;
    expect(bodies(element)).to.deep.equal([]);
    expect(status(element)).to.equal('');
    held.resolve();
    await until(() => bodies(element).length, 'the notes of the other');
    expect(status(element)).to.equal('');
  });

  it('are announced once, and keep the draft', async () => {
    const { script, tom } = shared();
    const { element } = await ready(script);
    const field = element.shadowRoot!.querySelector<HTMLTextAreaElement>('#new-note')!;
    field.focus();
    type(field, 'Half a sent');
    await tom.notes.create(ingrid, { body: 'From Tom' }, { idempotencyKey: 'tom' });
    await until(() => bodies(element).includes('From Tom'), 'it came');
    expect(status(element)).to.equal('1 new note by Tom Adeyemi.');
    expect([field.value, focused(element) === field]).to.deep.equal(['Half a sent', true]);
    // The operator's own note is not an arrival.
    field.form!.requestSubmit();
    await until(() => bodies(element).includes('Half a sent'), 'written');
    expect(status(element)).to.equal('Note saved.');
    const marked = [...element.shadowRoot!.querySelectorAll('.new')].map(
      (mark) => mark.closest('article')!.textContent,
    );
    expect(marked.length).to.equal(1);
    expect(marked[0]).to.contain('From Tom');
    element.refresh();
    await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'read again');
    expect(status(element)).to.equal('Note saved.');
  });

  it('are announced if another operator writes the text that was refused here', async () => {
    const { script, tom } = shared();
    const { element } = await ready(script);
    script.next('notes.create', { fail: new AdapterError('forbidden', { reason: 'Not today.' }) });
    const field = element.shadowRoot!.querySelector<HTMLTextAreaElement>('#new-note')!;
    type(field, 'Called back');
    await element.updateComplete;
    field.form!.requestSubmit();
    await until(() => status(element) === 'Not today.', 'refused');
    await tom.notes.create(ingrid, { body: 'Called back' }, { idempotencyKey: 'tom' });
    await until(() => bodies(element).includes('Called back'), 'it came');
    expect(status(element)).to.equal('1 new note by Tom Adeyemi.');
  });

  it('do not move the text in a scrolled list', async () => {
    const { script, tom } = shared();
    const { element } = await ready(script, {}, annotated);
    part(element, 'view-all')!.click();
    const dialog = await until(() => part<HTMLDialogElement>(element, 'dialog'), 'dialog');
    const rows = () => [...dialog.querySelectorAll<HTMLElement>('[part=note]')];
    await until(() => rows().length === 50, 'rows');
    const body = dialog.querySelector('.body')!;
    body.scrollTop = 1500;
    const read = rows().find((row) => row.getBoundingClientRect().top > body.getBoundingClientRect().top)!;
    const { top } = read.getBoundingClientRect();
    await tom.notes.create(annotated, { body: 'Above all that is read' }, { idempotencyKey: 'tom' });
    await until(() => rows().some(({ textContent }) => textContent.includes('Above all')), 'it came');
    expect(Math.abs(read.getBoundingClientRect().top - top)).to.be.below(1);
  });
});

describe('notes-panel: a platform without pins', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('offers to edit a note, and not to pin it', async () => {
    const { notes, ...memory } = shopAdapter();
    const { element } = await ready(scripted<Adapter>({ ...memory, notes: { ...notes!, hasPins: false } }));
    expect(action(element, 0, /edit/i)).not.to.equal(undefined);
    expect(action(element, 0, /pin/i)).to.equal(undefined);
  });
});

describe('notes-panel: a single note per customer', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('is edited in place, emptied, restored and written again', async () => {
    const { element, script } = await ready(scripted<Adapter>(shopAdapter({ singleNote: true })));
    expect([
      bodies(element).length,
      element.shadowRoot!.querySelector('#new-note'),
      part(element, 'footer'),
    ]).to.deep.equal([1, null, null]);
    expect(action(element, 0, /pin/i)).to.equal(undefined);
    element.compose();
    const field = await until(() => element.shadowRoot!.querySelector<HTMLTextAreaElement>('[id^=edit-]'), 'field');
    await until(() => focused(element) === field, 'focus');
    type(field, ' ');
    await element.updateComplete;
    field.form!.requestSubmit();
    await until(() => status(element) === 'Note deleted.', 'emptied');
    expect(script.callsTo('notes.delete').length).to.equal(1);
    part(element, 'undo')!.click();
    await until(() => bodies(element).length === 1, 'brought back');
    expect(element.shadowRoot!.querySelector('#new-note')).to.equal(null);
  });

  it('compose() focuses the note’s field', async () => {
    const { element } = await ready();
    element.compose();
    await until(() => focused(element)?.id === 'new-note', 'focus');
  });
});
