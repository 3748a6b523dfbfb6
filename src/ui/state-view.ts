import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError, Snapshot, Warning } from '../data/snapshot.ts';
import type { Availability } from '../domain/operator.ts';
import type { Localization } from '../i18n/localization.ts';
import { shortened } from '../i18n/message.ts';
import { safeHref } from '../element/href.ts';
import type { Lazy } from '../element/lazy.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';
import { alert } from './icons.ts';
import { name } from './text.ts';

/** The maximum number of rows in a skeleton, which fills the first screen. */
export const skeletonRows = 12;

export { stateStyles } from './state-view.styles.ts';

export interface StateViews<T> {
  readonly l10n: Localization;
  /** The name of the content, as in the heading. */
  readonly what: string;
  /** Renders the placeholder: the markup of the content, with `.skeleton.text` in place of text. */
  readonly skeleton: () => TemplateResult;
  readonly ready: (data: T) => TemplateResult;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: () => Sentence;
  readonly retry: () => void;
  /**
   * `true` if this view is only a part of a widget. Content that the host page slots in for a state replaces only a
   * whole widget.
   */
  readonly isPart?: boolean;
  /** Called with the snapshot that the whole element shows, and whether it is empty. */
  readonly onSnapshot?: (snapshot: Snapshot<unknown>, isEmpty: boolean) => void;
  /** The sign-in URL of the host page, if it has one. */
  readonly signIn?: string | null | undefined;
}

/** A state in words: what happened, why, and what can be done. */
export interface Sentence {
  readonly path: string;
  readonly title: string;
  readonly help?: string | undefined;
  readonly action?: TemplateResult | typeof nothing;
  readonly danger?: boolean;
}

export interface StateView {
  readonly content: TemplateResult;
  /** The text for the widget's status region: the sentence, announced once. */
  readonly announcement: string;
  readonly busy: boolean;
}

/**
 * Renders the view for a snapshot. Only this function decides how loading, empty, failed, stale, offline and forbidden
 * states look.
 */
