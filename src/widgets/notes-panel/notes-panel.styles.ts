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
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .composer .bar > :first-child {
    margin-inline-end: auto;
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

  .note > p {
    max-inline-size: 68ch;
    text-wrap: pretty;
  }

  .note.pinned {
    background: var(--_surface-sunken);
  }

  .note > .versions {
    margin-block-start: calc(var(--_unit) * 2);
  }

  .versions {
    display: grid;
    gap: 1px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_hairline);
    overflow: hidden;
  }

  @container widget (inline-size >= calc(480em / 14)) {
    .versions {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .versions > div {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 3);
    background: var(--_surface);
  }

  .versions .actions {
    margin-block-start: auto;
    padding-block-start: calc(var(--_unit) * 1.5);
  }

  .versions mark {
    border-radius: 2px;
    background: var(--_warning-tint);
    color: inherit;
    text-decoration: underline 1.5px var(--_warning-text);
    text-underline-offset: 0.22em;
  }
  /* One line: a name or an id that is too long for it gives way, time and what can be done do not. */
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

  .note > p {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .note > .composer {
    padding: 0;
  }

  .versions .version-text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
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
