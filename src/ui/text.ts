import { html, nothing, type TemplateResult } from 'lit';
import { invisibleCharacter, invisibleRuns, isMeaningfulRun } from '../domain/visible.ts';
import type { Localization } from '../i18n/localization.ts';
import { shortened } from '../i18n/shortened.ts';

/** How much of a text is shown, of which the record keeps all: in UTF-16 code units, what can be seen of it; marks. */
export interface Extent {
  readonly length: number;
  readonly marks: number;
  /** How far it is looked through for what can be seen. */
  readonly scanned: number;
}

const line: Extent = { length: 1000, marks: 30, scanned: 20_000 };
/** As long as a note that can be written. */
export const passage: Extent = { length: 10_000, marks: 100, scanned: 50_000 };

/**
 * Something from data, isolated from the text around it, whichever way either reads. No translator of pages may touch it:
 * a name or figure that was changed is a wrong one.
 */
export const datum = (text: string): TemplateResult =>
  html`<bdi translate="no">${breakable(shortened(text, line.length))}</bdi>`;

/** A name or address: what is invisible in it is shown, for it may be there to deceive. */
export const name = (text: string, l10n: Localization): TemplateResult =>
  html`<bdi translate="no">${openly(text, l10n)}</bdi>`;

/** The same for a text of many lines. */
export const prose = (text: string, l10n: Localization): TemplateResult =>
  html`<bdi translate="no">${openly(text, l10n, passage)}</bdi>`;

/** The same for an element that isolates what it holds by itself: text alone where nothing is hidden in it. */
export function openly(whole: string, l10n: Localization, extent = line): TemplateResult | string {
  if (whole.length <= extent.length && !invisibleCharacter.test(whole)) return breakable(whole);
  const text = shortened(whole, extent.scanned, '');
  const parts: (TemplateResult | string)[] = [];
  let [from, length, marks] = [0, 0, 0];
  const add = (to: number): boolean => {
    const room = extent.length - length;
    const piece = shortened(text.slice(from, Math.min(to, from + room + 1)), room, '');
    parts.push(breakable(piece));
    from += piece.length;
    length += piece.length;
    return from >= to;
  };
  for (const { 0: run, index } of text.matchAll(invisibleRuns)) {
    const end = index + run.length;
    if (isMeaningfulRun(text, index, end)) continue;
    if (!add(index) || marks === extent.marks) break;
    parts.push(mark(run, l10n));
    marks += 1;
    from = end;
  }
  if (marks < extent.marks) add(text.length);
  if (from < whole.length) parts.push(html`… <span class="quiet">(${rest(whole.length - from, l10n)})</span>`);
  return html`${parts}`;
}

/** So long a text without a gap takes some engines seconds to break into lines. */
const gapless = /\S{300}/u;

/** A text with places to break at where it has none for long. */
const breakable = (text: string): TemplateResult | string =>
  gapless.test(text)
    ? html`${text.match(/\s+|\S{1,100}/gu)?.map((piece, index) => html`${index ? html`<wbr />` : nothing}${piece}`)}`
    : text;

const rest = (count: number, l10n: Localization): string => l10n.text(l10n.common.cutText, { count });

/** One mark for a run, however long it is. */
function mark(run: string, l10n: Localization): TemplateResult {
  const [first = '', ...others] = new Set(run.slice(0, 1000).match(/./gsu));
  // A character beyond the first plane is two units, the second of which counts for both.
  const count = run.replace(/[\ud800-\udbff]/g, '').length;
  const codes = [first, ...others].slice(0, 5).map(codeOf).join(', ');
  const label = codeOf(first) + (others.length ? '…' : '') + (count > 1 ? ` ×${l10n.number(count)}` : '');
  return html`<span
    class="hidden-character"
    part="hidden-character"
    title=${l10n.text(l10n.common.hiddenCharacters, { count, codes })}
    >${label}</span
  >`;
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What the platform does not know: a dash, read out as words. */
export const unknown = (l10n: Localization): TemplateResult =>
  html`<span class="unknown"
    ><span aria-hidden="true">–</span><span class="visually-hidden">${l10n.common.unknown}</span></span
  >`;

/** A datum that may be absent (a dash) or known to be none (said so). */
export function maybe<T>(
  value: T | null | undefined,
  l10n: Localization,
  show: (value: T) => TemplateResult | string,
): TemplateResult {
  if (value === undefined) return unknown(l10n);
  return value === null ? html`<span class="quiet">${l10n.common.none}</span>` : html`${show(value)}`;
}

/**
 * When something was: brief, or in words of its own. The full instant with its zone is its title, told on hover and to
 * assistive technology, and is seen while the keyboard is on what the time stands in: a button or link around it, or a
 * line of class `dated` with something in it that can be pressed. It is no stop of its own, for a list would have as
 * many more as it has rows; what a row of a table opens says the instant in full.
 */
export function moment(instant: string, l10n: Localization, text?: string): TemplateResult {
  const { brief, full } = l10n.moment(instant);
  return text === undefined
    ? html`<time translate="no" datetime=${instant} title=${full}>${brief}</time>`
    : html`<time datetime=${instant} title=${full}>${text}</time>`;
}
