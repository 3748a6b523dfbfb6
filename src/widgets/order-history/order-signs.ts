import { html, nothing, type TemplateResult } from 'lit';
import type { OrderStatus } from '../../domain/order.ts';
import { orderHistoryWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { shortened } from '../../i18n/shortened.ts';
import { badge, settled, type Tone } from '../../ui/badge.ts';
import { icon } from '../../ui/icon.ts';
import { unknown } from '../../ui/text.ts';
import { summarize, type AxisSign } from './order-status.ts';
import type { StatusPalette } from './status-palettes.ts';

/**
 * Renders the status of a row. A row has at most 12 elements, so that thousands of rows stay fast: a second badge has
 * no icon, and the secondary text is plain text of the cell.
 */
export function statusCell(
  status: OrderStatus,
  l10n: Localization,
  palette?: StatusPalette,
  archived?: string,
): TemplateResult {
  const { pair } = l10n.words(orderHistoryWords);
  const joined = (first: string | undefined, second: string | undefined): string | undefined =>
    first === undefined || second === undefined ? (first ?? second) : l10n.text(pair, { first, second });
  const summary = summarize(status, l10n, palette);
  if (!summary) return html`${unknown(l10n)} ${archived}`;
  const note = joined(summary.note, archived);
  if (summary.settled !== undefined) return settled(joined(summary.settled, note)!);
  const [first, second] = summary.badges;
  if (!first) return unknown(l10n);
  if (second)
    return html`${rowBadge(first)} ${first.extent}
      <span class="badge bare ${toneOf(second)}" part="badge">${shortened(second.words)}</span> ${second.extent} ${note}`;
  const words = joined(first.extent, note);
  return html`${rowBadge(first)} ${words === undefined ? nothing : html`<bdi>${words}</bdi>`}`;
}

const rowBadge = (sign: AxisSign): TemplateResult =>
  html`<span class="badge ${toneOf(sign)}" part="badge">${icon(sign.path, sign)}${shortened(sign.words)}</span>`;

/** Renders the full status of one axis in an opened order. */
export function axisSign(sign: AxisSign | undefined, l10n: Localization): TemplateResult {
  if (!sign) return unknown(l10n);
  const extent = sign.extent === undefined ? nothing : html` <bdi class="quiet">${sign.extent}</bdi>`;
  if (sign.weight === 'silent') return html`<span class="quiet">${shortened(sign.words)}</span>`;
  if (sign.weight === 'settled') return html`${settled(sign.words)}${extent}`;
  return html`${badge(sign.weight, sign.path, sign.words, sign)}${extent}`;
}

const toneOf = ({ weight }: AxisSign): Tone => (weight === 'settled' || weight === 'silent' ? 'neutral' : weight);
