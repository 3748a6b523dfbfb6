import { html, nothing, type TemplateResult } from 'lit';
import { isWithheld } from '../../domain/field.ts';
import type { OrderEntry } from '../../domain/order.ts';
import type { TimelineEvent } from '../../domain/timeline.ts';
import { OrderOpenEvent } from '../../element/events.ts';
import type { Lazy } from '../../element/lazy.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { changedValues } from '../../features/profile-changes/changed-values.ts';
import { pageLink } from '../../list/cells.ts';
import { badge } from '../../ui/badge.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum, fieldText, moment, name, prose } from '../../ui/text.ts';
import { amountOf, detailText, titleText, unusualState, whoText } from './event-text.ts';
import type { OrderLines } from './order-lines.ts';
import { customerTimelineWords } from './words.en.ts';

const signs = {
  purchase: icons.receipt,
  return: icons.returned,
  note: icons.note,
  login: icons.lock,
  change: icons.pencil,
  credit: icons.card,
} as const;

const badges = {
  canceled: ['neutral', icons.cancel],
  requested: ['warning', icons.returned],
  failed: ['danger', icons.cancel],
  blocked: ['warning', icons.lock],
} as const;

/** Renders an event: what happened, its details, and at the end the time and the amount. */
export function eventItem(
  host: WidgetHost,
  event: TimelineEvent,
  lines: Lazy<OrderLines>,
  place: string,
): TemplateResult {
  const { l10n } = host;
  const amount = amountOf(event);
  const time = l10n.time(new Date(event.at));
  return html`<li class="event ${event.kind}" part="event">
    <span class="sign">${icon(signs[event.kind])}</span>
    <div class="what">
      <p class="title">${title(host, event)} ${stateBadge(event, host)}</p>
      ${details(host, event)} ${who(host, event)}
      ${event.kind === 'purchase' || event.kind === 'return' ? orderTools(host, event.order, lines, place) : nothing}
    </div>
    <span class="when">
      <span class="time" translate="no">${moment(event.at, l10n, time)}</span>
      ${amount ? html`<span class="amount">${datum(l10n.amount(amount, { signed: event.kind === 'credit' }))}</span>` : nothing}
    </span>
  </li>`;
}

/** Renders what happened; the number of an order is a link if the host has a page of it. */
function title(host: WidgetHost, event: TimelineEvent): TemplateResult {
  const { l10n } = host;
  if (event.kind !== 'purchase' && event.kind !== 'return') return name(titleText(event, l10n), l10n);
  const { order } = event;
  const label = name(order.number, l10n);
  const original = order.kind === 'return' ? order.original : undefined;
  const params = {
    orderId: order.id,
    ...(original && { originalId: original.id, originalNumber: original.number }),
  };
  const request = (customerId: string) => new OrderOpenEvent(customerId, order.id);
  const link = pageLink(host, { intent: 'order', params, label, part: 'link', isData: true, request });
  return html`${l10n.words(customerTimelineWords)[event.kind]} ${link ?? label}`;
}

function stateBadge(event: TimelineEvent, { l10n }: WidgetHost): TemplateResult | typeof nothing {
  const state = unusualState(event);
  // The title of a login says its outcome.
  if (!state || event.kind === 'login') return nothing;
  const [tone, path] = badges[state];
  return badge(tone, path, l10n.words(customerTimelineWords)[state]);
}

function details({ l10n }: WidgetHost, event: TimelineEvent): TemplateResult | typeof nothing {
  if (event.kind === 'change') return html`<p>${changedValues(event.change, l10n)}</p>`;
  const text = detailText(event, l10n);
  if (event.kind === 'note') return html`<p class="note-body">${prose(text ?? '', l10n)}</p>`;
  if (event.kind === 'login') {
    const { ip } = event.login;
    const known = ip !== undefined && ip !== null && !(isWithheld(ip) && ip.withheld === 'denied');
    if (!text && !known) return nothing;
    return html`<p class="quiet">${text ? name(text, l10n) : nothing} ${known ? fieldText(ip, l10n) : nothing}</p>`;
  }
  return text ? html`<p class="quiet">${name(text, l10n)}</p>` : nothing;
}

function who({ l10n }: WidgetHost, event: TimelineEvent): TemplateResult | typeof nothing {
  const text = whoText(event, l10n);
  return text ? html`<p class="quiet small">${name(text, l10n)}</p>` : nothing;
}

/** Renders the button that shows what was bought, the link to the checkout, and what was bought once it is shown. */
function orderTools(
  host: WidgetHost,
  order: OrderEntry,
  lines: Lazy<OrderLines>,
  place: string,
): TemplateResult | typeof nothing {
  const { l10n } = host;
  const words = l10n.words(customerTimelineWords);
  const params = { orderId: order.id, number: order.number };
  const checkout = pageLink(host, {
    ...{ intent: 'checkout', params, label: html`${words.checkout}`, part: 'link' },
    request: (customerId) => new OrderOpenEvent(customerId, order.id),
  });
  const hasLines = Boolean(host.client?.adapter.orders?.get);
  if (!hasLines && !checkout) return nothing;
  const isOpen = lines.module?.isOpen(order.id, place) === true;
  const { itemCount } = order;
  const items = html`<button
    type="button"
    class="button inline"
    part="items"
    aria-expanded=${isOpen}
    @click=${() => lines.use((module) => module.toggle(order.id, place))}
  >
    ${
      itemCount === undefined
        ? words.items
        : itemCount === 0
          ? words.chargesOnly
          : html`<bdi translate="no">${l10n.text(words.itemCount, { count: itemCount })}</bdi>`
    }
  </button>`;
  return html`<p class="event-tools">${hasLines ? items : nothing} ${checkout ?? nothing}</p>
    ${isOpen ? lines.module?.render(order.id) : nothing}`;
}
