import { css } from 'lit';

export const styles = css`
  .composer {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: 0 var(--_pad) calc(var(--_unit) * 4);
  }

  .composer .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .composer .bar > :first-child {
    margin-inline-end: auto;
  }

  /* It shrinks before the button goes to another line. */
  .composer .readers {
    position: relative;
    flex: 1 1 calc(var(--_unit) * 28);
    min-inline-size: 0;
    max-inline-size: max-content;
  }

  .composer .readers > .input {
    padding-inline-end: calc(var(--_unit) * 8);
    appearance: none;
  }

  .composer .readers > .icon {
    position: absolute;
    inset-block-start: calc((var(--_control-size) - var(--_unit) * 4) / 2);
    inset-inline-end: calc(var(--_unit) * 2);
    pointer-events: none;
  }

  .note {
    padding: calc(var(--_row-pad) + var(--_unit) * 0.5) var(--_pad);
    border-block-start: 1px solid var(--_hairline);
  }

  .note > header {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_unit) * 1);
    margin-block-end: calc(var(--_unit) * 0.5);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .note > header > .icon {
    align-self: center;
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
    color: var(--_text-quiet);
  }

  .note > header > .time {
    margin-inline-start: auto;
  }

  .note > .skeleton {
    block-size: calc(var(--_unit) * 10.5);
  }

  /* The time is below the author. */
  @container widget (inline-size < calc(480em / 14)) {
    .note > .skeleton {
      block-size: calc(var(--_unit) * 15.5);
    }
  }

  .note > p {
    max-inline-size: 68ch;
    text-wrap: pretty;
  }

  .note.pinned {
    background: var(--_surface-sunken);
  }

  .note.further {
    padding-block: var(--_row-pad);
    border-block-start: 0;
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  /* One line: a long name or id is truncated, but not the time and the actions. */
  .note > header > :not(.actions, .time, .icon) {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .note > header > .actions {
    align-self: center;
    flex-wrap: nowrap;
    gap: 0;
    margin-block: calc(var(--_unit) * -0.5);
    margin-inline-end: calc(var(--_unit) * -2);
  }

  .note > header > .actions > span {
    display: flex;
  }

  /* In a narrow panel, the actions of a note appear on hover, which leaves more room for names. */
  @media (hover: hover) {
    @container widget (inline-size < calc(480em / 14)) {
      .note:not(:hover, :focus-within) > header > .actions {
        position: absolute;
        clip-path: inset(50%);
      }
    }
  }

  /* Without hover, the actions are beside the time, below the author. */
  @media (hover: none) {
    @container widget (inline-size < calc(480em / 14)) {
      .note > header {
        flex-wrap: wrap;
        row-gap: 0;
      }

      .note > header > .time {
        flex: 1 0 calc(100% - var(--_unit) * 22);
        margin-inline-start: 0;
      }
    }
  }

  .note > p {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .note > .composer {
    padding: 0;
  }

  .note .audience {
    margin-block: calc(var(--_unit) * 0.5);
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 1);
    color: var(--_warning-text);
    font-weight: 500;
  }

  .note .audience > .icon {
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
  }

  .note .edited {
    font: inherit;
  }

  .note .new {
    color: var(--_accent-text);
  }

  /* The list keeps its scroll position when rows come and go. Its rows scroll, so none shrinks. */
  .dialog > .body.flush {
    grid-auto-rows: max-content;
    gap: 0;
    overflow-anchor: none;
  }

  @media (forced-colors: active) {
    .note.pinned {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    .composer {
      display: none;
    }

    .note {
      break-inside: avoid;
    }
  }
`;
