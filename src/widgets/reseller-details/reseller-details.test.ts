import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { memoryAdapter, MemoryStore, roles } from '../../adapters/memory/index.ts';
import { axeFaults } from '../../testing/axe.ts';
import { mount, part, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers } from '../../testing/shop.ts';
import type { ResellerDetails } from './reseller-details.ts';
import './define.ts';

const { ingrid: customerId } = knownCustomers;
const signal = new AbortController().signal;
const notice = 'Please avoid entering data here';

async function open(
  change: (shop: ReturnType<typeof memoryAdapter>) => Adapter = (shop) => shop,
  { editable = false, role = roles.manager } = {},
) {
  const store = new MemoryStore();
  const script = scripted<Adapter>(change(memoryAdapter({ store, permissions: role.permissions })));
  const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
  const element = mount<ResellerDetails>('reseller-details', { adapter: script.adapter, customerId, editable });
  await until(() => part(element, 'details'), 'the details');
  return { element, script, other, store };
}
const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);
const find = <E extends HTMLElement = HTMLElement>(element: Element, selector: string) =>
  until(() => element.shadowRoot!.querySelector<E>(selector), selector);
const press = async (element: Element, ...names: string[]) => {
  for (const name of names) (await find(element, `[part~=${name}]:enabled`)).click();
};
/** Types into a field of the form. */
const fill = async (element: Element, label: string, text: string) => {
  await find(element, 'dialog[open] textarea');
  const labels = [...element.shadowRoot!.querySelectorAll<HTMLLabelElement>('dialog[open] label')];
  const id = labels.find(({ textContent }) => textContent.includes(label))!.htmlFor;
  type(element.shadowRoot!.getElementById(id) as HTMLInputElement, text);
};
const remarkOf = async (shop: Pick<ReturnType<typeof memoryAdapter>, 'reseller'>) =>
  (await shop.reseller.get(customerId, { signal })).remark;

