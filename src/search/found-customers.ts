import { html, nothing, type TemplateResult } from 'lit';
import { idOf, nameOf, phoneOf, visible, type CustomerListItem } from '../domain/customer-list.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { name } from '../ui/text.ts';
import { customerSearchWords } from './words.en.ts';

export interface FoundCustomers {
  readonly items: readonly CustomerListItem[];
  /** The index of the customer that Enter opens. */
  readonly active: number;
  /** `true` if customers have no page, so that only the event is dispatched. */
  readonly isEvent: boolean;
  readonly isPopup: boolean;
  readonly onOpen: (event: Event, customer: CustomerListItem) => void;
  readonly onChoose: (index: number) => void;
}

/** Renders the customers that were found as options of a list box: links, which support every kind of click. */
export function foundCustomers(host: WidgetHost, found: FoundCustomers): readonly TemplateResult[] {
  const { items, active, isEvent, isPopup, onOpen, onChoose } = found;
  return items.map((customer, index) => {
    const href = isEvent ? undefined : host.link('customer', { customerId: customer.id });
    const label = labelOf(customer, host);
    const selected = index === active ? 'true' : 'false';
    const opens = (event: Event) => onOpen(event, customer);
    const chooses = () => onChoose(index);
    return href === undefined
      ? html`<div
          class="option"
          part="option"
          role="option"
          id="option-${index}"
          aria-selected=${selected}
          @click=${opens}
          @pointermove=${chooses}
        >
          ${label}
        </div>`
      : html`<a
          class="option"
          part="option"
          role="option"
          tabindex="-1"
          id="option-${index}"
          href=${href}
          target=${isPopup ? '_blank' : nothing}
          rel=${isPopup ? 'noopener' : nothing}
          aria-selected=${selected}
          @click=${opens}
          @auxclick=${opens}
          @pointermove=${chooses}
          >${label}</a
        >`;
  });
}

function labelOf(customer: CustomerListItem, { l10n }: WidgetHost): TemplateResult {
  const details = [visible(customer.email), visible(phoneOf(customer.phones)), idOf(customer)];
  return html`<span class="option-name">${name(nameOf(customer), l10n)}</span>
    <span class="quiet"
      >${details.map((detail) => (detail ? html`<span>${name(detail, l10n)}</span>` : nothing))}</span
    >`;
}

/** Renders how many of the customers are shown, with a link to all of them if the host has a list. */
export function foundExtent(
  host: WidgetHost,
  { shown, total, text }: { readonly shown: number; readonly total: number | undefined; readonly text: string },
): TemplateResult | typeof nothing {
  const { l10n } = host;
  if (total === undefined || total <= shown) return nothing;
  const words = l10n.words(customerSearchWords);
  const href = host.link('customers', { text });
  return html`<div class="found-foot">
    <span class="quiet">${l10n.text(words.shownOf, { shown, total })}</span>
    ${href ? html`<a class="link" part="view-all" href=${href}>${words.viewAll}</a>` : nothing}
  </div>`;
}
