import { html } from 'lit';
import type { Localization } from '../i18n/localization.ts';
import { search } from '../ui/icons.ts';
import type { Sentence } from '../ui/state-view.ts';
import type { NoMatchWords } from './list-tools.ts';
import type { RefinedListController } from './refined-list-controller.ts';

/** Returns the sentence for a search or filters that exclude all rows, with a button that clears them. */
export function noMatchSentence(
  list: Pick<RefinedListController<unknown>, 'resolved' | 'clear'>,
  words: NoMatchWords,
  l10n: Localization,
): Sentence {
  const { text } = list.resolved;
  const { noMatch = words.empty, noneMatch = noMatch, noMatchHelp, clearSearch = words.viewAll } = words;
  const title = text ? noMatch : noneMatch;
  return {
    path: search,
    title: l10n.text(title as '{text}', { text: `\u2068${text ?? ''}\u2069` }),
    help: text ? noMatchHelp : undefined,
    action: html`<button type="button" class="button" part="clear" @click=${() => list.clear()}>
      ${clearSearch}
    </button>`,
  };
}
