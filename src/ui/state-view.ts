import { css, html, nothing, type TemplateResult } from 'lit';
import type { AdapterError, Snapshot } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import { safeHref } from './href.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';

export interface StateViews<T> {
  readonly l10n: Localization;
  /** What is shown here, as the heading says it. */
  readonly what: string;
  /** The shape of what comes: the same markup with `.skeleton.text` where text will be. */
  readonly skeleton: () => TemplateResult;
  readonly ready: (data: T) => TemplateResult;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: () => Sentence;
  readonly retry: () => void;
  /** A part of a widget, whose other parts stand: what a host slots in place of a state is for the whole. */
  readonly isPart?: boolean;
  /** Where the host signs people in, if it says so. */
  readonly signIn?: string | null | undefined;
}

/** What happened, why, and what can be done. */
export interface Sentence {
  readonly path: string;
  readonly title: string;
  readonly help?: string | undefined;
  readonly action?: TemplateResult | typeof nothing;
  readonly danger?: boolean;
}

export interface StateView {
  readonly content: TemplateResult;
  /** For the widget's status region: the same sentence, once. */
  readonly announcement: string;
  readonly busy: boolean;
}

/** The one place that decides how loading, empty, failed, stale, offline and forbidden look. */
export function stateView<T>(snapshot: Snapshot<T>, views: StateViews<T>): StateView {
  const { l10n } = views;
  const slotted = (name: string, content: TemplateResult) =>
    views.isPart ? content : html`<slot name=${name}>${content}</slot>`;
  if (snapshot.phase === 'idle' || snapshot.phase === 'loading') {
    const busy = snapshot.phase === 'loading';
    const slow = html`<p class="slow" part="slow">
      ${l10n.common.slow}
      <button type="button" class="button inline" @click=${views.retry}>${l10n.common.retry}</button>
    </p>`;
    return {
      content: html`${slotted('loading', views.skeleton())}${busy ? slow : nothing}`,
      announcement: '',
      busy,
    };
  }
  if (snapshot.phase === 'error') {
    const failure = describe(snapshot.error, views);
    return {
      content: slotted('error', sentence(failure)),
      announcement: snapshot.refreshing ? '' : failure.title,
      busy: snapshot.refreshing,
    };
  }
  const { data, stale, readAt, refreshing } = snapshot;
  const notice = stale ? staleNotice(stale, readAt, views) : undefined;
  const empty = views.isEmpty?.(data) && views.empty?.();
  return {
    content: html`${notice?.content ?? nothing} ${empty ? slotted('empty', sentence(empty)) : views.ready(data)}`,
    announcement: notice?.title ?? '',
    busy: refreshing,
  };
}

/** A state where the first row would have stood, reading from the same edge. */
export const sentence = ({ path, title, help, action = nothing, danger = false }: Sentence): TemplateResult =>
  html`<div class="state ${danger ? 'danger' : ''}" part="state">
    ${icon(path)}
    <div class="text">
      <p class="strong">${title}</p>
      ${help ? html`<p>${help}</p>` : nothing}
      ${action === nothing ? nothing : html`<div class="actions">${action}</div>`}
    </div>
  </div>`;

export interface Notice {
  readonly path: string;
  readonly text: string | TemplateResult;
  readonly action?: TemplateResult | typeof nothing;
  /** `uncertain` fills the strip with colour: only for money in doubt. */
  readonly tone?: 'quiet' | 'warning' | 'uncertain';
}

/** A strip above what is there. */
export const notice = ({ path, text, action = nothing, tone = 'quiet' }: Notice): TemplateResult =>
  html`<div class="notice ${tone === 'quiet' ? '' : tone}" part="notice">
    ${icon(path)}
    <p>${text}</p>
    ${action}
  </div>`;

/** A line of text that is not there yet, so wide in units (4, 10, 14, 18, 24, 32, 44 or 60). */
export const line = (width: 4 | 10 | 14 | 18 | 24 | 32 | 44 | 60, { end = false } = {}): TemplateResult =>
  html`<span class="skeleton text w${width} ${end ? 'end' : ''}"></span>`;

function staleNotice<T>(error: AdapterError, readAt: number, { l10n, retry }: StateViews<T>) {
  const offline = error.code === 'offline';
  // So long ago by the clock that reads, told by the clock that is shown.
  const time = l10n.time(new Date(l10n.now.getTime() - (Date.now() - readAt)));
  const title = l10n.text(offline ? l10n.common.offlineStale : l10n.common.stale, { time });
  const content = notice({
    path: offline ? icons.offline : icons.clock,
    tone: offline ? 'quiet' : 'warning',
    text: title,
    action: html`<button type="button" class="button inline" part="retry" @click=${retry}>
      ${icon(icons.refresh)}${l10n.common.retry}
    </button>`,
  });
  return { content, title };
}

