import { html, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/field.ts';
import type { Coupon, CouponBenefit, CouponInput } from '../../../domain/coupon.ts';
import * as decimal from '../../../domain/decimal.ts';
import { couponWords } from './coupon-words.en.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { badge, settled } from '../../../ui/badge.ts';
import * as icons from '../../../ui/icons.ts';
import { calendar } from '../../../ui/tool-icons.ts';
import { datum, maybe, name, openly } from '../../../ui/text.ts';

/** Returns the words of coupons. */
export const wordsOf = (l10n: Localization) => l10n.words(couponWords);

/** Returns the benefit of a coupon in words: `£15.00 off`, `12.5% off`, `Free postage`. */
export function benefitText(benefit: CouponBenefit, l10n: Localization): string {
  const words = wordsOf(l10n);
  if (benefit.kind === 'free-shipping') return words.freeShipping;
  if (benefit.kind === 'amount') return l10n.text(words.off, { amount: l10n.amount(benefit.amount, { exact: true }) });
  // Formatted as a decimal, which is exact at any number of digits. `Intl` percentages would need a floating-point
  // ratio.
  const percent = `${l10n.amount({ value: plain(benefit.percent), unit: '' }, { exact: true })}%`;
  return l10n.text(words.percentOff, { percent });
}

/** Removes trailing zeros. */
const plain = (value: string): string =>
  value.includes('.') ? decimal.round(value, value.split('.')[1]!.replace(/0+$/, '').length) : value;

/** Returns the minimum amount of an order in words; undefined if the platform does not say. */
export function minimumText(minimum: CouponInput['minimum'], l10n: Localization): string {
  const words = wordsOf(l10n);
  if (minimum === undefined) return '';
  return minimum === null
    ? words.anyOrder
    : l10n.text(words.fromAmount, { amount: l10n.amount(minimum, { exact: true }) });
}

/** Returns true if the coupon is used, expired or revoked: such coupons are collapsed. */
export const isOver = ({ status }: Coupon): boolean => ['used', 'expired', 'revoked'].includes(codeOf(status));

/** Returns true if the coupon can be revoked. */
export const isRevocable = ({ status }: Coupon): boolean => ['active', 'scheduled'].includes(codeOf(status));

/** Returns the status of a coupon in words: ours, or the platform's. */
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

/** Renders the status. Only a status other than the usual one has a badge. */
export function statusBadge(coupon: Coupon, isSoon: boolean, l10n: Localization): TemplateResult {
  const text = openly(statusText(coupon, l10n), l10n);
  const code = codeOf(coupon.status);
  if (code === 'active') return isSoon ? badge('warning', icons.clock, wordsOf(l10n).soon) : settled(text);
  const signs = new Map<string, readonly [Parameters<typeof badge>[0], string]>([
    ['scheduled', ['accent', calendar]],
    ['used', ['neutral', icons.check]],
    ['expired', ['neutral', icons.clock]],
    ['revoked', ['neutral', icons.cancel]],
  ]);
  const [tone, path] = signs.get(code) ?? ['neutral', icons.info];
  return badge(tone, path, text);
}

/** Renders the terms of a coupon to confirm, as items of a description list. */
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
