import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .dashboard {
    container: dashboard / inline-size;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 3) var(--_pad) calc(var(--_unit) * 2);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .bar .arrange {
    margin-inline-start: auto;
  }

  .bar .link {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_unit) * 1);
  }

  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-flow: dense;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-surface);
    background: var(--_surface);
    overflow: clip;
    /* Another name, because a widget's own token is set on the same element as the token that it is derived from. */
    --_sheet-pad: var(--_pad);
  }

  /* Widgets on one sheet have a hairline between them instead of a frame. Important, because a page that resets the
     border of every element takes precedence over a slot's styles. */
  ::slotted(*) {
    --clientele-panel-border: 0 solid transparent;
    --clientele-panel-radius: 0px;

    min-inline-size: 0;
    border-block-start: 1px solid var(--_hairline) !important;
  }

  ::slotted(:first-child) {
    border-block-start: 0 !important;
  }

  @container dashboard (inline-size < calc(480em / 14)) {
    .sheet {
      border-inline: 0;
      border-radius: 0;
    }

    .bar {
      padding-inline: calc(var(--_unit) * 4);
    }
  }

  @container dashboard (inline-size >= calc(960em / 14)) {
    .sheet.divided {
      grid-template-columns: minmax(0, 1fr) max(calc(25% + var(--_pad) * 1.5 + 1px), calc(var(--_unit) * 78));
    }

    ::slotted(*) {
      /* Also in the narrow second column, whose text aligns with the fourth column of customer-info. */
      --clientele-pad: var(--_sheet-pad);

      grid-column: 1 / -1;
    }

    .divided ::slotted(order-history),
    .divided ::slotted([dashboard-area='main']) {
      grid-column: 1;
    }

    .divided ::slotted(notes-panel),
    .divided ::slotted([dashboard-area='end']) {
      grid-column: 2;
      border-inline-start: 1px solid var(--_hairline) !important;
    }

    .divided ::slotted([dashboard-area='full']) {
      grid-column: 1 / -1;
      border-inline-start: 0 !important;
    }
  }

  @media print {
    .bar {
      display: none;
    }

    /* Content after a page break must not be clipped. */
    .sheet {
      border: 0;
      overflow: visible;
    }
  }
`;
