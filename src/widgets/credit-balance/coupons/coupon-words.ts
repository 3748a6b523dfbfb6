import { html, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/coded.ts';
import type { Coupon, CouponBenefit, CouponInput } from '../../../domain/coupon.ts';
import * as decimal from '../../../domain/decimal.ts';
import { couponWords } from './coupon-words.en.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { badge, settled } from '../../../ui/badge.ts';
import * as icons from '../../../ui/icons.ts';
import { datum, maybe, name } from '../../../ui/text.ts';

/** What is said of coupons. */
export const wordsOf = (l10n: Localization) => l10n.words(couponWords);

/** What the customer gets, in words: `£15.00 off`, `12.5% off`, `Free postage`. */
export function benefitText(benefit: CouponBenefit, l10n: Localization): string {
  const words = wordsOf(l10n);
  if (benefit.kind === 'free-shipping') return words.freeShipping;
  if (benefit.kind === 'amount') return l10n.text(words.off, { amount: l10n.amount(benefit.amount, { exact: true }) });
  // Exact at any number of decimals; the sign is ours, for a share is no ratio of numbers here.
  const percent = `${l10n.amount({ value: plain(benefit.percent), unit: '' }, { exact: true })}%`;
  return l10n.text(words.percentOff, { percent });
}

/** Without noughts at the end. */
const plain = (value: string): string =>
  value.includes('.') ? decimal.round(value, value.split('.')[1]!.replace(/0+$/, '').length) : value;

/** From what amount of an order on; nothing where the platform does not say. */
export function minimumText(minimum: CouponInput['minimum'], l10n: Localization): string {
  const words = wordsOf(l10n);
  if (minimum === undefined) return '';
  return minimum === null
    ? words.anyOrder
    : l10n.text(words.fromAmount, { amount: l10n.amount(minimum, { exact: true }) });
}

/** Whether it was used, has expired or was revoked: then it is folded away. */
export const isOver = ({ status }: Coupon): boolean => ['used', 'expired', 'revoked'].includes(codeOf(status));

/** Whether it can still be taken back. */
export const isRevocable = ({ status }: Coupon): boolean => ['active', 'scheduled'].includes(codeOf(status));

/** Where a coupon stands, in a word or the platform's own. */
export function statusText({ status, usedAt }: Coupon, l10n: Localization): string {
  const words = wordsOf(l10n);
  const code = codeOf(status);
  if (code === 'used' && usedAt && labelOf(status) === undefined)
    return l10n.text(words.usedOn, { date: l10n.shortDay(usedAt) });
  const known = new Map([
    ['active', words.active],
    ['scheduled', words.scheduled],
    ['used', words.used],
    ['expired', words.expired],
    ['revoked', words.revoked],
  ]);
  return labelOf(status) ?? known.get(code) ?? code;
}

/** The same as a sign: only what is no longer as usual is a badge. */
export function statusBadge(coupon: Coupon, isSoon: boolean, l10n: Localization): TemplateResult {
  const text = statusText(coupon, l10n);
  const code = codeOf(coupon.status);
  if (code === 'active') return isSoon ? badge('warning', icons.clock, wordsOf(l10n).soon) : settled(text);
  const signs = new Map<string, readonly [Parameters<typeof badge>[0], string]>([
    ['scheduled', ['accent', icons.calendar]],
    ['used', ['neutral', icons.check]],
    ['expired', ['neutral', icons.clock]],
    ['revoked', ['neutral', icons.cancel]],
  ]);
  const [tone, path] = signs.get(code) ?? ['neutral', icons.info];
  return badge(tone, path, text);
}

/** What is confirmed of a coupon, as terms of a list. */
export function couponTerms(coupon: CouponInput, l10n: Localization): TemplateResult {
  const words = wordsOf(l10n);
  return html`<dt>${words.coupon}</dt>
    <dd>${name(coupon.name, l10n)}</dd>
    <dt>${words.benefit}</dt>
    <dd>${datum(benefitText(coupon.benefit, l10n))} <bdi class="quiet">${minimumText(coupon.minimum, l10n)}</bdi></dd>
    <dt>${words.validUntil}</dt>
    <dd>
      ${coupon.validUntil === null ? words.noExpiry : maybe(coupon.validUntil, l10n, (day) => datum(l10n.day(day)))}
    </dd>`;
}
