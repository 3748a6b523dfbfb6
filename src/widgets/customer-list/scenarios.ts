import { ingrid } from '../../testing/circumstances.ts';
import { part, until } from '../../testing/kit.ts';
import { listCells, searchInVain } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const { customerId: id } = ingrid;
const long = {
  id,
  name: 'Companhia Brasileira de Cerâmica Artesanal e Utilitária do Nordeste, Departamento de Compras',
  email: 'purchasing.department.of.the.north-eastern.region@companhia-brasileira-de-ceramica.example',
  phones: [{ number: '+44 7700 900214 extension 100200300' }],
  lifetimeTotal: { amounts: [{ value: '1234567890.12', currency: 'GBP' }], basis: { code: 'x', label: 'Net of all' } },
  orders: { value: 1234567, basis: 'sales' },
  lastOrderAt: '2026-11-18T11:08:00Z',
  verification: { code: 'passport', label: 'Passport seen by the regional purchasing office' },
};

export const cells = listCells(
  'customers.list',
  { heading: 'Customers' },
  {
    populated: {
      ...ingrid,
      adapter: () => shopAdapter({ links: adminLinks }),
      // The tools load after the customers.
      act: async (element) => void (await until(() => part(element, 'popover-button'), 'the tools')),
      shows: 'Ingrid Vasquez-Holm',
    },
    empty: { page: [], shows: 'No customers yet.' },
    emptyFiltered: { ...ingrid, adapter: shopAdapter, ...searchInVain, states: ['empty'] },
    partial: { page: [{ id, name: 'Ingrid Vasquez-Holm' }], shows: 'Ingrid Vasquez-Holm' },
    conflict: { absent: 'Customers are only read here.' },
    longText: { page: [long], shows: 'Companhia Brasileira' },
    redacted: { ...ingrid, adapter: () => shopAdapter({ role: 'viewer' }), shows: 'i•••••@holmcafe.example' },
  },
);
