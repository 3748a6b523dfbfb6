import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { memoryAdapter, MemoryStore, roles } from '../../adapters/memory/index.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers } from '../../testing/shop.ts';
import type { PrivacyPanel } from './privacy-panel.ts';
import './define.ts';

const { ingrid: customerId } = knownCustomers;
const signal = new AbortController().signal;

async function open(
  change: (shop: ReturnType<typeof memoryAdapter>) => Adapter = (shop) => shop,
  role = roles.manager,
) {
  const store = new MemoryStore();
  const script = scripted<Adapter>(change(memoryAdapter({ store, permissions: role.permissions })));
  const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
  const element = mount<PrivacyPanel>('privacy-panel', { adapter: script.adapter, customerId });
  await until(() => parts(element, 'statements').length, 'the statements');
  return { element, script, other, store };
}
const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);
const press = async (element: Element, ...names: string[]) => {
  for (const name of names)
    (await until(() => element.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]:enabled`), name)).click();
};
const entries = (element: Element) =>
  parts(element, 'log-entry').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

const { now } = Date;
let passed = 0;
/** Lets the time pass after which data of the platform is fetched again. */
const pass = (): void => {
  passed += 10_000;
  Date.now = () => now() + passed;
};

describe('privacy-panel', () => {
  afterEach(() => {
    Date.now = now;
    unmountAll();
  });

  it('shows what the platform states as its own words, with the day and a safe link', async () => {
    const { element } = await open(({ privacy, ...shop }) => ({
      ...shop,
      privacy: {
        ...privacy,
        get: async (id, options) => {
          const answer = await privacy.get(id, options);
          const unsafe = { id: 'x', text: 'Audited.', url: 'javascript:alert(1)' };
          return { ...answer, statements: [...(answer.statements ?? []), unsafe] };
        },
      },
    }));
    const statements = part(element, 'statements')!;
    expect(statements.textContent).to.contain('encrypted at rest and in transit.').and.contain('Since May 1, 2025');
    expect(textOf(element)).to.contain('What the platform states').and.contain('does not verify them');
    expect([...statements.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://shop.example/privacy#encryption',
    ]);
  });

  it('requests an erasure after a confirmation, shows who and when, and keeps it in the log of changes', async () => {
    const { element, script, other } = await open();
    const seen: string[] = [];
    for (const name of ['erasure-request', 'erasure-requested', 'erasure-withdrawn'] as const)
      element.addEventListener(name, ({ type: event }) => seen.push(event));
    expect(part(element, 'erasure')!.textContent).to.contain('Not requested');
    await press(element, 'request-erasure');
    const note = await until(() => element.shadowRoot!.querySelector('textarea'), 'the remark');
    type(note as HTMLTextAreaElement, 'By letter');
    await press(element, 'review');
    const question = await until(() => part(element, 'confirmation'), 'the question');
    expect(question.textContent).to.contain('By letter').and.contain('Ingrid');
    expect(script.callsTo('privacy.requestErasure')).to.have.length(0);
    await press(element, 'confirm');
    await until(() => part(element, 'withdraw-erasure'), 'the request');
    expect(part(element, 'erasure')!.textContent)
      .to.contain('Dana Whitlock')
      .and.contain('By letter')
      .and.contain('Dec 18');
    const [change] = (await other.changes.list(customerId, { first: 1 }, { signal })).items;
    expect([change!.field, change!.oldValue, change!.newValue]).to.deep.equal(['erasure', 'none', 'requested']);
    await press(element, 'withdraw-erasure', 'confirm');
    await until(() => part(element, 'request-erasure'), 'no request');
    expect(seen).to.deep.equal(['erasure-request', 'erasure-requested', 'erasure-withdrawn']);
  });

  it('does not know whether a request was recorded after a timeout, and checks it under the same key', async () => {
    const { element, script } = await open();
    script.next('privacy.requestErasure', { fail: new AdapterError('timeout'), written: true });
    await press(element, 'request-erasure', 'review', 'confirm');
    await says(element, 'We do not know whether the request was recorded.');
    await press(element, 'check');
    await until(() => part(element, 'withdraw-erasure'), 'the request');
    const [first, second] = script.callsTo('privacy.requestErasure').map(({ args }) => args[2] as WriteOptions);
    expect(first!.idempotencyKey).to.equal(second!.idempotencyKey);
  });

  it('shows each state of an erasure, with the reason of a refusal, after which it can be requested again', async () => {
    for (const [state, text, canRequest] of [
      ['in-progress', 'In progress', false],
      ['done', 'Erased', false],
      ['refused', 'Invoices must be kept until 2031.', true],
    ] as const) {
      const { element } = await open(({ privacy, ...shop }) => ({
        ...shop,
        privacy: {
          ...privacy,
          get: async (id, options) => ({
            ...(await privacy.get(id, options)),
            erasure: {
              ...{ state, requestedAt: '2026-11-02T09:00:00Z', requestedBy: null, decidedAt: '2026-11-09T09:00:00Z' },
              reason: state === 'refused' ? 'Invoices must be kept until 2031.' : null,
            },
          }),
        },
      }));
      expect(part(element, 'erasure')!.textContent).to.contain(text).and.contain('by the customer');
      expect(part(element, 'request-erasure') !== null, state).to.equal(canRequest);
      unmountAll();
    }
  });

  it('follows a request of another operator live', async () => {
    const { element, other } = await open();
    const { version } = await other.privacy.get(customerId, { signal });
    await other.privacy.requestErasure(customerId, {}, { idempotencyKey: 'theirs', ifVersion: version });
    await says(element, 'Tom Adeyemi');
  });

  it('shows the log of exports: who, when, fields, days, customers and state, and more of it on request', async () => {
    const { element } = await open();
    element.limit = 3;
    await until(() => entries(element).length === 3, 'three exports');
    const [first, second, third] = entries(element);
    expect(first)
      .to.contain('Dana Whitlock')
      .and.contain('61 customers')
      .and.contain('Done')
      .and.contain('Fields: Customer ID, Name, Email, Last order')
      .and.match(/Last order: .*Oct/);
    expect(second).to.contain('75 of 187 customers').and.contain('Canceled');
    expect(third).to.contain('Failed').and.contain('filtered').and.contain('The server was restarted three times');
    expect(textOf(element)).to.contain('Latest 3 of 5 exports');
    part(element, 'more')!.querySelector('button')!.click();
    await until(() => entries(element).length === 5, 'all exports');
  });

  it('says live that there is another export, and shows in its place that it is done', async () => {
    const { element, other } = await open();
    await until(() => entries(element).length === 5, 'the exports');
    pass();
    const { id } = await other.exports.start({ fields: ['id', 'name'] }, { idempotencyKey: 'theirs' });
    const notice = await until(() => part(element, 'notice'), 'that the log has changed');
    expect(entries(element)[0]).to.contain('Dana Whitlock');
    notice.querySelector('button')!.click();
    await until(() => entries(element)[0]!.includes('Tom Adeyemi'), 'the export');
    expect(entries(element)[0]).to.contain('Running').and.contain('0 of');
    pass();
    while ((await other.exports.get(id, { signal })).state === 'running');
    await until(() => !entries(element)[0]!.includes('Running'), 'its end');
    expect(entries(element)[0]).to.contain('Done');
    expect(part(element, 'notice')).to.equal(null);
  });

  it('shows what the platform has: no log without its port, no request without its permission', async () => {
    const { element } = await open((shop) => ({ ...shop, exports: undefined }), roles.agent);
    await says(element, 'Managers request the erasure of personal data.');
    expect([part(element, 'log'), part(element, 'request-erasure')]).to.deep.equal([null, null]);
    expect(textOf(element)).not.to.contain('Exports of customers');
  });

  it('keeps the rest if the log cannot be read', async () => {
    const { element } = await open(({ exports: port, ...shop }) => ({
      ...shop,
      exports: {
        ...port,
        log: async () => Promise.reject(new AdapterError('forbidden', { reason: 'Auditors only.' })),
      },
    }));
    await says(element, 'You may not see exports of customers.');
    expect(part(element, 'statements')).not.to.equal(null);
  });
});
