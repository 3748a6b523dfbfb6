import { css } from 'lit';

/** The styles of states, notices and skeletons. */
export const stateStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 1.5 - 1px) var(--_pad);
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

  /* As high as a button beside it. A min-height of the strip would not grow in a full dialog. */
  .notice > p {
    flex: 1 1 calc(var(--_unit) * 40);
    padding-block: calc(var(--_unit) * 0.5);
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

  /* Only money with an unknown outcome fills a strip with color. */
  .notice.uncertain {
    border-block-color: transparent;
    background: var(--_warning-tint);
  }

  /* Takes no room, so that no row moves when it appears. */
  .floating {
    position: sticky;
    inset-block-start: calc(var(--_unit) * 2);
    z-index: 3;
    display: flex;
    align-items: start;
    justify-content: center;
    block-size: 0;
  }

  .floating > .notice {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
  }

  .floating > .notice > p {
    flex: none;
  }

  @media print {
    .floating {
      display: none;
    }
  }

  /* A state is in the place of the first row, aligned to the same edge. */
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

  /*
   * In the place of the text and one line high, so nothing moves when the text arrives. Its visible shape is cut out of
   * its box: a page has hundreds of placeholders, and one more element or pseudo-element in each would be expensive.
   */
  .skeleton.text {
    block-size: 1lh;
    clip-path: inset(calc((1lh - 0.7em) / 2) 0 round calc(var(--_unit) * 0.75));
  }

  /* As many lines as fit, in one element. */
  .skeleton.lines {
    background: linear-gradient(transparent 28%, var(--_skeleton) 0 72%, transparent 0) 0 0 / 72% calc(var(--_unit) * 5)
      no-repeat space;
  }

  .skeleton:is(.lines, .metric):dir(rtl) {
    transform: scaleX(-1);
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

  /* A fast response causes no flicker. After ten seconds there is a retry button. */
  .skeleton,
  .skeletons {
    animation: clientele-appear 0s 0.3s both;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton,
    .skeletons {
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

  /* All placeholders fade together: one animation for each would cost more than everything else on screen. */
  .skeletons .skeleton {
    animation: none;
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

  /* Takes no room until then: otherwise the content after it would move when the data arrives. Nor is it styled. */
  @keyframes clientele-appear-late {
    from {
      visibility: hidden;
      content-visibility: hidden;
      block-size: 0;
      padding-block: 0;
      overflow: hidden;
    }
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }

    .skeleton {
      --_skeleton: var(--clientele-skeleton, GrayText);
      forced-color-adjust: none;
    }
  }
`;
