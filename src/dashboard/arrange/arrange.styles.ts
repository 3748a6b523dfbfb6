import { css } from 'lit';

export const arrangeStyles = css`
  .arrange-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 5;
    display: grid;
    gap: calc(var(--_unit) * 2);
    margin-block-end: calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 2.5) var(--_pad);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
  }

  .arrange-bar > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .arrange-bar .strong {
    font-weight: 600;
  }

  .arrange-bar .ends {
    margin-inline-start: auto;
  }

  .arrange-bar label {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .arranged {
    position: relative;
    grid-template-rows: auto minmax(0, 1fr);
  }

  .arranged > .handle-bar {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 1);
    padding: calc(var(--_unit) * 1.5) var(--_pad);
    background: var(--_surface-sunken);
    font-size: calc(var(--_font-size) * 13 / 14);
    user-select: none;
  }

  .handle-bar > .grip {
    flex: 1 0 auto;
    justify-content: flex-start;
    max-inline-size: 50%;
    margin-inline-start: calc(var(--_unit) * -2);
    cursor: grab;
    overflow: hidden;
  }

  .grip[aria-pressed='true'] {
    border-color: var(--_focus);
    background: var(--_accent-tint);
  }

  /* The widget is a picture of itself: its place matters, not its content. */
  .arranged > .content {
    max-block-size: calc(var(--_unit) * 40);
    overflow: clip;
    opacity: 0.72;
  }

  .arranged.dragged {
    opacity: 0.4;
  }

  .arranged.drop-before::before,
  .arranged.drop-after::after {
    content: '';
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    block-size: 3px;
    background: var(--_accent-fill);
  }

  .drop-before::before {
    inset-block-start: -2px;
  }

  .drop-after::after {
    inset-block-end: -2px;
  }

  .arranged.drop-main::before,
  .arranged.drop-main::after {
    inset-inline-end: 30%;
  }

  .arranged.drop-end::before,
  .arranged.drop-end::after {
    inset-inline-start: 70%;
  }

  .column .arranged::before,
  .column .arranged::after {
    inset-inline: 0;
  }

  .arrange-bar select,
  .handle-bar select {
    min-block-size: var(--_control-size);
    padding: 0 calc(var(--_unit) * 2);
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
  }

  .handle-bar > select {
    flex: 0 1 calc(var(--_unit) * 34);
    min-inline-size: calc(var(--_unit) * 14);
  }

  @media (forced-colors: active) {
    .arranged.drop-before::before,
    .arranged.drop-after::after {
      background: Highlight;
    }
  }
`;
