import type { PageRequest } from '../../adapter/options.ts';
import { always, ingrid } from '../../testing/circumstances.ts';
import { filterInVain, listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const { customerId: id } = ingrid;
const long = {
  ...{ id, name: 'Companhia Brasileira de Cerâmica Artesanal e Utilitária do Nordeste, Departamento de Compras' },
  email: 'purchasing.department.of.the.north-eastern.region@companhia-brasileira-de-ceramica.example',
  lifetimeTotal: { amounts: [{ value: '1234567890.12', currency: 'GBP' }], basis: 'net-of-returns' },
  averageOrderValue: { amounts: [{ value: '1000.000546', currency: 'GBP' }], basis: 'sales-per-order' },
  ...{ orders: { value: 1234567, basis: 'sales' }, lastOrderAt: '2026-11-18T11:08:00Z' },
};

export const cells = listCells(
  'insights.topCustomers',
  { heading: 'Top customers' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Ingrid Vasquez-Holm' },
    empty: { page: [], shows: 'No customer has ordered yet.' },
    emptyFiltered: {
      ...filterInVain('insights.topCustomers', 'JPY'),
      ...always(['insights.topCustomers'], {
        answer: async (carryOut, [request]) =>
          (request as PageRequest).filter ? { items: [], total: 0, next: null } : carryOut(),
      }),
      shows: 'No such customers.',
    },
    partial: { page: [{ id, name: 'Ingrid Vasquez-Holm' }], shows: 'Ingrid Vasquez-Holm' },
    conflict: { absent: 'A ranking is only read.' },
    longText: { page: [long], shows: 'Companhia Brasileira' },
    redacted: { ...ingrid, adapter: () => shopAdapter({ role: 'viewer' }), shows: 'i•••••@holmcafe.example' },
  },
);
