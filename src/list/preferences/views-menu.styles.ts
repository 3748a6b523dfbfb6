import { css } from 'lit';

export const viewsStyles = css`
  .views {
    inline-size: calc(var(--_unit) * 72);
    max-inline-size: 100%;
  }

  .views p {
    margin: 0;
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
    overflow-wrap: anywhere;
  }

  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
  }

  .view > .choice > span:first-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .view-form,
  .views-part {
    display: grid;
    justify-items: start;
    gap: calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
  }

  .views-part > .view-form {
    inline-size: 100%;
    padding-inline: 0;
  }

  .views-part > .button {
    max-inline-size: 100%;
    white-space: normal;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .views-part > .inline {
    margin-inline-start: calc(var(--_unit) * -1.25);
  }

  .views-part {
    margin-block-start: calc(var(--_unit) * 1);
    border-block-start: 1px solid var(--_hairline);
  }

  .view-ends,
  .views-part.views-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .views-foot > .input {
    inline-size: auto;
  }

  .views-foot > .button {
    margin-inline: auto 0;
  }

  .views .view-form > p,
  .views .message {
    padding: 0;
  }
`;