export function stateView<T>(snapshot: Snapshot<T>, views: StateViews<T>): StateView {
  const { l10n } = views;
  const empty = snapshot.phase === 'ready' && views.isEmpty?.(snapshot.data) && views.empty?.();
  if (!views.isPart) views.onSnapshot?.(snapshot, Boolean(empty));
  const slotted = (name: string, content: TemplateResult) =>
    views.isPart ? content : html`<slot name=${name}>${content}</slot>`;
  // A missing setup concerns the developer, so it is not announced to the operator.
  if (snapshot.phase === 'idle' && snapshot.missing)
    return { content: sentence({ path: icons.info, ...snapshot.missing }), announcement: '', busy: false };
  if (snapshot.phase === 'idle' || snapshot.phase === 'loading') {
    const busy = snapshot.phase === 'loading';
    const slow = html`<p class="slow" part="slow">
      ${l10n.common.slow}
      <button type="button" class="button inline" @click=${views.retry}>${l10n.common.retry}</button>
    </p>`;
    return {
      content: html`${slotted('loading', html`<div class="skeletons">${views.skeleton()}</div>`)}${busy ? slow : nothing}`,
      announcement: '',
      busy,
    };
  }
  if (snapshot.phase === 'planned') {
    const title = l10n.text(l10n.common.notYet, { what: views.what });
    return {
      content: sentence({ path: icons.clock, title, help: l10n.common.notYetHelp }),
      announcement: title,
      busy: false,
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
  const { data, refreshError, readAt, refreshing, deprecated, hasRemoteChanges } = snapshot;
  const notice = refreshError
    ? staleNotice(refreshError, readAt, views)
    : hasRemoteChanges
      ? outdatedNotice(views)
      : undefined;
  return {
    content: html`${deprecated ? withdrawal(deprecated, l10n) : nothing} ${notice?.content ?? nothing}
    ${empty ? slotted('empty', sentence(empty)) : views.ready(data)}`,
    announcement: notice?.title ?? '',
    busy: refreshing,
  };
}

/** Renders a state in the position of the first row, aligned to the same edge. */
export const sentence = ({ path, title, help, action = nothing, danger = false }: Sentence): TemplateResult =>
  html`<div class="state ${danger ? 'danger' : ''}" part="state">
    ${icon(path)}
    <div class="text">
      <p class="strong">${title}</p>
      ${help ? html`<p>${help}</p>` : nothing}
      ${action === nothing ? nothing : html`<div class="actions">${action}</div>`}
    </div>
  </div>`;

/** Renders the notice that the displayed data is deprecated, in the platform's words if it has any. */
const withdrawal = ({ notice: words }: { readonly notice?: string | undefined }, l10n: Localization) =>
  notice({
    path: icons.info,
    tone: 'warning',
    text: html`<b class="strong">${l10n.common.deprecated}.</b>
      ${words ? name(words, l10n) : l10n.common.deprecatedHelp}`,
  });

export interface Notice {
  readonly path: string;
  readonly text: string | TemplateResult;
  readonly action?: TemplateResult | typeof nothing;
  /** `uncertain` fills the strip with color. Only for money whose state is unknown. */
  readonly tone?: 'quiet' | 'warning' | 'uncertain';
}

/** Renders a strip above the content. */
export const notice = ({ path, text, action = nothing, tone = 'quiet' }: Notice): TemplateResult =>
  html`<div class="notice ${tone === 'quiet' ? '' : tone}" part="notice">
    ${icon(path)}
    <p>${text}</p>
    ${action}
  </div>`;

/** Renders why the operator may not do something: in the host's words, or in the given ones. */
export const deniedNotice = (
  availability: Availability,
  text: string,
  l10n: Localization,
): TemplateResult | typeof nothing => {
  if (availability.state !== 'denied') return nothing;
  return notice({ path: icons.lock, text: availability.reason ? name(availability.reason, l10n) : text });
};

/** Renders the notice that something did not open because its module failed to load. */
export function openFailed(
  lazy: Pick<Lazy<unknown>, 'state' | 'load'>,
  { common }: Localization,
): TemplateResult | typeof nothing {
  if (lazy.state !== 'failed') return nothing;
  return notice({
    path: icons.alert,
    tone: 'warning',
    text: `${common.openFailed} ${common.reloadHelp}`,
    action: retryButton(common.retry, () => lazy.load()),
  });
}

/** Renders a placeholder for a line of text, with a width in units (4, 10, 14, 18, 24, 32, 44 or 60). */
export const line = (width: 4 | 10 | 14 | 18 | 24 | 32 | 44 | 60, { end = false } = {}): TemplateResult =>
  html`<span class="skeleton text w${width} ${end ? 'end' : ''}"></span>`;

function staleNotice<T>(error: AdapterError, readAt: number, { l10n, retry }: StateViews<T>) {
  const offline = error.code === 'offline';
  // The age is measured by the real clock and displayed by the clock of the page, which a host may set.
  const time = l10n.time(new Date(l10n.now.getTime() - (Date.now() - readAt)));
  const { common } = l10n;
  const about = offline ? (sourceOffline(error, l10n) ?? common.offline) : sourceOf(error, l10n);
  const title = `${l10n.text(common.stale, { time })} ${about}`.trim();
  const content = notice({
    path: offline ? icons.offline : icons.clock,
    tone: offline ? 'quiet' : 'warning',
    text: title,
    action: retryButton(common.retry, retry),
  });
  return { content, title };
}

/**
 * Renders the notice that others have changed a list, instead of shortening it or moving its rows while it is being read.
 * It floats above the rows, so that it does not move them either.
 */
function outdatedNotice<T>({ l10n: { common }, retry }: StateViews<T>) {
  const title = common.outdated;
  const strip = notice({ path: icons.info, text: title, action: retryButton(common.showLatest, retry) });
  return { content: html`<div class="floating">${strip}</div>`, title };
}

/** Renders a text button that fetches or loads something again. */
export const retryButton = (text: string, ask: () => void): TemplateResult =>
  html`<button type="button" class="button inline" part="retry" @click=${ask}>${icon(icons.refresh)}${text}</button>`;

/**
 * Returns the title and the help for an error, with the reference to report if there is one. Contains no personal data.
 */
export function describe(
  error: AdapterError,
  { l10n, what, retry, signIn }: Pick<StateViews<never>, 'l10n' | 'what' | 'retry' | 'signIn'>,
): Sentence {
  const { common } = l10n;
  const again = html`<button type="button" class="button" part="retry" @click=${retry}>
    ${icon(icons.refresh)}${common.retry}
  </button>`;
  const { correlationId, retryAfter, field, reason } = error;
  const reference = correlationId ? l10n.text(common.reference, { id: correlationId }) : '';
  const source = sourceOf(error, l10n);
  const withSource = (help: string): string => [help, source].filter(Boolean).join(' ');
  const failed = (help: string): Sentence => ({
    path: icons.alert,
    danger: true,
    title: l10n.text(common.failed, { what }),
    help: [help, source, reference].filter(Boolean).join(' '),
    action: again,
  });
  switch (error.code) {
    case 'unauthenticated': {
      const href = safeHref(signIn);
      const action = href ? html`<a class="button primary" href=${href}>${common.signIn}</a>` : again;
      return { path: icons.lock, title: common.unauthenticated, help: withSource(common.unauthenticatedHelp), action };
    }
    case 'forbidden':
      return {
        path: icons.lock,
        title: l10n.text(common.forbidden, { what: l10n.withinSentence(what) }),
        help: withSource(shortened(reason ?? common.forbiddenHelp)),
      };
    case 'not-found':
      return { path: icons.search, title: l10n.text(common.notFound, { what }), help: withSource(common.notFoundHelp) };
    case 'unsupported':
      return {
        path: icons.info,
        title: l10n.text(common.unsupported, { what }),
        help: withSource(common.unsupportedHelp),
      };
    case 'offline':
      return {
        path: icons.offline,
        title: sourceOffline(error, l10n) ?? common.offline,
        help: common.offlineHelp,
        action: again,
      };
    case 'rate-limited':
      return {
        path: icons.clock,
        title: common.rateLimited,
        help: withSource(
          retryAfter ? l10n.text(common.rateLimitedHelp, { count: retryAfter }) : common.rateLimitedSoon,
        ),
        action: again,
      };
    case 'malformed':
      return {
        path: icons.alert,
        danger: true,
        title: common.malformed,
        help: [field ? l10n.text(common.malformedField, { field }) : '', source, reference].filter(Boolean).join(' '),
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

/** Returns that the source of an error cannot be reached, if the error names one: the operator may be online. */
export const sourceOffline = ({ source }: AdapterError, l10n: Localization): string | undefined =>
  source === undefined ? undefined : l10n.text(l10n.common.sourceOffline, { source: shortened(source) });

/** Returns the source of an error, unless it is in the sentence already. */
export const sourceOf = ({ code, source }: AdapterError, l10n: Localization): string =>
  source === undefined || code === 'offline' ? '' : l10n.text(l10n.common.ofSource, { source: shortened(source) });

/** The texts and actions of a widget for the warning codes that it knows. */
export type KnownWarnings = ReadonlyMap<string, Pick<Notice, 'text' | 'action'>>;

/** Renders notices of what a partial response lacks, in the platform's words if it has any. */
export const warningNotices = (
  warnings: readonly Warning[],
  l10n: Localization,
  known?: KnownWarnings,
): readonly TemplateResult[] =>
  warnings.map(({ code, message }) => {
    const { text, action } = known?.get(code) ?? { text: l10n.text(l10n.common.partial, { what: code }) };
    return notice({ path: alert, tone: 'warning', text: message ? name(message, l10n) : text, action });
  });
