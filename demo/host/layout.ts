import { defineWidget, type WidgetManifest } from '../../src/extend.ts';
import { defaultLayout, type DashboardLayout } from '../../src/index.ts';
import { loyaltyPort } from './loyalty.ts';

/** The widget of another author. Nobody grants it anything, so it only reads. */
const loyalty: WidgetManifest = {
  tag: 'loyalty-card',
  title: { en: 'Stamp card', id: 'Kartu stempel' },
  icon: 'M2.25 3.25h11.5v9.5H2.25zM5 6.5h.01M8 6.5h.01M11 6.5h.01M5 9.5h.01M8 9.5h.01',
  zone: 'end',
  rows: 1,
  framed: true,
  ports: [loyaltyPort],
  permissions: ['loyalty.get'],
  source: () => import('./loyalty-card.ts'),
};
defineWidget(loyalty);

/** The default layout, with the card of the other author below the credit. */
export const layout: DashboardLayout = {
  ...defaultLayout,
  widgets: defaultLayout.widgets.flatMap((widget) =>
    widget.tag === 'credit-balance'
      ? [widget, { tag: 'loyalty-card', section: widget.section, column: widget.column }]
      : [widget],
  ),
};
