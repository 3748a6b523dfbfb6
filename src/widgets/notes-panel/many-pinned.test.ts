import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { NotesPanel } from './notes-panel.ts';

const { ingrid } = knownCustomers;
const bodies = (element: Element) => parts(element, 'note-body').map(({ textContent }) => textContent.trim());
const further = (element: Element) => part(element, 'further-pinned');

/** Renders Ingrid's notes, one pinned and thirteen others, with `pinned` more pinned ones. */
async function open(pinned: number, properties: Partial<NotesPanel> = {}) {
  const shop = shopAdapter();
  for (let index = 1; index <= pinned; index += 1)
    await shop.notes.create(ingrid, { body: `Pinned ${index}`, pinned: true }, { idempotencyKey: `pin-${index}` });
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<NotesPanel>('notes-panel', properties, root);
  await until(() => textOf(element).includes('Latest 3 and 3 pinned'), 'the latest three');
  return { script, shop, element };
}

describe('notes-panel with many pinned notes', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const pinned of [8, 60])
    it(`${pinned + 1} pinned: shows three of them, a button for the others, and the latest three`, async () => {
      const { element } = await open(pinned, { limit: 3 });
      const shown = bodies(element);
      expect(shown.length).to.equal(6);
      expect(shown.slice(0, 3).every((body) => body.startsWith('Pinned'))).to.equal(true);
      expect(shown.slice(3).some((body) => body.startsWith('Pinned'))).to.equal(false);
      expect(textOf(element)).to.contain(`Latest 3 and 3 pinned of ${pinned + 14}`);
      expect(further(element)!.textContent.trim()).to.equal(`${pinned - 2} more pinned`);
    });

  it('a saved note is below the pinned ones', async () => {
    const { element } = await open(8, { limit: 3 });
    const field = element.shadowRoot!.querySelector<HTMLTextAreaElement>('#new-note')!;
    type(field, 'Rang about the parcel');
    await element.updateComplete;
    field.form!.requestSubmit();
    await until(() => textOf(element).includes('Note saved.'), 'it is saved');
    expect(bodies(element).slice(3)).to.include('Rang about the parcel');
    expect(bodies(element).length).to.equal(6);
  });

  it('the others expand in place and collapse again; the next customer starts collapsed', async () => {
    const { element } = await open(8);
    further(element)!.click();
    await until(() => bodies(element).length === 12, 'all pinned ones and the latest three');
    expect(further(element)!.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(element)).to.contain('Latest 3 and 9 pinned of 22');
    further(element)!.click();
    await until(() => bodies(element).length === 6, 'three');
    further(element)!.click();
    element.customerId = knownCustomers.annotated;
    await until(() => textOf(element).includes('Latest 3 and 2 pinned of 66'), 'the next customer');
    expect(further(element)).to.equal(null);
    element.customerId = ingrid;
    await until(() => textOf(element).includes('Latest 3 and 3 pinned of 22'), 'back');
  });

  it('sends two requests at most for up to fifty pinned notes, and follows live changes', async () => {
    const { element, script, shop } = await open(8);
    expect(script.callsTo('notes.list').length).to.equal(2);
    await shop.notes.create(ingrid, { body: 'By somebody else' }, { idempotencyKey: 'other' });
    await until(() => bodies(element).slice(3).includes('By somebody else'), 'it comes by itself');
    expect(textOf(element)).to.contain('Latest 3 and 3 pinned of 23');
  });
});
