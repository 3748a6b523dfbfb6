import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../../element/lazy.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { wordsOf } from './account-words.ts';

/** Renders the message that a module failed to load. */
export function openFailed(
  lazy: Pick<Lazy<unknown>, 'state' | 'load'>,
  l10n: Localization,
): TemplateResult | typeof nothing {
  if (lazy.state !== 'failed') return nothing;
  return notice({
    path: icons.alert,
    tone: 'warning',
    text: `${wordsOf(l10n).openFailed} ${l10n.common.reloadHelp}`,
    action: html`<button type="button" class="button inline" part="retry" @click=${() => lazy.load()}>
      ${icon(icons.refresh)}${l10n.common.retry}
    </button>`,
  });
}
