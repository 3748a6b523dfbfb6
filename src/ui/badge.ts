import { css, html, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import { check } from './icons.ts';

/**
 * The urgency of a badge: `warning`, a person must act; `accent`, in progress; `danger`, failed; `success`, verified;
 * `neutral`, for information.
 */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** The words of a badge. Words from data go through `openly()`, which marks what is invisible and limits the length. */
export type BadgeWords = string | TemplateResult;

/** Renders a badge: the icon shows the subject, the tone the urgency, the words the state. */
export const badge = (tone: Tone, path: string, words: BadgeWords, options?: { directed?: boolean }): TemplateResult =>
  html`<span class="badge ${tone}" part="badge">${icon(path, options)}<bdi>${words}</bdi></span>`;

/** Renders a state without a problem as plain text instead of a badge. */
export const settled = (words: BadgeWords): TemplateResult => html`<span class="settled">${icon(check)}${words}</span>`;

export const badgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_unit) * 1);
    max-inline-size: 100%;
    block-size: calc(var(--_unit) * 5);
    padding-inline: calc(var(--_unit) * 1) calc(var(--_unit) * 1.5);
    border-radius: var(--_radius-badge);
    background: var(--_neutral-tint);
    color: var(--_text);
    font-size: calc(var(--_font-size) * 12 / 14);
    font-weight: 500;
    line-height: calc(var(--_unit) * 5);
    white-space: nowrap;
    vertical-align: bottom;
  }

  .badge > .icon,
  .settled > .icon {
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
    stroke-width: 1.6;
  }

  .badge > .icon {
    color: var(--_text-quiet);
  }

  .badge:is(.success, .warning, .danger, .accent) > .icon {
    color: inherit;
  }

  .badge.success {
    background: var(--_success-tint);
    color: var(--_success-text);
  }

  .badge.warning {
    background: var(--_warning-tint);
    color: var(--_warning-text);
  }

  .badge.danger {
    background: var(--_danger-tint);
    color: var(--_danger-text);
  }

  .badge.accent {
    background: var(--_accent-tint);
    color: var(--_accent-text);
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 1.5);
  }

  /* Normal states are plain text instead of a badge. */
  .settled {
    display: inline-flex;
    align-items: center;
    block-size: calc(var(--_unit) * 5);
    vertical-align: bottom;
    gap: calc(var(--_unit) * 1);
    padding-inline-start: calc(var(--_unit) * 1);
    color: var(--_text-quiet);
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    .badge {
      outline: 1px solid var(--_edge);
    }
  }
`;
