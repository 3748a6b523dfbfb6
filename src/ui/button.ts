import { css, html, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

export interface IconButton {
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly path: string;
  readonly kind?: 'ghost' | 'inline' | undefined;
  readonly disabled?: boolean | undefined;
  readonly onClick: (event: Event) => void;
}

/** Renders a button with an icon alone, which must be a well-known one. */
export const iconButton = ({ label, path, kind = 'ghost', disabled = false, onClick }: IconButton): TemplateResult =>
  html`<button
    type="button"
    class="button icon-only ${kind}"
    part="button"
    aria-label=${label}
    title=${label}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${icon(path)}
  </button>`;

export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_unit) * 1.5);
    min-block-size: var(--_control-size);
    margin: 0;
    padding: 0 calc(var(--_unit) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
    color: var(--_text);
    font: 500 calc(var(--_font-size) * 13 / 14) / calc(var(--_unit) * 5) var(--_font);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }

  .button > .icon:first-child {
    margin-inline-start: calc(var(--_unit) * -0.5);
  }

  .button > .icon {
    color: var(--_text-quiet);
  }

  .button:hover {
    background: var(--_surface-hover);
  }

  .button.primary {
    border-color: var(--_accent-fill);
    background: var(--_accent-fill);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    border-color: var(--_accent-fill-hover);
    background: var(--_accent-fill-hover);
  }

  .button.danger {
    border-color: var(--_danger-fill);
    background: var(--_danger-fill);
    color: var(--_on-danger);
  }

  .button:is(.primary, .danger) > .icon {
    color: inherit;
  }

  /* The second button keeps the focus. */
  .button:is(:disabled, [aria-disabled='true']) {
    border-color: var(--_hairline);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    cursor: default;
  }

  .button.ghost {
    border-color: transparent;
    background: none;
  }

  .button.ghost:hover {
    background: var(--_neutral-tint);
  }

  .button.icon-only {
    inline-size: var(--_control-size);
    padding: 0;
  }

  .button.icon-only > .icon {
    margin: 0;
  }

  .button.icon-only:disabled > .icon {
    opacity: 0.5;
  }

  /* Inside a line of text: a 24px target that takes only the room of the line. */
  .button.inline {
    min-block-size: calc(var(--_unit) * 6);
    margin-block: calc(var(--_unit) * -0.5);
    padding-inline: calc(var(--_unit) * 1);
    border-color: transparent;
    border-radius: var(--_radius-badge);
    background: none;
    color: var(--_accent-text);
    line-height: calc(var(--_unit) * 4);
  }

  .button.inline > .icon {
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
    margin: 0;
    color: inherit;
  }

  .button.inline.icon-only {
    inline-size: calc(var(--_unit) * 6);
    color: var(--_text-quiet);
  }

  .button.inline:hover {
    background: var(--_neutral-tint);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  @media (forced-colors: active) {
    .button.primary {
      border-color: Highlight;
    }

    /* In a line of text it looks like a link, without a box over adjacent lines. */
    .button.inline {
      border-style: none;
      color: LinkText;
    }

    .button.inline[aria-disabled='true'] {
      color: GrayText;
    }
  }

  @media print {
    .button,
    .actions {
      display: none;
    }
  }
`;
