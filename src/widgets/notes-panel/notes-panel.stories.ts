import type { Meta } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import type { Adapter } from '../../adapter/adapter.ts';
import { memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { part, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone, scenarioNames } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import { cell, gallery, state } from '../../../stories/state.ts';

const tag = 'notes-panel';

interface Shown {
  readonly adapter?: Adapter;
  readonly customerId?: string;
  /** What an operator does once the notes are there. */
  readonly act?: (element: Element) => void;
}

/** The widget as a host sets it, of the design's customer where no other is named. */
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

export const Populated = state(tag, 'populated');
export const Loading = state(tag, 'loading');
export const Refreshing = state(tag, 'refreshing');
export const Empty = state(tag, 'empty');
export const EmptyFiltered = state(tag, 'emptyFiltered');
export const Partial = state(tag, 'partial');
export const Error = state(tag, 'error');
export const Forbidden = state(tag, 'forbidden');
export const Offline = state(tag, 'offline');
export const Stale = state(tag, 'stale');
export const Conflict = state(tag, 'conflict');
export const Malformed = state(tag, 'malformed');
export const LongText = state(tag, 'longText');
export const Redacted = state(tag, 'redacted');

/** Every state on one page. */
export const AllStates = { render: () => gallery(scenarioNames.map((name) => [name, html`${cell(tag, name)}`])) };

/** Six of the latest, and those that are pinned. */
export const LatestSix = {
  render: () => shown(html`<notes-panel limit="6"></notes-panel>`, { customerId: knownCustomers.annotated }),
};

/** With a search in the header. */
export const Searchable = { render: () => shown(html`<notes-panel searchable></notes-panel>`) };

/** All of them, page by page, with their search. */
export const AllNotes = {
  render: () =>
    shown(html`<notes-panel></notes-panel>`, { customerId: knownCustomers.annotated, act: press('view-all') }),
};

/** In place of the latest. */
export const AllInPlace = {
  render: () => shown(html`<notes-panel view-all="inline"></notes-panel>`, { act: press('view-all') }),
};

/** Only the operator's id stands on a note. */
export const StampedWithIds = { render: () => shown(html`<notes-panel author="id"></notes-panel>`) };

/** Deleted a moment ago. */
export const Undo = {
  render: () =>
    shown(html`<notes-panel></notes-panel>`, {
      act: (element) =>
        part(element, 'note')!.querySelector<HTMLButtonElement>('.actions > button:last-child')!.click(),
    }),
};

/** Where a deletion is for good. */
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

/** What became of a note. */
export const History = {
  render: () =>
    shown(html`<notes-panel></notes-panel>`, { customerId: knownCustomers.annotated, act: press('edited') }),
};

/** Another operator writes while this one reads. */
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

/** One text about a customer, as some platforms have it. */
export const SingleNote = {
  render: () => shown(html`<notes-panel></notes-panel>`, { adapter: shopAdapter({ singleNote: true }) }),
};
