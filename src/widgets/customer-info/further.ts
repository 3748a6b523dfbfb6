// Loaded on demand: the additional figures, fields and badges.
import { html, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { CustomField } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import { fieldKey } from '../../domain/masking.ts';
import type { OrderStatus } from '../../domain/order.ts';
import { Day, Instant } from '../../domain/time.ts';
import { safeHref } from '../../element/href.ts';
import { statusCell } from '../../features/orders/order-signs.ts';
import { isKnown } from '../../features/orders/order-status.ts';
import type { Localization } from '../../i18n/localization.ts';
import { badge } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { maybe, moment, name } from '../../ui/text.ts';
import type { DrawWithheld, Tools } from './details.ts';
import { customerFurtherWords } from './further-words.en.ts';

export { furtherFigures, highValueOf, thresholdsIn } from '../../features/figures/further-figures.ts';
export { latestOrders } from '../../features/orders/orders-list.ts';

/** Renders the state of the latest order: `undefined` if the platform does not say it. */
export const orderState = (status: OrderStatus, l10n: Localization): TemplateResult | undefined =>
  isKnown(status) ? statusCell(status, l10n) : undefined;

/** Renders the badge of a customer of high value by the host's threshold. */
export const highValueBadge = (l10n: Localization): TemplateResult =>
  badge('neutral', icons.tag, l10n.words(customerFurtherWords).highValue);

/** Renders the custom fields of the host, with the host's labels. */
export function customFields(
  fields: readonly CustomField[],
  l10n: Localization,
  drawWithheld: DrawWithheld,
  tools: Tools,
): TemplateResult {
  const words = l10n.words(customerFurtherWords);
  return html`<section class="additional" part="group">
    <div class="group-head"><h3 class="label" part="label">${words.additional}</h3></div>
    <dl part="fields">
      ${fields.map((field) => {
        const key = fieldKey({ customField: field.id });
        const { value } = field;
        return html`<div>
          <dt class="quiet">${name(field.label, l10n)}</dt>
          <dd>
            ${
              isWithheld(value)
                ? drawWithheld(key, value, field.label, true)
                : maybe(value, l10n, (known) => written(known, field, l10n))
            }${tools(key, undefined, field.label)}
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}

/** Formats a value by its type, or as text if it does not match its type. */
function written(value: string | boolean, { type = 'text' }: CustomField, l10n: Localization): TemplateResult | string {
  const words = l10n.words(customerFurtherWords);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true' ? words.yes : words.no;
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return l10n.amount({ value, unit: '' });
  if (type === 'day' && v.is(Day, value)) return l10n.day(value);
  if (type === 'instant' && v.is(Instant, value)) return moment(value, l10n);
  const href = type === 'url' ? safeHref(value) : undefined;
  return href
    ? html`<a class="link" part="link" href=${href} target="_blank" rel="noreferrer">${name(value, l10n)}</a>`
    : name(value, l10n);
}
