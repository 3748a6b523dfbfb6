import { AdapterError } from '../adapter/adapter-error.ts';
import { always, ingrid, never } from '../testing/circumstances.ts';
import { part, type, until } from '../testing/kit.ts';
import type { Scenario } from '../testing/scenario.ts';
import { adminLinks, shopAdapter } from '../testing/shop.ts';

/** The states in which the search for a customer is reviewed and tested. */
export const searchStates = ['idle', 'results', 'many', 'none', 'slow', 'error', 'forbidden', 'longText'] as const;
export type SearchState = (typeof searchStates)[number];

const list = ['customers.list'] as const;
const shop = { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }) };

/** Types a text, which is searched for after a moment. */
const typing = (text: string): Pick<Scenario, 'act'> => ({
  act: async (element) => {
    const field = part<HTMLInputElement>(element, 'input')!;
    field.focus();
    type(field, text);
    await until(() => part(element, 'popover')!.matches(':popover-open'), 'the popover');
  },
});

const long = {
  id: 'C-1',
  name: 'Companhia Brasileira de Cerâmica Artesanal e Utilitária do Nordeste, Departamento de Compras',
  email: 'purchasing.department.of.the.north-eastern.region@companhia-brasileira-de-ceramica.example',
  phones: [{ number: '+44 7700 900214 extension 100200300' }],
};

/** `customer-search` in all its states. It has others than a widget: it shows nothing before an operator types. */
export const searchScenarios: Readonly<Record<SearchState, Scenario>> = {
  idle: { ...shop, shows: '' },
  results: { ...shop, ...typing('Ingrid'), shows: 'Ingrid Vasquez-Holm' },
  many: { ...shop, ...typing('cafe.example'), attributes: { limit: '3' }, shows: '3 of' },
  none: { ...shop, ...typing('Reykjavík'), shows: 'has “\u2068Reykjavík\u2069” in it.' },
  slow: { ...always(list, { until: never }), ...typing('Ingrid'), shows: '' },
  error: {
    ...always(list, { fail: new AdapterError('unavailable', { retryable: false }) }),
    ...typing('Ingrid'),
    shows: 'could not be loaded',
  },
  forbidden: {
    ...always(list, { fail: new AdapterError('forbidden') }),
    ...typing('Ingrid'),
    shows: 'You may not see customers.',
  },
  longText: {
    ...always(list, { answer: () => ({ items: [long], next: null, total: 1 }) }),
    ...typing('Companhia'),
    shows: 'Companhia Brasileira',
  },
};
