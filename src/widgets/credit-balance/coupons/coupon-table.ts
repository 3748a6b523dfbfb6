import { html, nothing, type TemplateResult } from 'lit';
import type { Coupon } from '../../../domain/coupon.ts';
import { isWithheld } from '../../../domain/field.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { iconButton } from '../../../ui/button.ts';
import { icon } from '../../../ui/icon.ts';
import * as icons from '../../../ui/icons.ts';
import type { RowWindow } from '../../../ui/row-window.ts';
import { tableShape, type Column, type TableShape } from '../../../ui/table.ts';
import { datum, maybe, name } from '../../../ui/text.ts';
import { benefitText, isOver, isRevocable, minimumText, statusBadge, statusText, wordsOf } from './coupon-words.ts';

/** A row: a coupon with its state on screen. */
export interface CouponRow {
  readonly coupon: Coupon;
  /** The outcome of the last attempt to copy the code. */
  readonly copied: boolean | undefined;
}

export interface CouponTable {
  readonly l10n: Localization;
  /** The date from which an expiring coupon is marked: `YYYY-MM-DD`. */
  readonly soon: string;
  readonly onCopy: (coupon: Coupon, code: string) => void;
  /** Absent without the permission. */
  readonly onRevoke: ((coupon: Coupon) => void) | undefined;
}

/** Returns the columns of coupons in one language. */
export function couponShape(window: RowWindow<CouponRow>, table: CouponTable): TableShape<CouponRow> {
  const { l10n, soon, onRevoke } = table;
  const words = wordsOf(l10n);
  const columns: readonly Column<CouponRow>[] = [
    {
      name: 'coupon',
      heading: words.coupon,
      title: ({ coupon }) => coupon.name,
      cell: ({ coupon }) => name(coupon.name, l10n),
    },
    {
      name: 'benefit',
      heading: words.benefit,
      title: ({ coupon }) => [benefitText(coupon.benefit, l10n), minimumText(coupon.minimum, l10n)].join(' '),
      cell: ({ coupon }) =>
        html`${datum(benefitText(coupon.benefit, l10n))} <bdi class="quiet">${minimumText(coupon.minimum, l10n)}</bdi>`,
    },
    {
      name: 'code',
      heading: words.code,
      knows: ({ coupon }) => coupon.code !== undefined,
      cell: (row) => codeCell(row, table),
    },
    {
      name: 'until',
      heading: words.validUntil,
      knows: ({ coupon }) => coupon.validUntil !== undefined,
      cell: ({ coupon: { validUntil } }) =>
        validUntil === null
          ? html`<span class="quiet">${words.noExpiry}</span>`
          : maybe(validUntil, l10n, (day) => datum(l10n.day(day))),
    },
    {
      name: 'status',
      heading: words.status,
      title: ({ coupon }) => statusText(coupon, l10n),
      cell: ({ coupon }) =>
        html`${statusBadge(coupon, Boolean(coupon.validUntil && coupon.validUntil <= soon), l10n)}
        ${
          onRevoke && isRevocable(coupon)
            ? html`<button
                type="button"
                class="link revoke"
                part="revoke"
                aria-label=${l10n.text(words.revokeOne, { name: coupon.name })}
                @click=${() => onRevoke(coupon)}
              >
                ${words.revoke}
              </button>`
            : nothing
        }`,
    },
  ];
  return tableShape(window, columns, ({ coupon }) => (isOver(coupon) ? 'over' : ''));
}

/** Renders a code with its copy button, or why it is not shown. */
function codeCell({ coupon, copied }: CouponRow, { l10n, onCopy }: CouponTable): TemplateResult {
  const words = wordsOf(l10n);
  return maybe(coupon.code, l10n, (code) => {
    if (isWithheld(code)) {
      const why = code.reason ?? l10n.common[code.withheld];
      return html`${code.display ? html`${name(code.display, l10n)} ` : nothing}<span class="quiet" title=${why}
          >${code.display ? nothing : icon(icons.lock)} <bdi>${why}</bdi></span
        >`;
    }
    return html`<code class="code" part="code">${name(code, l10n)}</code>${
        isOver(coupon)
          ? nothing
          : iconButton({
              label: l10n.text(words.copyCode, { name: coupon.name }),
              path: copied ? icons.check : icons.copy,
              kind: 'inline',
              onClick: () => onCopy(coupon, code),
            })
      }${copied === false ? html`<span class="quiet">${l10n.common.notCopied}</span>` : nothing}`;
  });
}
