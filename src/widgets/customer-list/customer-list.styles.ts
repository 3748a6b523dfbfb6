import { css } from 'lit';

export const styles = css`
  .table .amounts {
    display: grid;
    justify-items: end;
  }

  .table :is(.phone, .aside, .first-order) {
    white-space: nowrap;
  }

  /* Without its heading, a count says nothing. */
  @container widget (inline-size < calc(720em / 14)) {
    .table tbody > tr:not(.spacer) > .count {
      display: none;
    }

    .table tbody .status {
      text-align: end;
    }

    .table tbody :is(.phone, .status) {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }
`;
