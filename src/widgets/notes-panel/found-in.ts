import { html, type TemplateResult } from 'lit';
import { foldCharacters, foldText } from '../../domain/fold-text.ts';
import type { Localization } from '../../i18n/localization.ts';
import { shortened } from '../../i18n/message.ts';
import { openly, passage } from '../../ui/text.ts';

/** The maximum number of marked matches in a text. */
const maxMatches = 100;

/**
 * Renders a text from data with its matches of the query marked. Texts are compared with `foldText`, as the platform's
 * search does. Invisible characters are made visible.
 */
export function foundIn(whole: string, searchText: string, l10n: Localization): TemplateResult {
  const text = shortened(whole, passage.length);
  const { folded, at } = fold(text);
  const wanted = foldText(searchText);
  const pieces: TemplateResult[] = [];
  let last = 0;
  for (
    let found = wanted ? folded.indexOf(wanted) : -1;
    found >= 0 && pieces.length < maxMatches;
    found = folded.indexOf(wanted, found + wanted.length)
  ) {
    const from = Math.max(at[found]!, last);
    let end = found + wanted.length;
    // A character that folds to several is marked as a whole.
    while (at[end] === at[end - 1]) end++;
    const to = at[end]!;
    const match = openly(text.slice(from, to), l10n);
    if (to > from)
      pieces.push(html`${openly(text.slice(last, from), l10n, passage)}<mark part="match">${match}</mark>`);
    last = Math.max(last, to);
  }
  return html`<bdi translate="no">${pieces}${openly(text.slice(last), l10n, passage)}</bdi>`;
}

/**
 * Returns the folded text and, for each position in it, the position in the original. Grapheme clusters stay whole, and
 * so do Hangul syllables written as single letters.
 */
function fold(text: string): { readonly folded: string; readonly at: readonly number[] } {
  let folded = '';
  const at: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/[\u1100-\u11FF]+|\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const one = letter.trim() ? foldCharacters(letter) : folded.endsWith(' ') ? '' : ' ';
    for (let place = 0; place < one.length; place++) at.push(index);
    folded += one;
  }
  at.push(text.length);
  return { folded, at };
}
