import type { PageRequest } from '../adapter/options.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import { always, ingrid, never, loadedThen } from './circumstances.ts';
import { part, parts, type, until } from './kit.ts';
import { scenarioNames, type Absent, type Cells, type Scenario, type ScenarioName } from './scenario.ts';
import type { MethodName, Step } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

/** The platform's answer in a state, and a text that the widget then shows. */
interface Answered<P> extends Pick<Scenario, 'shows'> {
  /** The rows, or a function that changes Ingrid's page. */
  readonly page: readonly object[] | ((page: P) => unknown);
}

/** A state: the text that it shows, what the platform answers, a scenario of its own, or why there is none. */
type ListCell<P> = string | Answered<P> | Scenario | Absent;

/** The states that the list alone does not say. */
type Own = 'populated' | 'empty' | 'partial' | 'conflict' | 'longText' | 'redacted';

type ListCells<P> = Readonly<Record<Own, ListCell<P>>> & Readonly<Partial<Record<ScenarioName, ListCell<P>>>>;

interface ListSample {
  /** The heading, as in “You may not see orders.”: `Orders`. */
  readonly heading: string;
  /** A part that is there once the rows are. */
  readonly row?: string;
}

/** Shows all rows in place, and searches them for a text that none has. */
export const searchInVain: Pick<Scenario, 'attributes' | 'act' | 'shows' | 'states'> = {
  attributes: { limit: '2', 'view-all': 'inline' },
  act: async (element) => {
    (await until(() => part(element, 'view-all'), 'all rows')).click();
    const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
    type(field, 'Reykjavík');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  },
  shows: 'has “\u2068Reykjavík\u2069” in it.',
  // The widget is ready, not empty: the search stays above the result, and the customer has rows.
  states: ['ready'],
};

/** Shows all rows in place, and chooses a filter that no row of Ingrid's has. */
export const filterInVain = (
  operation: MethodName,
  label: string,
): Pick<Scenario, 'adapter' | 'customerId' | 'attributes' | 'act' | 'states'> => ({
  ...always([operation], {
    answer: async (carryOut, [, request]) =>
      (request as PageRequest).filter ? { items: [], total: 0, next: null } : carryOut(),
  }),
  attributes: { limit: '2', 'view-all': 'inline' },
  act: async (element) => {
    (await until(() => part(element, 'view-all'), 'all rows')).click();
    const isFilter = ({ textContent }: HTMLElement) => textContent.includes('Filter');
    (await until(() => parts(element, 'popover-button').find(isFilter), 'the filter')).click();
    const isChoice = ({ textContent }: HTMLElement) => textContent.trim() === label;
    (await until(() => parts(element, 'choice').find(isChoice), label)).click();
  },
  states: ['ready'],
});

/**
 * Returns all states of a list of Ingrid's. A widget says what it shows in them; where that is only a text, the scenario
 * is the usual one. By default, `emptyFiltered` is a search without a result.
 */
export function listCells<P>(operation: MethodName, { heading, row = 'row' }: ListSample, cells: ListCells<P>): Cells {
  const listed = (step: Step) => always([operation], step);
  const again = (step: Step) => loadedThen([operation], step, (element) => part(element, row));
  const failing = (...error: ConstructorParameters<typeof AdapterError>): Step => ({
    fail: new AdapterError(...error),
  });
  const answering = ({ page, shows }: Answered<P>): Scenario => ({
    ...listed({
      answer: async (carryOut) =>
        typeof page === 'function' ? page((await carryOut()) as P) : { items: page, total: page.length, next: null },
    }),
    shows,
  });
  const populated = { ...ingrid, adapter: shopAdapter };
  const reason = `Your role “Marketing” has no access. Ask an administrator for “Read ${heading.toLowerCase()}”.`;
  const shown = typeof cells.populated === 'string' || 'shows' in cells.populated ? cells.populated : heading;
  const text = typeof shown === 'string' ? shown : shown.shows;

  /** The usual scenario of each state. */
  const usual: Readonly<Record<ScenarioName, Scenario>> = {
    populated: { ...populated, shows: text },
    loading: { ...listed({ until: never }), shows: heading },
    refreshing: { ...again({ until: never }), shows: text },
    empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: heading },
    emptyFiltered: { ...populated, ...searchInVain },
    partial: { ...populated, shows: text },
    error: {
      ...listed(failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' })),
      shows: 'Reference f3a9-771c',
    },
    forbidden: { ...listed(failing('forbidden', { reason })), shows: `You may not see ${heading.toLowerCase()}.` },
    offline: { ...listed(failing('offline', { retryable: false })), shows: 'The service can’t be reached.' },
    stale: { ...again(failing('timeout', { retryable: false })), shows: 'Could not refresh.' },
    conflict: { ...populated, shows: text },
    malformed: answering({ page: [{ id: 7 }], shows: 'items[0].id' }),
    longText: { adapter: shopAdapter, customerId: knownCustomers.longTexts, shows: heading },
    redacted: { ...populated, shows: text },
  };
  const all = scenarioNames.map((name) => {
    const cell = cells[name] ?? usual[name];
    if (typeof cell === 'string') return [name, { ...usual[name], shows: cell }] as const;
    return [name, 'page' in cell ? answering(cell) : cell] as const;
  });
  return Object.fromEntries(all) as Cells;
}
