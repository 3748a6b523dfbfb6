import { expect } from 'chai';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../adapters/memory/index.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../widgets/credit-balance/define.ts';
import '../widgets/customer-info/define.ts';
import '../widgets/notes-panel/define.ts';
import type { NotesPanel } from '../widgets/notes-panel/notes-panel.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted } from './scripted.ts';

const { ingrid, noOrders } = knownCustomers;
const shop = createShop({ customers: 8 });

/** Sets up two operators of one shop: one has the page open, the other works elsewhere. */
function setup() {
  const store = new MemoryStore(shop);
  const script = scripted(memoryAdapter({ store }));
  const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  let writes = 0;
  const options = (ifVersion?: string) => ({ idempotencyKey: `other-${writes++}`, ifVersion });
  return { script, other, options, root };
}

async function openNotes() {
  const parts = setup();
  const element = mount<NotesPanel>('notes-panel', {}, parts.root);
  await until(() => bodies(element).length, 'notes');
  return { ...parts, element };
}

const bodies = (element: Element) => parts(element, 'note-body').map(({ textContent }) => textContent.trim());
const shows = (element: Element, words: string) => until(() => textOf(element).includes(words), words);

describe('live changes on a page', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('show another operator’s note, and keep the draft', async () => {
    const { element, other, options } = await openNotes();
    const field = await until(() => element.shadowRoot!.querySelector('textarea'), 'where one types');
    field.focus();
    type(field, 'Half a sent');
    field.setSelectionRange(2, 4);
    await element.updateComplete;
    await other.notes.create(ingrid, { body: 'Rang about the parcel' }, options());
    await shows(element, 'Rang about the parcel');
    expect(element.shadowRoot!.querySelector('textarea')).to.equal(field);
    expect(element.shadowRoot!.activeElement).to.equal(field);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal(['Half a sent', 2, 4]);
  });

  it('keep the draft of a note that another operator changes meanwhile', async () => {
    const { element, script, other, options } = await openNotes();
    const [first] = (await other.notes.list(ingrid, { first: 1 }, { signal: new AbortController().signal })).items;
    const edit = await until(
      () => part(element, 'note')!.querySelector<HTMLButtonElement>('.actions button'),
      'a way to change it',
    );
    edit.click();
    const field = await until(
      () => element.shadowRoot!.querySelector<HTMLTextAreaElement>('[part~=note] textarea'),
      'an editor',
    );
    type(field, 'Mine');
    await element.updateComplete;
    const before = script.callsTo('notes.list').length;
    await other.notes.update(ingrid, first!.id, { body: 'Theirs' }, options(first!.version));
    await until(() => script.callsTo('notes.list').length > before, 'read again');
    await new Promise((resolve) => setTimeout(resolve));
    expect(field.isConnected && field.value).to.equal('Mine');
    field.form!.requestSubmit();
    await shows(element, 'Theirs');
    expect(part(element, 'mine')!.textContent).to.contain('Mine');
  });

  it('refetch an own write once', async () => {
    const { element, script } = await openNotes();
    const before = script.callsTo('notes.list').length;
    const field = await until(() => element.shadowRoot!.querySelector('textarea'), 'where one types');
    type(field, 'Promised to ring on Monday');
    await element.updateComplete;
    part<HTMLButtonElement>(element, 'save')!.click();
    await shows(element, 'Promised to ring on Monday');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(script.callsTo('notes.list').length - before).to.equal(1);
  });

  it('of one customer are never fetched or shown under another', async () => {
    const { element, other, options, script } = await openNotes();
    element.customerId = noOrders;
    await until(() => script.callsTo('notes.list').some(({ args }) => args[0] === noOrders), 'the other customer');
    const before = script.callsTo('notes.list').length;
    await other.notes.create(ingrid, { body: 'Of Ingrid' }, options());
    await other.notes.create(noOrders, { body: 'Of the other' }, options());
    await shows(element, 'Of the other');
    expect(textOf(element)).not.to.contain('Of Ingrid');
    const callCount = script.callsTo('notes.list').slice(before);
    expect(callCount.map(({ args }) => args[0])).to.deep.equal(callCount.map(() => noOrders));
  });

  it('leave a list of many pages alone: it reports the change once, and shows it on request', async () => {
    const parts = setup();
    for (let count = 0; count < 60; count++)
      await parts.other.notes.create(ingrid, { body: `Note ${count}` }, parts.options());
    const element = mount<NotesPanel>('notes-panel', {}, parts.root);
    const all = await until(() => part<HTMLButtonElement>(element, 'view-all'), 'the link to all notes');
    all.click();
    const dialog = await until(() => element.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]'), 'open');
    const notes = () => [...dialog.querySelectorAll('[part~=note-body]')].map(({ textContent }) => textContent.trim());
    await until(() => notes().length >= 50, 'the first page');
    const more = await until(
      () => dialog.querySelector<HTMLButtonElement>('[part~=more] button'),
      'the button for more',
    );
    more.click();
    const { length } = await until(() => notes().length > 60 && notes(), 'the second page');
    await parts.other.notes.create(ingrid, { body: 'The latest' }, parts.options());
    const notice = await until(() => dialog.querySelector('[part~=notice]'), 'a notice');
    expect(notice.textContent.replace(/\s+/g, ' ').trim()).to.equal('Changed since it was loaded. Show the latest');
    expect(dialog.querySelector('[role=status]')!.textContent).to.equal('Changed since it was loaded.');
    expect([notes().length, notes().includes('The latest')]).to.deep.equal([length, false]);
    notice.querySelector('button')!.click();
    await until(() => notes().includes('The latest'), 'the latest');
    expect(dialog.querySelector('[part~=notice]')).to.equal(null);
    expect(dialog.contains(element.shadowRoot!.activeElement)).to.equal(true);
  });

  it('update a balance; other widgets do not refetch', async () => {
    const { script, other, options, root } = setup();
    const credit = mount('credit-balance', {}, root);
    mount('customer-info', {}, root);
    await until(() => part(credit, 'balance') ?? textOf(credit).includes('£'), 'a balance');
    const signal = new AbortController().signal;
    const account = (await other.credit.accounts(ingrid, { first: 9 }, { signal })).items.find(
      ({ reasons }) => !reasons?.length,
    );
    const amount = { ...account!.balance, value: '1234' };
    const outcome = await other.credit.adjust(
      ingrid,
      { accountId: account!.id, amount, description: 'Counted again' },
      options(),
    );
    const before = script.callsTo('customers.get').length;
    const digits = outcome.account.balance.value.replace(/\D/g, '');
    await until(() => textOf(credit).replace(/\D/g, '').includes(digits), 'the new balance');
    expect(script.callsTo('customers.get')).to.have.length(before);
  });
});
