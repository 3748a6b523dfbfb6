import { html, type TemplateResult } from 'lit';
import { foldCharacters, foldText } from '../../domain/fold-text.ts';

/**
 * A text from data, with every place marked at which the query is found, as `foldText` compares: as the platform
 * searches.
 */
export function foundIn(text: string, sought: string): TemplateResult {
  const { folded, at } = fold(text);
  const wanted = foldText(sought);
  const pieces: TemplateResult[] = [];
  let last = 0;
  for (
    let found = wanted ? folded.indexOf(wanted) : -1;
    found >= 0;
    found = folded.indexOf(wanted, found + wanted.length)
  ) {
    const from = Math.max(at[found]!, last);
    let end = found + wanted.length;
    // A letter that stands for several is marked whole.
    while (at[end] === at[end - 1]) end++;
    const to = at[end]!;
    if (to > from) pieces.push(html`${text.slice(last, from)}<mark part="match">${text.slice(from, to)}</mark>`);
    last = Math.max(last, to);
  }
  return html`<bdi translate="no">${pieces}${text.slice(last)}</bdi>`;
}

/**
 * The folded text, and for each place in it the place in the text. A letter with its marks is never cut, nor a
 * syllable of Hangul that is written letter by letter.
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
