// The widgets of other authors on the customer page. Nobody grants this one anything, so it only reads.
import { defineWidget } from '../../src/extend.ts';
import { loyaltyPort } from './loyalty.ts';

defineWidget({
  tag: 'loyalty-card',
  title: { en: 'Stamp card', id: 'Kartu stempel' },
  icon: 'M2.25 3.25h11.5v9.5H2.25zM5 6.5h.01M8 6.5h.01M11 6.5h.01M5 9.5h.01M8 9.5h.01',
  zone: 'end',
  section: 'orders',
  rows: 1,
  framed: true,
  ports: [loyaltyPort],
  permissions: ['loyalty.get'],
  source: () => import('./loyalty-card.ts'),
});
