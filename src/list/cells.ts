import { html, type TemplateResult } from 'lit';
import { codeOf, labelOf, type Coded } from '../domain/field.ts';
import type { Money } from '../domain/money.ts';
import type { OriginalOrder } from '../domain/order.ts';
import { OrderOpenEvent, type RequestEvent } from '../element/events.ts';
import { openingOf, type OpenAs, type Opening } from '../element/opening.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import type { Localization } from '../i18n/localization.ts';
import { badge, type Tone } from '../ui/badge.ts';
import { info } from '../ui/icons.ts';
import { opener, type Opener } from '../ui/opener.ts';
import { datum, maybe, name, openly } from '../ui/text.ts';

/** The codes that a widget knows, with the tone and the icon of their badges. A code is also the name of its message. */
export type Badges<C extends string> = Readonly<Record<C, readonly [Tone, string]>>;

const isKnown = <C extends string>(badges: Badges<C>, code: string): code is C => Object.hasOwn(badges, code);

/** Returns the platform's label of a code, or the message for it, or the code itself if it is unknown. */
export function codedText<C extends string>(
  badges: Badges<C>,
  coded: Coded,
  words: Readonly<Record<NoInfer<C>, string>>,
) {
  const code = codeOf(coded);
  return labelOf(coded) ?? (isKnown(badges, code) ? words[code] : code);
}

/** Renders a code as a badge. An unknown code is neutral. */
export function codedBadge<C extends string>(
  badges: Badges<C>,
  coded: Coded,
  words: Readonly<Record<NoInfer<C>, string>>,
  l10n: Localization,
) {
  const code = codeOf(coded);
  const [tone, path] = isKnown(badges, code) ? badges[code] : (['neutral', info] as const);
  return badge(tone, path, openly(codedText(badges, coded, words), l10n));
}

/** The places in which a row opens that the widget can show itself. */
const ways: readonly OpenAs[] = ['page', 'popup', 'dialog', 'drawer', 'event'];

export interface PageLink extends Pick<Opener, 'label' | 'className' | 'isData'> {
  /** The part; `link` by default. */
  readonly part?: string;
  /** The intent of the link, and its parameters beside the customer. */
  readonly intent: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Creates the request that the host page can prevent. */
  readonly request: (customerId: string) => RequestEvent;
  /** The requested place, and what opens the row in the widget itself, if it can. */
  readonly openAs?: OpenAs | undefined;
  readonly onShow?: (opening: Opening) => void;
}

/**
 * Renders what opens a page of the host, or the dialog of a row. Returns `undefined` if the host has no such page and the
 * widget no dialog.
 */
export function pageLink(
  host: WidgetHost,
  { part = 'link', intent, params, request, openAs, onShow, ...link }: PageLink,
): TemplateResult | undefined {
  const { activeCustomer } = host;
  const opening = openingOf(onShow ? ways : ['page'], openAs, host.link(intent, params));
  if (!opening || activeCustomer === undefined) return undefined;
  const onOpen = (event: Event): void => {
    if (host.open(event, opening, request(activeCustomer))) onShow?.(opening);
  };
  return opener({ ...link, part, opening, onOpen });
}

/** Renders the number of the order that a row belongs to, as a link if the host has a page of it. */
export const orderCell = (
  host: WidgetHost,
  order: (OriginalOrder & { readonly original?: OriginalOrder | undefined }) | null | undefined,
): TemplateResult =>
  maybe(order, host.l10n, ({ id: orderId, number, original }) => {
    const label = name(number, host.l10n);
    const params = { orderId, ...(original && { originalId: original.id, originalNumber: original.number }) };
    const request = (customerId: string) => new OrderOpenEvent(customerId, orderId);
    return pageLink(host, { intent: 'order', params, label, isData: true, request }) ?? label;
  });

/** Renders one amount for each currency: they are never added up. */
export const amountsCell = (amounts: readonly Money[] | undefined, l10n: Localization) =>
  maybe(amounts?.length === 0 ? null : amounts, l10n, (all) =>
    all.length === 1
      ? datum(l10n.amount(all[0]!))
      : html`<span class="amounts">${all.map((amount) => datum(l10n.amount(amount)))}</span>`,
  );
