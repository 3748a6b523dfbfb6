import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.ts';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string | TemplateResult;
  readonly path?: string;
  readonly disabled?: boolean;
}

export interface Segmented<V extends string> {
  /** The name of the radio buttons, unique in the widget. */
  readonly name: string;
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  /** `true` if the control fills the available width. */
  readonly wide?: boolean;
  readonly onChange: (value: V) => void;
}

/**
 * Renders a choice of one of a few options as radio buttons, so that the arrow keys select and Tab leaves the group.
 */
export const segmented = <V extends string>({ name, label, segments, value: chosen, wide, onChange }: Segmented<V>) =>
  html`<div class="segmented ${wide ? 'wide' : ''}" part="segmented" role="radiogroup" aria-label=${label}>
    ${segments.map(
      ({ value, label: words, path, disabled = false }) =>
        html`<label part="segment"
          ><input
            type="radio"
            name=${name}
            .value=${value}
            .checked=${live(value === chosen)}
            ?disabled=${disabled}
            @change=${() => onChange(value)}
          />${path ? icon(path) : nothing}${words}</label
        >`,
    )}
  </div>`;

/** The styles of `segmented()`. */
export const segmentedStyles = css`
  .segmented {
    display: inline-flex;
    gap: 2px;
    padding: 1px;
    border-radius: var(--_radius-control);
    background: var(--_neutral-tint);
  }

  .segmented.wide {
    display: flex;
  }

  .segmented > label {
    position: relative;
    display: inline-flex;
    flex: 1 1 auto;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_unit) * 1);
    min-block-size: calc(var(--_control-size) - 4px);
    padding: 0 calc(var(--_unit) * 2.5);
    border: 1px solid transparent;
    border-radius: calc(var(--_radius-control) - 1px);
    background: none;
    color: var(--_text-quiet);
    font: 500 calc(var(--_font-size) * 13 / 14) / calc(var(--_unit) * 4) var(--_font);
    white-space: nowrap;
    cursor: pointer;
  }

  /* Covers its whole label, for touch and for the focus ring. */
  .segmented input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .segmented > label:has(:checked) {
    border-color: var(--_edge);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .segmented > label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .segmented > label:has(:disabled) {
    cursor: default;
    opacity: 0.6;
  }

  @media (forced-colors: active) {
    .segmented > label:has(:checked) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
