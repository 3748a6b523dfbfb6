import { html, type TemplateResult } from 'lit';

/**
 * A text from data, with every place marked at which what was sought is found, whatever the case and the width of its
 * letters, as the platform seeks.
 */
export function foundIn(text: string, sought: string): TemplateResult {
  const { folded, at } = fold(text);
  const { folded: wanted } = fold(sought.trim());
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
  return html`<bdi>${pieces}${text.slice(last)}</bdi>`;
}

/** A text as it is compared, and for each place in it the place in the text; a letter with its marks is never cut. */
function fold(text: string): { readonly folded: string; readonly at: readonly number[] } {
  let folded = '';
  const at: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const one = letter.normalize('NFKC').toLowerCase();
    for (let place = 0; place < one.length; place++) at.push(index);
    folded += one;
  }
  at.push(text.length);
  return { folded, at };
}
