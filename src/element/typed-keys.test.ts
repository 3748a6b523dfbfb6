import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { mount, unmountAll, until } from '../testing/kit.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import '../widgets/notes-panel/define.ts';
import type { NotesPanel } from '../widgets/notes-panel/notes-panel.ts';

const press = (keys: string) => executeServerCommand('press', keys);
const kinds = ['keydown', 'keypress', 'keyup'] as const;

describe('the host’s keyboard shortcuts', () => {
  let received: string[] = [];
  /** Filters by `event.target`, as the shortcut handlers of many pages do. */
  const shortcut = (event: KeyboardEvent) => {
    if ((event.target as Element).matches('input, textarea, select')) return;
    received.push(`${event.type} ${event.key}`);
  };

  beforeEach(() => {
    received = [];
    for (const kind of kinds) document.addEventListener(kind, shortcut);
  });

  afterEach(() => {
    for (const kind of kinds) document.removeEventListener(kind, shortcut);
    unmountAll();
  });

  async function composer() {
    const panel = mount<NotesPanel>('notes-panel', { adapter: shopAdapter(), customerId: knownCustomers.ingrid });
    const field = await until(() => panel.shadowRoot!.querySelector('textarea'), 'a field');
    field.focus();
    return { panel, field };
  }

  it('do not fire for text that is typed into a widget’s field', async () => {
    const { field } = await composer();
    for (const key of ['/', 'g', ' ', '?', '1']) await press(key);
    expect(field.value).to.equal('/g ?1');
    expect(received).to.deep.equal([]);
  });

  it('fire for key combinations, and for every key outside of a field', async () => {
    const { panel } = await composer();
    await press('Control+k');
    await press('ArrowLeft');
    expect(received).to.include('keydown k').and.to.include('keydown ArrowLeft');
    received = [];
    panel.shadowRoot!.querySelector<HTMLElement>('.actions button, button')!.focus();
    await press('/');
    expect(received).to.include('keydown /');
  });

  it('fire in the host’s own slotted field', async () => {
    const { panel } = await composer();
    const own = document.createElement('input');
    own.slot = 'actions';
    const keys: string[] = [];
    panel.addEventListener('keydown', ({ key }) => keys.push(key));
    document.addEventListener('keydown', ({ key }) => keys.push(`page ${key}`), { once: true });
    panel.append(own);
    own.focus();
    await press('/');
    expect(keys).to.deep.equal(['/', 'page /']);
  });
});
