import { html, svg } from 'lit';
import { totals } from '../../domain/amounts.ts';
import type { PaymentMethods, PaymentMethodUse } from '../../domain/insights.ts';
import type { Localization } from '../../i18n/localization.ts';
import { amountsCell } from '../../list/cells.ts';
import { shortened } from '../../i18n/message.ts';
import type { Chart } from './chart.ts';
import { customerTrendsWords } from './words.en.ts';

/** The number of methods that have a bar of their own. */
const maxBars = 8;

/** The chart of payment methods: a bar for each of the most used ones, and one for all others. */
export function paymentMethodsChart({ methods }: PaymentMethods, l10n: Localization): Chart {
  const words = l10n.words(customerTrendsWords);
  const all = methods.reduce((sum, { payments }) => sum + payments, 0);
  const nameOf = ({ method }: PaymentMethodUse): string => (method === null ? words.unknownMethod : shortened(method));
  const rows = [
    ...methods.slice(0, maxBars).map((one) => ({ ...one, name: nameOf(one) })),
    ...rest(methods, words.others),
  ];
  const most = Math.max(...rows.map(({ payments }) => payments));
  const share = (payments: number): string => l10n.percent(payments / all);
  const points = rows.map(({ name, payments }) =>
    l10n.text(words.methodValue, { method: `\u2068${name}\u2069`, count: payments, share: share(payments) }),
  );
  return {
    label: words.paymentMethodsLabel,
    points,
    columns: 1,
    start: 0,
    summary: points[0] ?? '',
    plot: (chosen) =>
      html`<div class="methods">
        ${rows.map(
          ({ name, payments }, index) =>
            html`<div class="method ${index === chosen ? 'chosen' : ''}" data-point=${index} aria-hidden="true">
              <span class="name"><bdi translate="no">${name}</bdi></span>
              <svg viewBox="0 0 100 1" preserveAspectRatio="none">
                ${svg`<rect class="bar" width=${(payments / most) * 100} height="1" />`}
              </svg>
              <span class="share" translate="no">${share(payments)}</span>
            </div>`,
        )}
      </div>`,
    numbers: {
      headings: [words.method, words.payments, words.share, words.amount],
      rows: methods.map((one) => [
        html`<bdi translate=${one.method === null ? 'yes' : 'no'}>${nameOf(one)}</bdi>`,
        ...[l10n.number(one.payments), share(one.payments), amountsCell(one.amounts, l10n)],
      ]),
    },
  };
}

/** Returns the sum of the methods without a bar of their own. */
function rest(methods: readonly PaymentMethodUse[], name: string) {
  const others = methods.slice(maxBars);
  if (others.length === 0) return [];
  const payments = others.reduce((sum, one) => sum + one.payments, 0);
  return [{ name, payments, amounts: totals(others.flatMap(({ amounts }) => amounts)) }];
}
