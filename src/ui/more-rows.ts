import { html, nothing, type TemplateResult } from 'lit';
import type { List } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import { icon } from './icon.ts';
import { alert } from './icons.ts';

/**
 * Renders the end of a list with further pages: a button for the next page, a loading indicator, or an error; otherwise
 * `text`, which says how much is shown.
 */
export function moreRows<T, S>(
  { hasMore, loadingMore, moreError }: List<T, S>,
  { common }: Localization,
  more: (again: boolean) => void,
  text: TemplateResult | string = '',
): TemplateResult | typeof nothing {
  if (!hasMore) return nothing;
  return html`<div class="footer" part="more">
    ${moreError ? html`<span class="message danger">${icon(alert)}${common.moreFailed}</span>` : html`<span>${text}</span>`}
    <button type="button" class="button" ?disabled=${loadingMore} @click=${() => more(true)}>
      ${loadingMore ? common.loadingMore : moreError ? common.retry : common.loadMore}
    </button>
  </div>`;
}
