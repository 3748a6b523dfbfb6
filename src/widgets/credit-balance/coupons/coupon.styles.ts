import { css } from 'lit';

export const couponStyles = css`
  .coupon-wait {
    display: grid;
    gap: calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 2) var(--_pad) calc(var(--_unit) * 5);
  }

  .coupons table {
    table-layout: fixed;
    min-inline-size: calc(var(--_unit) * 210);
  }

  .coupons :is(.col-code, .col-until) {
    inline-size: calc(var(--_unit) * 33);
  }

  .coupons .col-benefit {
    inline-size: calc(var(--_unit) * 56);
  }

  .coupons .col-status {
    inline-size: calc(var(--_unit) * 60);
  }

  .coupons td {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* The benefit is never truncated. */
  .coupons td:is(.cell-coupon, .cell-benefit, .cell-until) {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .coupons .over {
    color: var(--_text-quiet);
  }

  .coupons .code {
    user-select: all;
  }

  .coupons .cell-code > .icon-only {
    margin-block: calc(var(--_unit) * -1);
  }

  .coupons .cell-code .icon {
    vertical-align: text-bottom;
  }

  /* Name and status, then benefit, code and last day. The name does not scroll away. */
  @container widget (inline-size < calc(620em / 14)) {
    .coupons table {
      min-inline-size: 0;
    }

    .coupons :is(table, tbody) {
      display: block;
    }

    .coupons thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .coupons tbody > tr:not(.spacer) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 3);
      padding: var(--_row-pad) var(--_pad);
      border-block-end: 1px solid var(--_hairline);
    }

    .coupons tbody > tr:last-child {
      border-block-end: 0;
    }

    .coupons tbody > tr > td {
      padding: 0 !important;
      border: 0 !important;
    }

    .coupons .cell-benefit {
      grid-area: 2 / 1;
    }

    .coupons .cell-code {
      grid-area: 3 / 1;
    }

    .coupons .cell-until {
      grid-area: 2 / 2;
      text-align: var(--_end);
    }

    .coupons .cell-status {
      grid-area: 1 / 2;
      text-align: end;
    }

    .coupons td > .revoke {
      inset-block-start: auto;
      inset-block-end: calc(var(--_row-pad) - var(--_unit) * 0.5);
      inset-inline-end: var(--_pad);
    }

    .coupons tbody > tr,
    .coupons tr > .cell-status:has(> .revoke) {
      position: static;
    }

    .coupons tbody > tr:not(.spacer) {
      position: relative;
    }
  }

  .coupon-denied {
    display: flex;
    gap: calc(var(--_unit) * 1.5);
  }

  .coupon-preview .strong {
    font-weight: 600;
  }
`;
