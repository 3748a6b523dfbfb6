import { html, nothing, type TemplateResult } from 'lit';
import { isWithheld, type Field } from '../domain/field.ts';
import { invisibleCharacter, invisibleRuns, isMeaningfulRun } from '../domain/visible.ts';
import type { Localization } from '../i18n/localization.ts';
import { shortened } from '../i18n/message.ts';

/**
 * The limits of a displayed text, of which the record keeps the rest: visible length in UTF-16 code units, and number
 * of marks.
 */
export interface Extent {
  readonly length: number;
  readonly marks: number;
  /** The length that is scanned for visible text, in UTF-16 code units. */
  readonly scanned: number;
}

const line: Extent = { length: 1000, marks: 30, scanned: 20_000 };
/** The limits for multi-line text: as long as the longest note. */
export const passage: Extent = { length: 10_000, marks: 100, scanned: 50_000 };

/**
 * Renders a figure, a day or a sentence that the library wrote, isolated from the direction of the text around it. Page
 * translators must not change it, because a changed figure is wrong. Words from data go through `name()`: the direction
 * marks that `Intl` writes beside figures must stay unmarked, those in data must not.
 */
export const datum = (text: string): TemplateResult =>
  html`<bdi translate="no">${breakable(shortened(text, line.length))}</bdi>`;

/**
 * Renders one line of text from data (a name, a number, a reason), with marks in place of invisible characters, which
 * may be there to deceive.
 */
export const name = (text: string, l10n: Localization): TemplateResult =>
  html`<bdi translate="no">${openly(text, l10n)}</bdi>`;

/** Renders multi-line text, with marks in place of invisible characters. */
export const prose = (text: string, l10n: Localization): TemplateResult =>
  html`<bdi translate="no">${openly(text, l10n, passage)}</bdi>`;

/**
 * Renders text with marks for an element that isolates its direction itself. Returns a plain string if nothing is
 * hidden.
 */
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

/** Matches a long text without spaces, which takes some engines seconds to break into lines. */
const gapless = /\S{300}/u;

/** Inserts break opportunities into a text that has none for long. */
const breakable = (text: string): TemplateResult | string =>
  gapless.test(text)
    ? html`${text.match(/\s+|\S{1,100}/gu)?.map((piece, index) => html`${index ? html`<wbr />` : nothing}${piece}`)}`
    : text;

const rest = (count: number, l10n: Localization): string => l10n.text(l10n.common.cutText, { count });

/** Renders one mark for a run of invisible characters, of any length. */
function mark(run: string, l10n: Localization): TemplateResult {
  const { count, codes, label } = hidden(run, l10n);
  return html`<span
    class="hidden-character"
    part="hidden-character"
    title=${l10n.text(l10n.common.hiddenCharacters, { count, codes })}
    >${label}</span
  >`;
}

/** Describes a run of invisible characters: their number, the first codes, and the label of the mark. */
export function hidden(run: string, l10n: Localization) {
  const [first = '', ...others] = new Set(run.slice(0, 1000).match(/./gsu));
  // A character outside of the Basic Multilingual Plane has two code units, of which only the second is counted.
  const count = run.replace(/[\ud800-\udbff]/g, '').length;
  const codes = [first, ...others].slice(0, 5).map(codeOf).join(', ');
  const label = codeOf(first) + (others.length ? '…' : '') + (count > 1 ? ` ×${l10n.number(count)}` : '');
  return { count, codes, label };
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Renders a dash for an unknown value, with words for screen readers. */
export const unknown = (l10n: Localization): TemplateResult =>
  html`<span class="unknown"
    ><span aria-hidden="true">–</span><span class="visually-hidden">${l10n.common.unknown}</span></span
  >`;

/** Renders a value that may be unknown (a dash) or known to be none (in words). */
export function maybe<T>(
  value: T | null | undefined,
  l10n: Localization,
  show: (value: T, l10n: Localization) => TemplateResult | string,
): TemplateResult {
  if (value === undefined) return unknown(l10n);
  return value === null ? html`<span class="quiet">${l10n.common.none}</span>` : html`${show(value, l10n)}`;
}

/**
 * Renders an instant: in brief, or as the given text. The full instant with its time zone is its title, shown on hover
 * and read by assistive technology. It also appears while the control around it is focused: a button, a link, or a line
 * of class `dated` that contains a control. The time is not focusable by itself, because that would double the tab
 * stops of a list; the details of a row show the full instant.
 */
export function moment(instant: string, l10n: Localization, text?: string): TemplateResult {
  return html`<time
    translate=${text === undefined ? 'no' : nothing}
    datetime=${instant}
    title=${l10n.fullMoment(instant)}
    >${text ?? l10n.moment(instant)}</time
  >`;
}

/** Renders a text that may be withheld: what may be shown of it, or the reason. */
export function fieldText(value: Field<string>, l10n: Localization): TemplateResult {
  if (!isWithheld(value)) return name(value, l10n);
  const { withheld, display, reason } = value;
  if (withheld === 'denied' || display === undefined)
    return html`<span class="quiet">${name(reason ?? l10n.common[withheld], l10n)}</span>`;
  return html`${name(display, l10n)}<span class="visually-hidden">, ${l10n.common[withheld]}</span>`;
}

/** Returns the text of a value for a file: of a withheld one, what may be shown of it. */
export const fieldCell = (value: Field<string> | null | undefined): string | null | undefined =>
  isWithheld(value) ? value.display : value;