/** What an error is called, whether it names a field or a reference, and what helps. Never the datum. */
function describe<T>(error: AdapterError, { l10n, what, retry, signIn }: StateViews<T>): Sentence {
  const { common } = l10n;
  const again = html`<button type="button" class="button" part="retry" @click=${retry}>
    ${icon(icons.refresh)}${common.retry}
  </button>`;
  const { correlationId, retryAfter, field, reason } = error;
  const reference = correlationId ? l10n.text(common.reference, { id: correlationId }) : '';
  const failed = (help: string): Sentence => ({
    path: icons.alert,
    danger: true,
    title: l10n.text(common.failed, { what }),
    help: [help, reference].filter(Boolean).join(' '),
    action: again,
  });
  switch (error.code) {
    case 'unauthenticated': {
      const href = safeHref(signIn);
      const action = href ? html`<a class="button primary" href=${href}>${common.signIn}</a>` : again;
      return { path: icons.lock, title: common.unauthenticated, help: common.unauthenticatedHelp, action };
    }
    case 'forbidden':
      return {
        path: icons.lock,
        title: l10n.text(common.forbidden, { what: l10n.withinSentence(what) }),
        help: reason ?? common.forbiddenHelp,
      };
    case 'not-found':
      return { path: icons.search, title: l10n.text(common.notFound, { what }), help: common.notFoundHelp };
    case 'unsupported':
      return { path: icons.info, title: l10n.text(common.unsupported, { what }), help: common.unsupportedHelp };
    case 'offline':
      return { path: icons.offline, title: common.offline, help: common.offlineHelp, action: again };
    case 'rate-limited':
      return {
        path: icons.clock,
        title: common.rateLimited,
        help: retryAfter ? l10n.text(common.rateLimitedHelp, { count: retryAfter }) : common.rateLimitedSoon,
        action: again,
      };
    case 'malformed':
      return {
        path: icons.alert,
        danger: true,
        title: common.malformed,
        help: [field ? l10n.text(common.malformedField, { field }) : '', reference].filter(Boolean).join(' '),
        action: again,
      };
    case 'timeout':
      return failed(common.timeoutHelp);
    case 'unavailable':
      return failed(common.unavailableHelp);
    default:
      return failed(common.internalHelp);
  }
}

export const stateStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 2);
    min-block-size: calc(var(--_unit) * 9);
    padding: calc(var(--_unit) * 1.5) var(--_pad);
    border-block: 1px solid var(--_hairline);
    background: var(--_surface-sunken);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .notice + .body {
    padding-block-start: calc(var(--_unit) * 2);
  }

  .notice + .note {
    border-block-start: 0;
  }

  .notice > p {
    flex: 1 1 calc(var(--_unit) * 40);
  }

  .notice > .icon {
    align-self: start;
    margin-block-start: calc(var(--_unit) * 1);
    color: var(--_text-quiet);
  }

  .notice > .button {
    margin-inline-end: calc(var(--_unit) * -1);
  }

  .notice:is(.warning, .uncertain) > .icon {
    color: var(--_warning-text);
  }

  /* Only money in doubt fills a strip with colour. */
  .notice.uncertain {
    border-block-color: transparent;
    background: var(--_warning-tint);
  }

  /* A state stands where the first row would have stood, and reads from the same edge. */
  .state {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) var(--_pad) calc(var(--_unit) * 8);
  }

  .panel > .state:first-child {
    padding-block-start: calc(var(--_unit) * 5);
  }

  .state > .icon {
    margin-block-start: calc(var(--_unit) * 0.5);
    color: var(--_text-quiet);
  }

  .state.danger > .icon {
    color: var(--_danger-text);
  }

  .state > .text > p + p {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
    max-inline-size: 56ch;
  }

  .state .actions {
    margin-block-start: calc(var(--_unit) * 3);
  }

  .skeleton {
    display: block;
    max-inline-size: 100%;
    border-radius: calc(var(--_unit) * 0.75);
    background: var(--_skeleton);
  }

  /* Stands where the text will stand and is one line of that element high, so nothing moves when the text comes. */
  .skeleton.text {
    display: flex;
    align-items: center;
    block-size: 1lh;
    background: none;
  }

  .skeleton.text::before {
    content: '';
    inline-size: 100%;
    block-size: 0.7em;
    border-radius: inherit;
    background: var(--_skeleton);
  }

  .skeleton.chip {
    block-size: calc(var(--_unit) * 5);
    border-radius: var(--_radius-badge);
  }

  .skeleton.end {
    margin-inline-start: auto;
  }

  .w4 {
    inline-size: calc(var(--_unit) * 4);
  }
  .w10 {
    inline-size: calc(var(--_unit) * 10);
  }
  .w14 {
    inline-size: calc(var(--_unit) * 14);
  }
  .w18 {
    inline-size: calc(var(--_unit) * 18);
  }
  .w24 {
    inline-size: calc(var(--_unit) * 24);
  }
  .w32 {
    inline-size: calc(var(--_unit) * 32);
  }
  .w44 {
    inline-size: calc(var(--_unit) * 44);
  }
  .w60 {
    inline-size: calc(var(--_unit) * 60);
  }

  /* Nothing flickers where the answer comes at once; and after ten seconds there is a way out. */
  .skeleton {
    animation: clientele-appear 0s 0.3s both;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation:
        clientele-appear 0s 0.3s both,
        clientele-wait 1.8s ease-in-out 0.6s infinite alternate;
    }

    @keyframes clientele-wait {
      to {
        opacity: 0.55;
      }
    }
  }

  .slow {
    padding: 0 var(--_pad) calc(var(--_unit) * 4);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
    animation: clientele-appear-late 0s 10s both;
  }

  @keyframes clientele-appear {
    from {
      visibility: hidden;
    }
  }

  /* Until then it takes no room: what comes after it would move when the data has come. */
  @keyframes clientele-appear-late {
    from {
      visibility: hidden;
      block-size: 0;
      padding-block: 0;
      overflow: hidden;
    }
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }

    .skeleton.chip,
    .skeleton.text::before {
      border: 1px solid GrayText;
    }
  }
`;
