import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { NotesPort } from '../../adapter/ports/notes.ts';
import type { NoteInput } from '../../domain/note.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { loadLocale } from '../../i18n/locales.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { NotesPanel } from './notes-panel.ts';

const { ingrid, noOrders } = knownCustomers;
const teamOnly = 'Only your team sees notes';
const open = 'The customer can read this note';

const choice = (element: Element) => element.shadowRoot!.querySelector<HTMLSelectElement>('#new-note-readers');
const field = (element: Element) => element.shadowRoot!.querySelector<HTMLTextAreaElement>('#new-note')!;

/** Mounts the panel of a platform whose notes have these readers. */
async function ready(more: Partial<NotesPort> = {}, customerId: string = ingrid, locale = 'en') {
  const shop = shopAdapter();
  const { visibilities: _, ...notes } = shop.notes;
  const script = scripted<Adapter>({ ...shop, notes: { ...notes, ...more } });
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, { adapter: script.adapter, customerId, locale: { locale } });
  const element = mount<NotesPanel>('notes-panel', {}, root);
  await until(() => field(element), 'the form');
  const created = () => script.callsTo('notes.create').map(({ args }) => args[1] as NoteInput);
  return { element, script, created };
}

async function write(element: NotesPanel, body: string): Promise<void> {
  type(field(element), body);
  await element.updateComplete;
}

function choose(element: NotesPanel, code: string): Promise<unknown> {
  choice(element)!.value = code;
  choice(element)!.dispatchEvent(new Event('change'));
  return element.updateComplete;
}

const save = (element: NotesPanel) => part(element, 'save')!.click();

/** Edits a note with these readers, which somebody deletes before it is saved, and offers to save it as a new one. */
async function edited(visibility: string, more: Partial<NotesPort>, draft?: { code: string; body: string }) {
  const { element, script, created } = await ready(more);
  script.always('notes.list', {
    answer: async (carryOut) => {
      const page = (await carryOut()) as { items: object[] };
      return { ...page, items: page.items.map((note) => ({ ...note, visibility })) };
    },
  });
  script.next('notes.update', { fail: new AdapterError('not-found') });
  element.refresh();
  await until(() => {
    const { length } = parts(element, 'note');
    return length && parts(element, 'visibility').length === (visibility === 'staff' ? 0 : length);
  }, 'these readers');
  parts(element, 'note')[0]!.querySelector<HTMLButtonElement>('.actions button')!.click();
  const editor = await until(
    () => element.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea[id^=edit-]'),
    'an edit',
  );
  type(editor, 'As it was meant');
  await element.updateComplete;
  editor.form!.requestSubmit();
  await until(() => editor.form?.textContent.includes('Save as a new note'), 'the note is gone');
  if (draft) {
    await choose(element, draft.code);
    await write(element, draft.body);
  }
  const form = editor.form!;
  form.requestSubmit();
  await element.updateComplete;
  return { element, created, form };
}

