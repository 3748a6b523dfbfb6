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

  /* What the customer gets is never cut off. */
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

  .coupon-denied {
    display: flex;
    gap: calc(var(--_unit) * 1.5);
  }

  .coupon-preview .strong {
    font-weight: 600;
  }
`;
