import { css } from 'lit';

export const styles = css`
  .choice {
    padding: 0 var(--_pad) calc(var(--_unit) * 3);
  }

  .choice > .segmented {
    flex-wrap: wrap;
  }

  .choice label,
  .actions > .button {
    white-space: normal;
    text-align: start;
  }

  .skeleton.figure {
    display: block;
    block-size: calc(var(--_unit) * 78.25);
    margin: 0 var(--_pad) var(--_section-gap);
  }
`;