describe('notes-panel: who can read a note', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('is the team by default, which the form says', async () => {
    const { element, created } = await ready();
    expect([part(element, 'readers'), choice(element)]).to.deep.equal([null, null]);
    expect(textOf(element)).to.contain(teamOnly);
    await write(element, 'For us');
    save(element);
    await until(() => created().length, 'sent');
    expect(created()).to.deep.equal([{ body: 'For us' }]);
  });

  it('is said before saving where the customer can read notes, and nowhere that only the team can', async () => {
    const { element } = await ready({ visibility: 'customer' });
    await until(() => parts(element, 'note').length, 'notes');
    expect(part(element, 'readers')!.textContent).to.contain(open);
    expect(parts(element, 'visibility')).to.have.length(parts(element, 'note').length);
    expect([textOf(element), field(element).placeholder].join()).to.not.match(/team/i);
    await write(element, 'Typed');
    expect(part(element, 'readers')!.textContent, 'with a draft').to.contain(open);
    parts(element, 'note')[0]!.querySelector<HTMLButtonElement>('.actions button')!.click();
    const editor = await until(() => element.shadowRoot!.querySelector('textarea[id^=edit-]'), 'an edit');
    expect(editor.closest('form')!.textContent, 'in an edit').to.contain(open);
  });

  it('is said where there is no note yet', async () => {
    const { element } = await ready({ visibility: 'customer' }, noOrders);
    await until(() => textOf(element).includes('No notes yet.'), 'no notes');
    expect(textOf(element)).to.contain('The customer can read what is written here.').and.not.match(/team/i);
  });

  it('names other readers in the platform’s words', async () => {
    const { element } = await ready({ visibility: { code: 'finance', label: 'Finance' } });
    expect(part(element, 'readers')!.textContent.replace(/[\u2068\u2069]/g, '')).to.contain('Also visible to Finance');
  });

  it('can be chosen where the platform offers it, for one note at a time', async () => {
    const { element, created } = await ready({
      visibilities: ['staff', 'customer', { code: 'vip', label: 'VIP desk' }],
    });
    expect([...choice(element)!.options].map(({ text }) => text)).to.deep.equal([
      'Only your team',
      'Your team and the customer',
      'VIP desk',
    ]);
    expect(part(element, 'readers')).to.equal(null);
    await choose(element, 'customer');
    expect(part(element, 'readers')!.textContent).to.contain(open);
    await write(element, 'Your parcel is on its way.');
    expect(choice(element)!.value, 'after typing').to.equal('customer');
    save(element);
    await until(() => parts(element, 'visibility').length === 1, 'the note');
    expect(created()).to.deep.equal([{ body: 'Your parcel is on its way.', visibility: 'customer' }]);
    expect([choice(element)!.value, part(element, 'readers')]).to.deep.equal(['staff', null]);
    await write(element, 'Between us');
    save(element);
    await until(() => created().length === 2, 'the next one');
    expect(created()[1]).to.deep.equal({ body: 'Between us', visibility: 'staff' });
  });

  it('stays as it was chosen after a refusal', async () => {
    const { element, script, created } = await ready({ visibilities: ['staff', 'customer'] });
    script.next('notes.create', { fail: new AdapterError('validation', { reason: 'Too long.' }) });
    await choose(element, 'customer');
    await write(element, 'For you');
    save(element);
    await until(() => textOf(element).includes('Too long.'), 'refused');
    expect(choice(element)!.value).to.equal('customer');
    save(element);
    await until(() => created().length === 2, 'sent again');
    expect(created()[1]!.visibility).to.equal('customer');
  });

  it('cannot be chosen for a note that is being sent, or may have been', async () => {
    const { element, script, created } = await ready({ visibilities: ['staff', 'customer'] });
    const sending = deferred();
    script.next('notes.create', { until: sending.promise, fail: new AdapterError('timeout'), written: true });
    await write(element, 'Between us');
    expect(choice(element)!.disabled).to.equal(false);
    save(element);
    await element.updateComplete;
    expect(choice(element)!.disabled, 'saved, maybe before its module has loaded').to.equal(true);
    await until(() => created().length, 'sent');
    await element.updateComplete;
    expect(choice(element)!.disabled, 'while it is sent').to.equal(true);
    sending.resolve();
    await until(() => part(element, 'save')!.textContent.includes('Check'), 'the outcome is unknown');
    expect(choice(element)!.disabled, 'while the outcome is unknown').to.equal(true);
    save(element);
    await until(() => field(element).value === '', 'written');
    expect(choice(element)!.disabled).to.equal(false);
  });

  it('makes the same text for others the next note', async () => {
    const { element, script, created } = await ready({ visibilities: ['staff', 'customer'] });
    const sending = deferred();
    script.next('notes.create', { until: sending.promise });
    await write(element, 'To whom it may concern');
    save(element);
    await until(() => created().length, 'sent');
    // The choice is disabled, but its list may have been open before.
    await choose(element, 'customer');
    sending.resolve();
    await until(() => textOf(element).includes('Note saved'), 'written');
    expect([field(element).value, choice(element)!.value]).to.deep.equal(['To whom it may concern', 'customer']);
    expect(created()).to.deep.equal([{ body: 'To whom it may concern', visibility: 'staff' }]);
  });

  it('stays that of a deleted note that is saved as a new one', async () => {
    const visibilities = ['staff', 'customer'];
    for (const [own, port] of [visibilities, visibilities.toReversed()] as [string, string][]) {
      const { created } = await edited(own, { visibility: port, visibilities });
      await until(() => created().length, 'sent');
      expect(created()).to.deep.equal([{ body: 'As it was meant', visibility: own }]);
      unmountAll();
    }
    const { element, created } = await edited('staff', { visibilities }, { code: 'customer', body: '' });
    await until(() => created().length, 'sent');
    expect(created(), 'not as it was chosen for the next one').to.deep.equal([
      { body: 'As it was meant', visibility: 'staff' },
    ]);
    await until(() => field(element).value === '', 'written');
    unmountAll();
    const one = await edited('customer', { visibility: 'customer' });
    await until(() => one.created().length, 'sent without a choice');
    expect(one.created()).to.deep.equal([{ body: 'As it was meant' }]);
  });

  it('is shown before a deleted note is saved as a new one that others can read', async () => {
    for (const more of [{ visibility: 'customer' }, { visibility: 'customer', visibilities: ['customer', 'vip'] }]) {
      const { element, created } = await edited('staff', more);
      await until(() => field(element).value === 'As it was meant', 'the draft');
      expect(part(element, 'readers')!.textContent).to.contain(open);
      expect(created()).to.deep.equal([]);
      save(element);
      await until(() => created().length, 'sent by the operator');
      unmountAll();
    }
  });

  it('keeps a deleted note apart from a draft that others can read', async () => {
    const visibilities = ['staff', 'customer'];
    for (const [own, other] of [visibilities, visibilities.toReversed()] as [string, string][]) {
      const { element, created, form } = await edited(own, { visibilities }, { code: other, body: 'Another' });
      expect(form.textContent).to.contain('Save or discard your new note first: other people can read it.');
      expect([field(element).value, choice(element)!.value]).to.deep.equal(['Another', other]);
      await until(() => element.shadowRoot!.activeElement === field(element), 'the new note has the focus');
      expect(created()).to.deep.equal([]);
      await choose(element, own);
      expect(form.textContent).to.not.contain('Save or discard');
      form.requestSubmit();
      await until(() => field(element).value === 'Another\n\nAs it was meant', 'both texts');
      expect([choice(element)!.value, created()]).to.deep.equal([own, []]);
      unmountAll();
    }
  });

  it('is said in Indonesian', async () => {
    await loadLocale('id');
    const { element } = await ready({ visibility: 'customer' }, ingrid, 'id');
    expect(part(element, 'readers')!.textContent).to.contain('Pelanggan dapat membaca catatan ini');
  });

  it('without versions, reads the note again before a change and a deletion', async () => {
    const guarantees = { idempotency: true, versions: false };
    const { element, script } = await ready({ guarantees });
    await until(() => parts(element, 'note').length, 'notes');
    const signal = new AbortController().signal;
    const { items } = await script.adapter.notes!.list!(ingrid, { first: 2 }, { signal });
    const [first, second] = items as [(typeof items)[number], (typeof items)[number]];
    const theirs = (note: typeof first, body: string) =>
      script.adapter.notes!.update!(ingrid, note.id, { body }, { idempotencyKey: body, ifVersion: note.version });
    const calls = script.callsTo('notes.update').length;
    parts(element, 'note')[0]!.querySelector<HTMLButtonElement>('.actions button')!.click();
    const editor = await until(
      () => element.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea[id^=edit-]'),
      'an edit',
    );
    expect(editor.form!.textContent).to.contain('does not notice when two people change a note at once');
    type(editor, 'Mine');
    await element.updateComplete;
    await theirs(first, 'Theirs');
    editor.form!.requestSubmit();
    await until(() => part(element, 'versions')?.textContent.includes('Theirs'), 'both versions');
    await theirs(second, 'Theirs too');
    const buttons = parts(element, 'note')[1]!.querySelectorAll<HTMLButtonElement>('.actions button');
    buttons[buttons.length - 1]!.click();
    await until(() => textOf(element).includes('Theirs too'), 'the note is back, as it is now');
    expect(script.callsTo('notes.update').length - calls, 'only theirs').to.equal(2);
    expect(script.callsTo('notes.delete')).to.deep.equal([]);
  });

  it('without versions, keeps an edit from being saved for readers that the note has got meanwhile', async () => {
    const { element, script } = await ready({ guarantees: { idempotency: true, versions: false } });
    await until(() => parts(element, 'note').length, 'notes');
    parts(element, 'note')[0]!.querySelector<HTMLButtonElement>('.actions button')!.click();
    const editor = await until(
      () => element.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea[id^=edit-]'),
      'an edit',
    );
    type(editor, 'For the team');
    await element.updateComplete;
    script.always('notes.list', {
      answer: async (carryOut) => {
        const page = (await carryOut()) as { items: object[] };
        return { ...page, items: page.items.map((note) => ({ ...note, visibility: 'customer' })) };
      },
    });
    editor.form!.requestSubmit();
    await until(() => part(element, 'theirs')?.textContent.includes(open), 'who can read the other version');
    expect(script.callsTo('notes.update')).to.deep.equal([]);
  });
});
