import type { Meta } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import type { Adapter } from '../../adapter/adapter.ts';
import { memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { part, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';

const tag = 'notes-panel';

interface Shown {
  readonly adapter?: Adapter;
  readonly customerId?: string;
  /** The operator's actions once the notes are loaded. */
  readonly act?: (element: Element) => void;
}

/** Renders the widget with the settings of a host; by default with the customer of the design. */
function shown(
  content: TemplateResult,
  { adapter = shopAdapter(), customerId = knownCustomers.ingrid, act }: Shown = {},
): HTMLElement {
  const root = document.createElement('div');
  provideDashboard(root, { adapter, customerId, locale: { timeZone: frozenZone, now: frozenNow } });
  render(content, root);
  const element = root.firstElementChild!;
  if (act) void until(() => part(element, 'note'), 'notes').then(() => act(element));
  return root;
}

const press = (name: string) => (element: Element) => part(element, name)!.click();

export default { title: 'Widgets/notes-panel', component: tag } satisfies Meta;

/** The six latest notes, and the pinned ones. */
export const LatestSix = {
  render: () => shown(html`<notes-panel limit="6"></notes-panel>`, { customerId: knownCustomers.annotated }),
};

/** A search in the header. */
export const Searchable = { render: () => shown(html`<notes-panel searchable></notes-panel>`) };

/** All notes, page by page, with a search. */
export const AllNotes = {
  render: () =>
    shown(html`<notes-panel></notes-panel>`, { customerId: knownCustomers.annotated, act: press('view-all') }),
};

/** All notes in place of the latest. */
export const AllInPlace = {
  render: () => shown(html`<notes-panel view-all="inline"></notes-panel>`, { act: press('view-all') }),
};

/** Notes that the customer can read, as the platform declares. */
export const ReadByCustomers = {
  render: () => {
    const { notes, ...adapter } = shopAdapter();
    return shown(html`<notes-panel></notes-panel>`, {
      adapter: { ...adapter, notes: { ...notes, visibility: 'customer', visibilities: undefined } },
    });
  },
};

/** Notes with the operator's id only. */
export const StampedWithIds = { render: () => shown(html`<notes-panel author="id"></notes-panel>`) };

/** A note that was just deleted, with its undo button. */
export const Undo = {
  render: () =>
    shown(html`<notes-panel></notes-panel>`, {
      act: (element) =>
        part(element, 'note')!.querySelector<HTMLButtonElement>('.actions > button:last-child')!.click(),
    }),
};

/** The confirmation if a deletion cannot be undone. */
export const AsksBeforeADeletion = {
  render: () => {
    const { notes, ...rest } = shopAdapter();
    const { restore: _, ...others } = notes;
    return shown(html`<notes-panel></notes-panel>`, {
      adapter: { ...rest, notes: others },
      act: (element) =>
        part(element, 'note')!.querySelector<HTMLButtonElement>('.actions > button:last-child')!.click(),
    });
  },
};

/** The history of a note. */
export const History = {
  render: () =>
    shown(html`<notes-panel></notes-panel>`, { customerId: knownCustomers.annotated, act: press('edited') }),
};

/** A note by another operator arrives. */
export const Arrival = {
  render: () => {
    const store = new MemoryStore();
    const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
    return shown(html`<notes-panel></notes-panel>`, {
      adapter: memoryAdapter({ store }),
      act: () =>
        void other.notes.create(
          knownCustomers.ingrid,
          { body: 'She rang: vans may come until 11:00 this week.' },
          { idempotencyKey: 'arrival' },
        ),
    });
  },
};

/** A single text about the customer, as on some platforms. */
export const SingleNote = {
  render: () => shown(html`<notes-panel></notes-panel>`, { adapter: shopAdapter({ singleNote: true }) }),
};
