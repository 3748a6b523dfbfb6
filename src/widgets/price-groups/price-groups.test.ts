import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { memoryAdapter, MemoryStore, roles } from '../../adapters/memory/index.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers } from '../../testing/shop.ts';
import type { PriceGroups } from './price-groups.ts';
import './define.ts';

const { ingrid } = knownCustomers;

async function open(
  change: (shop: ReturnType<typeof memoryAdapter>) => Adapter = (shop) => shop,
  role = roles.manager,
) {
  const store = new MemoryStore();
  const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
  const script = scripted<Adapter>(change(memoryAdapter({ store, permissions: role.permissions })));
  const element = mount<PriceGroups>('price-groups', { adapter: script.adapter, customerId: ingrid });
  await until(() => parts(element, 'row').length, 'the price groups');
  return { element, script, other };
}
const rows = (element: Element, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );
const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);
const names = (element: Element, within?: string) =>
  rows(element, within).map((row) => row.replace(/^ \| /, '').split(' | ')[0]);

/** Opens all price groups and chooses some by their names. */
async function choose(element: PriceGroups, ...wanted: string[]) {
  if (!part(element, 'dialog')) part(element, 'view-all')!.click();
  for (const text of wanted) {
    const box = () => element.shadowRoot!.querySelector<HTMLElement>(`dialog [aria-label='Select ${text}']`);
    (await until(box, text)).click();
  }
  await element.updateComplete;
}

/** Assigns or unassigns the chosen groups, after the confirmation. */
async function press(element: PriceGroups, name: 'assign' | 'unassign') {
  part(element, name)!.click();
  (await until(() => part(element, 'confirm'), 'the question')).click();
}

describe('price-groups', () => {
  afterEach(unmountAll);

  it('shows the four assigned price groups that are applied first, with discount, priority and customers', async () => {
    const { element } = await open();
    expect(rows(element).map((row) => row.replace(/\d+ customers?/, 'n'))).to.deep.equal([
      'Contract prices 2026 | Own price list | n | 1',
      'Wholesale, cafés | 14 % off the list price | n | 2',
      'Coffee by the pallet | 80 pence off each kilogram | n | 3',
      'Gold level | 5 % off | n | 4',
    ]);
    expect(textOf(element)).to.contain('4 of 5 price groups');
  });

  it('shows no group that is not assigned, if the platform lacks the filter', async () => {
    const { element } = await open(({ priceGroups, ...shop }) => ({
      ...shop,
      priceGroups: { list: priceGroups.list },
    }));
    await until(() => parts(element, 'row').length === 4, 'the assigned ones');
    element.limit = 9;
    await until(() => parts(element, 'row').length === 5, 'the fifth');
    expect(names(element)).to.not.contain('Staff');
    expect(part(element, 'view-all')).to.not.equal(null);
  });

  it('shows all price groups in a dialog, and finds one', async () => {
    const { element, script } = await open();
    part(element, 'view-all')!.click();
    await until(() => rows(element, 'dialog').length === 9, 'all groups');
    const field = part(element, 'search')!.querySelector('input')!;
    type(field, 'clay');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await until(() => rows(element, 'dialog').length === 1, 'the one');
    expect(names(element, 'dialog')).to.deep.equal(['Schools and workshops']);
    expect(script.callsTo('priceGroups.list').at(-1)!.args[1]).to.deep.include({ text: 'clay' });
  });

  it('assigns several at once, after a confirmation that names them, and unassigns', async () => {
    const { element, script } = await open();
    const seen: string[] = [];
    for (const name of ['price-group-assign', 'price-group-assigned', 'price-group-unassigned'] as const)
      element.addEventListener(name, ({ type, groupIds }) => seen.push(`${type} ${groupIds.join()}`));
    await choose(element, 'Staff', 'Schools and workshops', 'Gold level');
    expect(
      [part(element, 'assign'), part(element, 'unassign')].map((button) => button!.textContent.trim()),
    ).to.deep.equal(['Assign 2', 'Unassign 1']);
    part(element, 'assign')!.click();
    const question = await until(() => part(element, 'confirmation'), 'the question');
    expect(question.textContent).to.contain('Schools and workshops').and.contain('Staff').and.not.contain('Gold');
    part(element, 'confirm')!.click();
    await until(() => rows(element, 'dialog').filter((row) => row.includes('Assigned')).length === 7, 'seven');
    expect([...element.shadowRoot!.querySelectorAll('[part=choice]:checked')]).to.have.length(0);
    await choose(element, 'Contract prices 2026');
    await press(element, 'unassign');
    await until(() => names(element)[0] === 'Wholesale, cafés', 'the next one');
    const [assigned, removed] = ['pg-schools,pg-staff', 'pg-contract'];
    expect(seen).to.deep.equal([
      `price-group-assign ${assigned}`,
      `price-group-assigned ${assigned}`,
      `price-group-unassigned ${removed}`,
    ]);
    expect(script.callsTo('priceGroups.assign')[0]!.args[1]).to.deep.equal({ groupIds: ['pg-schools', 'pg-staff'] });
  });

  it('says in the dialog that an outcome is unknown, and checks it under the same key', async () => {
    const { element, script } = await open();
    script.next('priceGroups.assign', { fail: new AdapterError('timeout'), written: true });
    await choose(element, 'Staff');
    await press(element, 'assign');
    const strip = () => part(element, 'dialog')?.querySelector<HTMLElement>('[part=check]');
    await until(() => strip()?.closest('dialog')?.textContent.includes('We do not know whether'), 'the strip');
    strip()!.click();
    await until(() => rows(element, 'dialog').filter((row) => row.includes('Assigned')).length === 6, 'six');
    const [first, second] = script.callsTo('priceGroups.assign').map(({ args }) => args[2] as WriteOptions);
    expect(first!.idempotencyKey).to.equal(second!.idempotencyKey);
  });

  it('assigns nothing if somebody else has changed the groups meanwhile, and says so', async () => {
    const { element, other } = await open();
    await choose(element, 'Staff');
    const signal = new AbortController().signal;
    const { version } = (await other.priceGroups.list(ingrid, { first: 1 }, { signal })).items[0]!;
    const options = { idempotencyKey: 'theirs', ifVersion: version };
    await other.priceGroups.assign(ingrid, { groupIds: ['pg-news'] }, options);
    await press(element, 'assign');
    await says(element, 'Somebody else has changed them meanwhile.');
    const { items } = await other.priceGroups.list(ingrid, { first: 9, filter: { assigned: 'true' } }, { signal });
    expect(items.map(({ id }) => id))
      .to.contain('pg-news')
      .and.not.contain('pg-staff');
  });

  it('lets an operator without permission see all groups, and choose none', async () => {
    const { element } = await open(undefined, roles.agent);
    await says(element, 'Managers assign price groups.');
    part(element, 'view-all')!.click();
    await until(() => rows(element, 'dialog').length === 9, 'all groups');
    expect([parts(element, 'choice').length, part(element, 'selection')]).to.deep.equal([0, null]);
  });
});
