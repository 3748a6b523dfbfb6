import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { memoryAdapter, MemoryStore, roles } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers } from '../../testing/shop.ts';
import './define.ts';
import type { InquiriesPanel } from './inquiries-panel.ts';

const { ingrid } = knownCustomers;

async function open(more: Parameters<typeof memoryAdapter>[0] = {}, attributes: Partial<InquiriesPanel> = {}) {
  const store = new MemoryStore();
  const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
  const script = scripted<Adapter>(memoryAdapter({ store, ...more }));
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<InquiriesPanel>('inquiries-panel', attributes, root);
  await until(() => parts(element, 'row').length, 'the inquiries');
  return { element, script, other };
}
const rows = (element: InquiriesPanel, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );
const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);
const find = <E extends HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<E>(selector);

/** Opens the form of a row and types a reply. */
async function write(element: InquiriesPanel, row: number, text: string) {
  (await until(() => parts(element, 'reply')[row], 'the button')).click();
  type(await until(() => find<HTMLTextAreaElement>(element, 'textarea'), 'the form'), text);
  await element.updateComplete;
}

/** Opens the form of a row, chooses a step and saves. */
async function choose(element: InquiriesPanel, row: number, step: string) {
  (await until(() => parts(element, 'reply')[row], 'the button')).click();
  (await until(() => find(element, `[value=${step}]`), step)).click();
  await element.updateComplete;
  part(element, 'save')!.click();
}

describe('inquiries-panel', () => {
  afterEach(unmountAll);

  it('shows urgent inquiries first, then the oldest that is open, and counts both', async () => {
    const { element } = await open();
    expect(rows(element).map((row) => row.split(' | ').slice(1).join(' | '))).to.deep.equal([
      'Today, 07:42 E-mail | No reply | Urgent | #10512 | Reply',
      '22 Oct, 13:51 Contact form | 22 Oct, 15:02 Priya Raman | Open | #10388 | Reply',
      '17 Nov, 16:20 Chat | No reply | Open | #10498 | Reply',
      '14 Sept, 16:30 Phone | 15 Sept, 10:12 Tom Adeyemi | Answered |  | Reply',
      '1 Jun, 11:04 E-mail | 2 Jun, 14:31 Priya Raman | Closed |  | Reply',
    ]);
    expect(rows(element)[0]).to.match(/^My bank asks for approval twice I approved/);
    expect(part(element, 'count')!.textContent).to.equal('3 open, 1 urgent');
  });

  it('sends a reply, which a draft outlives until then, and counts again', async () => {
    const { element, script } = await open();
    const seen: string[] = [];
    for (const name of ['inquiry-reply', 'inquiry-replied'] as const)
      element.addEventListener(name, ({ type, inquiryId }) => seen.push(`${type} ${inquiryId}`));
    await write(element, 0, 'The bank has it.');
    part(element, 'cancel')!.click();
    (await until(() => parts(element, 'reply')[0], 'the button')).click();
    const field = await until(() => find<HTMLTextAreaElement>(element, 'textarea'), 'the form');
    expect([field.value, part(element, 'save')!.textContent.trim()]).to.deep.equal(['The bank has it.', 'Send reply']);
    part(element, 'save')!.click();
    await says(element, 'Reply sent.');
    await says(element, '2 open');
    expect(rows(element)[2]).to.contain('Dana Whitlock | Answered');
    expect(script.callsTo('inquiries.reply')[0]!.args.slice(1, 3)).to.deep.equal([
      'inq-20817-6',
      { text: 'The bank has it.' },
    ]);
    expect(seen).to.deep.equal(['inquiry-reply inq-20817-6', 'inquiry-replied inq-20817-6']);
  });

  it('sends nothing without a text', async () => {
    const { element, script } = await open();
    await write(element, 0, ' ');
    part(element, 'save')!.click();
    await says(element, 'Write a reply.');
    expect(script.callsTo('inquiries.reply')).to.have.length(0);
  });

  it('keeps a reply of unknown outcome, and checks it under the same key', async () => {
    const { element, script } = await open();
    script.next('inquiries.reply', { fail: new AdapterError('timeout'), written: true });
    await write(element, 0, 'The bank has it.');
    part(element, 'save')!.click();
    await says(element, 'We do not know whether the reply was sent.');
    expect(find<HTMLTextAreaElement>(element, 'textarea')!.matches(':disabled')).to.equal(true);
    part(element, 'check')!.click();
    await says(element, 'Reply sent.');
    const [first, second] = script.callsTo('inquiries.reply').map(({ args }) => args[3] as WriteOptions);
    expect(first!.idempotencyKey).to.equal(second!.idempotencyKey);
  });

  it('says who has replied meanwhile, shows that reply, and sends on request', async () => {
    const { element, other } = await open();
    await write(element, 1, 'A new jug is packed.');
    const { items } = await other.inquiries.list(ingrid, { first: 2 }, { signal: new AbortController().signal });
    const { id, version } = items[1]!;
    const theirs = { text: 'It left this morning.' };
    await other.inquiries.reply(ingrid, id, theirs, { idempotencyKey: 'theirs', ifVersion: version });
    part(element, 'save')!.click();
    await says(element, 'Tom Adeyemi has replied meanwhile.');
    expect(part(element, 'inquiry')!.textContent).to.contain('It left this morning.');
    expect(find<HTMLTextAreaElement>(element, 'textarea')!.value).to.equal('A new jug is packed.');
    part(element, 'save')!.click();
    await says(element, 'Reply sent.');
  });

  it('closes, opens and marks an inquiry without a reply', async () => {
    const { element, script } = await open();
    await choose(element, 0, 'close');
    await says(element, 'Inquiry closed.');
    await until(() => rows(element)[2]!.includes('Closed'), 'the closed one');
    await choose(element, 2, 'reopen');
    await says(element, 'Inquiry opened again.');
    await until(() => rows(element)[0]!.includes('Urgent'), 'the urgent one');
    await choose(element, 0, 'unmarkUrgent');
    await says(element, 'marked as not urgent.');
    expect(script.callsTo('inquiries.update').map(({ args }) => args[2])).to.deep.equal([
      { status: 'closed' },
      { status: 'open' },
      { urgent: false },
    ]);
  });

  it('opens an inquiry and its order on pages of the host, after an event', async () => {
    const { element } = await open({ links: adminLinks });
    const seen: string[] = [];
    element.addEventListener('inquiry-open', (event) => {
      event.preventDefault();
      seen.push(event.inquiryId);
    });
    const [link, order] = parts(element, 'link') as HTMLAnchorElement[];
    expect(link!.href).to.contain('/inquiry?').and.contain('inquiryId=inq-20817-6');
    expect(order!.href).to.contain('orderId=o-10512');
    link!.click();
    expect(seen).to.deep.equal(['inq-20817-6']);
  });

  it('finds and filters among all inquiries', async () => {
    const { element, script } = await open({}, { viewAll: 'inline' });
    part(element, 'view-all')!.click();
    const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
    type(field, 'JUG');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await until(() => rows(element).length === 1, 'the one');
    expect(script.callsTo('inquiries.list').at(-1)!.args[1]).to.deep.include({ text: 'JUG' });
    await says(element, '1 open');
  });

  it('shows an operator without permission who may answer, and no button', async () => {
    const { element } = await open({ role: 'viewer', permissions: roles.viewer.permissions });
    await says(element, 'Agents and managers reply to customers.');
    expect(parts(element, 'reply')).to.have.length(0);
  });
});
