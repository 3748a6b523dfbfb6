import { html, nothing, type TemplateResult } from 'lit';
import type { OrderStatus } from '../../domain/order.ts';
import { orderStatusWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { badge, settled, type Tone } from '../../ui/badge.ts';
import { icon } from '../../ui/icon.ts';
import { openly, unknown } from '../../ui/text.ts';
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
  const { pair } = l10n.words(orderStatusWords);
  const joined = (first: string | undefined, second: string | undefined): string | undefined =>
    first === undefined || second === undefined ? (first ?? second) : l10n.text(pair, { first, second });
  const summary = summarize(status, l10n, palette);
  if (!summary) return html`${unknown(l10n)} ${archived}`;
  const note = joined(summary.note, archived);
  if (summary.settled !== undefined) return settled(openly(joined(summary.settled, note)!, l10n));
  const [first, second] = summary.badges;
  if (!first) return unknown(l10n);
  if (second)
    return html`${rowBadge(first, l10n)} ${first.extent}
      <span class="badge bare ${toneOf(second)}" part="badge">${openly(second.words, l10n)}</span> ${second.extent}
      ${note === undefined ? nothing : openly(note, l10n)}`;
  const words = joined(first.extent, note);
  return html`${rowBadge(first, l10n)} ${words === undefined ? nothing : html`<bdi>${openly(words, l10n)}</bdi>`}`;
}

const rowBadge = (sign: AxisSign, l10n: Localization): TemplateResult =>
  html`<span class="badge ${toneOf(sign)}" part="badge">${icon(sign.path, sign)}${openly(sign.words, l10n)}</span>`;

/** Renders the full status of one axis in an opened order. */
export function axisSign(sign: AxisSign | undefined, l10n: Localization): TemplateResult {
  if (!sign) return unknown(l10n);
  const extent = sign.extent === undefined ? nothing : html` <bdi class="quiet">${sign.extent}</bdi>`;
  if (sign.weight === 'silent') return html`<span class="quiet">${openly(sign.words, l10n)}</span>`;
  if (sign.weight === 'settled') return html`${settled(openly(sign.words, l10n))}${extent}`;
  return html`${badge(sign.weight, sign.path, openly(sign.words, l10n), sign)}${extent}`;
}

const toneOf = ({ weight }: AxisSign): Tone => (weight === 'settled' || weight === 'silent' ? 'neutral' : weight);