describe('reseller-details', () => {
  afterEach(unmountAll);

  it('shows the details with who changed them last, and the platform’s notice that they will be withdrawn', async () => {
    const { element } = await open();
    await says(element, notice);
    expect(part(element, 'notice')!.textContent).to.contain('Being withdrawn.');
    const details = part(element, 'details')!.textContent.replace(/\s+/g, ' ');
    for (const text of ['Holm & Daughters at the Market', 'RC-2019-00418', 'Mar 31, 2027', 'Tom Adeyemi'])
      expect(details).to.contain(text);
    expect(part(element, 'link')!.getAttribute('href')).to.equal('https://market.example/holm-and-daughters');
  });

  it('only reads by default, whatever the operator may do, and can be changed by choice', async () => {
    const { element } = await open();
    await says(element, notice);
    expect(part(element, 'edit')).to.equal(null);
    element.editable = true;
    await find(element, '[part=edit]:enabled');
    element.editable = false;
    await element.updateComplete;
    expect(part(element, 'edit')).to.equal(null);
  });

  it('says in the form again that nothing should be entered, and saves what was changed alone', async () => {
    const { element, script, other } = await open(undefined, { editable: true });
    const seen: string[] = [];
    for (const name of ['reseller-update', 'reseller-updated'] as const)
      element.addEventListener(name, ({ type: event }) => seen.push(event));
    await press(element, 'edit');
    await fill(element, 'Remark', ' Not below our list price ');
    expect((await find(element, 'dialog[open] [part=message]')).textContent).to.contain(notice);
    expect(await axeFaults(element)).to.deep.equal([]);
    await press(element, 'save');
    await says(element, 'Reseller details saved.');
    expect(script.callsTo('reseller.update')[0]!.args[1]).to.deep.equal({ remark: 'Not below our list price' });
    expect(seen).to.deep.equal(['reseller-update', 'reseller-updated']);
    await until(() => part(element, 'details')!.textContent.includes('Dana Whitlock'), 'the author');
    expect(await remarkOf(other)).to.equal('Not below our list price');
  });

  it('removes a value that is emptied, and refuses a website that no link can open', async () => {
    const { element, script, other } = await open(undefined, { editable: true });
    await press(element, 'edit');
    await fill(element, 'Sells at', 'javascript:alert(1)');
    await press(element, 'save');
    await says(element, 'Write a whole address');
    expect(script.callsTo('reseller.update')).to.have.length(0);
    await fill(element, 'Sells at', '');
    await press(element, 'save');
    await says(element, 'Reseller details saved.');
    expect((await other.reseller.get(customerId, { signal })).website).to.equal(null);
  });

  it('sends nothing if the host page prevents the event, or nothing was changed', async () => {
    const { element, script } = await open(undefined, { editable: true });
    await press(element, 'edit', 'save');
    await says(element, 'Nothing is changed.');
    element.addEventListener('reseller-update', (event) => event.preventDefault());
    await fill(element, 'Remark', 'Another');
    await press(element, 'save');
    await element.updateComplete;
    expect(script.callsTo('reseller.update')).to.have.length(0);
    expect((await find<HTMLTextAreaElement>(element, 'dialog[open] textarea')).value).to.equal('Another');
  });

  it('keeps both versions after a conflict: theirs beside the field that both have changed', async () => {
    const { element, other } = await open((shop) => ({ ...shop, watch: undefined }), { editable: true });
    await press(element, 'edit');
    await fill(element, 'Remark', 'Mine');
    const { version } = await other.reseller.get(customerId, { signal });
    const theirs = { remark: 'Theirs, sooner', certificate: 'RC-9' };
    await other.reseller.update(customerId, theirs, { idempotencyKey: 'theirs', ifVersion: version });
    await press(element, 'save');
    await says(element, 'Somebody else has changed these details meanwhile.');
    expect(part(element, 'theirs')!.textContent).to.contain('Theirs, sooner');
    await press(element, 'save');
    await says(element, 'Reseller details saved.');
    const { remark, certificate } = await other.reseller.get(customerId, { signal });
    expect([remark, certificate]).to.deep.equal(['Mine', 'RC-9']);
  });

  it('compares with a fresh read where the platform has no versions, and says that it cannot promise more', async () => {
    const { element, other } = await open(
      ({ reseller, ...shop }) => ({
        ...shop,
        watch: undefined,
        reseller: {
          ...reseller,
          guarantees: { idempotency: true, versions: false },
          update: async (id, change, options) => {
            const { version } = await reseller.get(id, { signal });
            return reseller.update(id, change, { ...options, ifVersion: version });
          },
        },
      }),
      { editable: true },
    );
    await press(element, 'edit');
    await says(element, 'does not notice when two people');
    await fill(element, 'Remark', 'Mine');
    const { version } = await other.reseller.get(customerId, { signal });
    await other.reseller.update(customerId, { remark: 'Theirs' }, { idempotencyKey: 'theirs', ifVersion: version });
    await press(element, 'save');
    await says(element, 'Somebody else has changed these details meanwhile.');
    expect(await remarkOf(other)).to.equal('Theirs');
  });

  it('does not know whether a change was saved after a timeout, and checks it under the same key', async () => {
    const { element, script } = await open(undefined, { editable: true });
    script.next('reseller.update', { fail: new AdapterError('timeout'), written: true });
    await press(element, 'edit');
    await fill(element, 'Remark', 'Once');
    await press(element, 'save');
    await says(element, 'We do not know whether the details were saved.');
    await press(element, 'check');
    await says(element, 'Reseller details saved.');
    const [first, second] = script.callsTo('reseller.update').map(({ args }) => args[2] as WriteOptions);
    expect(first!.idempotencyKey).to.equal(second!.idempotencyKey);
  });

  it('says who may change details, and has no button, for an operator who may not', async () => {
    const { element } = await open(undefined, { role: roles.viewer, editable: true });
    await says(element, 'Agents and managers change reseller details.');
    expect(part(element, 'edit')).to.equal(null);
  });

  it('shows and offers what the platform knows: no row and no field for another member', async () => {
    const { element } = await open(
      ({ reseller, ...shop }) => ({
        ...shop,
        reseller: {
          ...reseller,
          get: async (id, options) => {
            const { version, remark } = await reseller.get(id, options);
            return { customerId: id, version, remark, certificate: null };
          },
        },
      }),
      { editable: true },
    );
    expect(part(element, 'details')!.textContent).to.contain('Resale certificate').and.not.contain('Sells as');
    await press(element, 'edit');
    await find(element, 'dialog[open] textarea');
    const labels = [...element.shadowRoot!.querySelectorAll('dialog[open] label')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(labels).to.deep.equal(['Resale certificate', 'Remark']);
  });

  it('shows an unsafe website as text, not as a link', async () => {
    const { element } = await open(({ reseller, ...shop }) => ({
      ...shop,
      reseller: {
        ...reseller,
        get: async (id, options) => ({ ...(await reseller.get(id, options)), website: 'javascript:alert(1)' }),
      },
    }));
    expect(part(element, 'details')!.textContent).to.contain('javascript:alert(1)');
    expect(part(element, 'link')).to.equal(null);
  });

  it('shows a change of another operator live', async () => {
    const { element, other } = await open();
    const { version } = await other.reseller.get(customerId, { signal });
    await other.reseller.update(customerId, { remark: 'Closed' }, { idempotencyKey: 'theirs', ifVersion: version });
    await says(element, 'Closed');
  });
});
