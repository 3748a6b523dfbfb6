import { css } from 'lit';

export const actionStyles = css`
  .note > .versions {
    margin-block-start: calc(var(--_unit) * 2);
  }

  @container widget (inline-size >= calc(480em / 14)) {
    .versions {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .versions > div {
    gap: calc(var(--_unit) * 1.5);
  }

  .version-text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .version-text :is(ins, del) {
    border-radius: 2px;
    color: inherit;
    text-underline-offset: 0.22em;
  }

  .version-text del + ins {
    margin-inline-start: 2px;
  }

  .version-text ins {
    background: var(--_success-tint);
    text-decoration: underline 1.5px var(--_success-text);
  }

  .version-text del {
    background: var(--_danger-tint);
    text-decoration: line-through 1px var(--_danger-text);
  }

  .comparison {
    padding-inline-start: calc(var(--_unit) * 3);
    border-inline-start: 2px solid var(--_edge);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .revisions {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .revision {
    padding: calc(var(--_unit) * 3) var(--_pad);
    border-block-start: 1px solid var(--_hairline);
  }

  .revision > p:first-child {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(var(--_unit) * 1);
    margin-block-end: calc(var(--_unit) * 1);
  }

  .revision .time {
    margin-inline-start: auto;
  }

  .note mark {
    border-radius: 2px;
    background: var(--_warning-tint);
    color: inherit;
  }

  .removed > .notice {
    border-block-start: 1px solid var(--_hairline);
  }

  /* Alone in its row it is as wide as the notes. */
  .tools > .search:only-child {
    max-inline-size: none;
  }
`;
