import { html, nothing, type TemplateResult } from 'lit';
import { listOperation } from '../../data/list-query.ts';
import { codeOf, labelOf } from '../../domain/field.ts';
import type { Interval } from '../../domain/interval.ts';
import { isEnding, Subscription } from '../../domain/subscription.ts';
import type { Localization } from '../../i18n/localization.ts';
import { badge, settled, type Tone } from '../../ui/badge.ts';
import { briefId } from '../../ui/identifier.ts';
import * as icons from '../../ui/icons.ts';
import { openly } from '../../ui/text.ts';
import { subscriptionsPanelWords } from './words.en.ts';

/** Lists a customer's subscriptions: those whose payment failed first, then the most recent. */
export const subscriptions = listOperation('subscriptions.list', Subscription);

type StatusWord = 'active' | 'trialing' | 'failed' | 'paused' | 'canceled' | 'expired' | 'ending';

/** The label of each status code, and its badge if it has one. */
const statuses: Readonly<Record<string, readonly [StatusWord, Tone, string] | readonly ['active']>> = {
  active: ['active'],
  trialing: ['trialing', 'accent', icons.tag],
  'past-due': ['failed', 'danger', icons.card],
  paused: ['paused', 'neutral', icons.pause],
  canceled: ['canceled', 'neutral', icons.cancel],
  expired: ['expired', 'neutral', icons.clock],
  ending: ['ending', 'warning', icons.clock],
};

/** A failed payment says more than that the subscription is ending. */
const signOf = (subscription: Subscription) => {
  const code = codeOf(subscription.status);
  return Object.hasOwn(statuses, code)
    ? statuses[isEnding(subscription) && code !== 'past-due' ? 'ending' : code]
    : undefined;
};

export const productName = ({ product: { id, title, sku } }: Pick<Subscription, 'product'>): string =>
  title ?? sku ?? briefId(id);

export const intervalText = ({ unit, count }: Interval, l10n: Localization): string =>
  l10n.text(l10n.words(subscriptionsPanelWords)[unit], { count });

/** `12 every 4 weeks`. */
export const termsText = ({ quantity, interval }: Pick<Subscription, 'quantity' | 'interval'>, l10n: Localization) =>
  l10n.text(l10n.words(subscriptionsPanelWords).each, { quantity, interval: intervalText(interval, l10n) });

export function statusText(subscription: Subscription, l10n: Localization): string {
  const sign = signOf(subscription);
  const { status } = subscription;
  return labelOf(status) ?? (sign ? l10n.words(subscriptionsPanelWords)[sign[0]] : codeOf(status));
}

/** The status as a badge, and why the last payment failed. */
export function statusCell(subscription: Subscription, l10n: Localization): TemplateResult {
  const [, tone = 'neutral', path] = signOf(subscription) ?? (['', 'neutral', icons.info] as const);
  const text = openly(statusText(subscription, l10n), l10n);
  const { paymentFailure } = subscription;
  const why = paymentFailure?.reason;
  return html`${path === undefined ? settled(text) : badge(tone, path, text)}${why ? html` <bdi class="quiet why">${openly(why, l10n)}</bdi>` : nothing}`;
}

/** Returns the day of the renewal or the end; the empty string if there is neither. */
export function renewalText({ nextRenewal, endsAt }: Subscription, l10n: Localization): string {
  const words = l10n.words(subscriptionsPanelWords);
  if (nextRenewal) return l10n.text(words.next, { day: l10n.shortDay(nextRenewal) });
  if (!endsAt) return '';
  return l10n.text(endsAt < l10n.today ? words.ended : words.ends, { day: l10n.shortDay(endsAt) });
}
