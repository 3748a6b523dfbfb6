import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import { alert, lock } from '../../ui/icons.ts';
import { sentence } from '../../ui/state-view.ts';
import type { ExtensionState, WidgetManifest } from './manifest.ts';
import { extensionWords } from './words.en.ts';

export interface ExtensionCard {
  readonly manifest: WidgetManifest;
  readonly title: string;
  readonly state: ExtensionState;
  readonly l10n: Localization;
  readonly retry: () => void;
  /** The slot of the widget. */
  readonly content: TemplateResult;
}

/** Renders the place of a widget of others: its frame, what is in its place while it loads, or why it is not shown. */
export function extensionCard({ manifest, title, state, l10n, retry, content }: ExtensionCard): TemplateResult {
  const isReady = state === 'ready';
  if (isReady && !manifest.framed) return content;
  return html`<section
    class="panel extension"
    part="panel"
    aria-label=${title}
    aria-busy=${String(state === 'loading')}
  >
    <header class="header" part="header">
      <h2 class="heading" part="heading">${manifest.icon ? icon(manifest.icon) : nothing}${title}</h2>
    </header>
    ${isReady ? html`<div class="body">${content}</div>` : inPlace(state, manifest, title, l10n, retry)}
  </section>`;
}

function inPlace(
  state: ExtensionState,
  { rows = 3 }: WidgetManifest,
  what: string,
  l10n: Localization,
  retry: () => void,
): TemplateResult {
  if (state === 'loading' || state === 'absent' || state === 'ready') {
    const row = html`<span class="skeleton text"></span>`;
    return html`<div class="body rows" aria-hidden="true">
      ${Array.from({ length: Math.min(rows, 12) }, () => row)}
    </div>`;
  }
  const { common } = l10n;
  if (state === 'signed-out')
    return sentence({ path: lock, title: common.unauthenticated, help: common.unauthenticatedHelp });
  const words = l10n.words(extensionWords);
  const action = html`<button
    type="button"
    class="button"
    part="retry"
    @click=${(event: Event) => tryAgain(event, retry)}
  >
    ${common.retry}
  </button>`;
  return html`<div role="alert">
    ${sentence({ path: alert, title: l10n.text(words[state], { what }), help: words.help, action, danger: true })}
  </div>`;
}

/** The button is about to go, and the focus must not go with it. */
function tryAgain({ currentTarget }: Event, retry: () => void): void {
  const cell = (currentTarget as Element).closest<HTMLElement>('.cell');
  if (cell) {
    cell.tabIndex = -1;
    cell.focus({ preventScroll: true });
  }
  retry();
}

export const extensionStyles = css`
  .extension {
    border: 0;
  }

  .narrow .extension {
    --_pad: calc(var(--_unit) * 4);
  }

  .extension > .body {
    accent-color: var(--_accent-fill);
  }

  .extension .heading {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .extension .heading > .icon {
    color: var(--_text-quiet);
  }

  .extension .rows {
    display: grid;
    gap: calc(var(--_unit) * 3);
  }

  .extension .rows > :last-child {
    inline-size: 60%;
  }

  .cell:focus {
    outline: 0;
  }
`;
