import { css, html, type TemplateResult } from 'lit';

/**
 * Renders an outline from `icons.ts`, hidden from screen readers because text beside it says the same. `directed` icons
 * are mirrored in right-to-left text.
 */
export const icon = (path: string, { directed = false } = {}): TemplateResult =>
  html`<svg class=${directed ? 'icon directed' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
    <path d=${path} />
  </svg>`;

export const iconStyles = css`
  .icon {
    flex: none;
    inline-size: calc(var(--_unit) * 4);
    block-size: calc(var(--_unit) * 4);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: calc(var(--_unit) * -0.8);
  }

  .icon.directed:dir(rtl) {
    transform: scaleX(-1);
  }

  @media (forced-colors: active) {
    /* In forced-colors mode, an svg keeps its parent's color instead of the one for text. */
    .icon {
      color: inherit !important;
    }
  }
`;
