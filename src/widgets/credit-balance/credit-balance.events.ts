import { factEvent, requestEvent } from '../../element/events.ts';

/** A credit adjustment was confirmed and is about to be sent. */
export class CreditAdjustEvent extends requestEvent('credit-adjust', 'accountId', 'reverses')<{
  /** The id of the entry to reverse, if this is a reversal. */
  reverses: string | undefined;
}> {}

/** Credit was adjusted. */
export class CreditAdjustedEvent extends factEvent('credit-adjusted', 'accountId', 'entryId', 'reverses')<{
  /** The id of the new entry, if the platform returns it. */
  entryId: string | undefined;
  /** The id of the reversed entry, if this was a reversal. */
  reverses: string | undefined;
}> {}

/** An account is about to be opened. */
export class CreditOpenEvent extends requestEvent('credit-open') {}

/** An account was opened. */
export class CreditOpenedEvent extends factEvent('credit-opened', 'accountId') {}

/** A new coupon was confirmed and is about to be sent. */
export class CouponIssueEvent extends requestEvent('coupon-issue') {}

/** A coupon was issued. */
export class CouponIssuedEvent extends factEvent('coupon-issued', 'couponId') {}

/** The revocation of a coupon was confirmed and is about to be sent. */
export class CouponRevokeEvent extends requestEvent('coupon-revoke', 'couponId') {}

/** A coupon was revoked. */
export class CouponRevokedEvent extends factEvent('coupon-revoked', 'couponId') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'credit-adjust': CreditAdjustEvent;
    'credit-adjusted': CreditAdjustedEvent;
    'credit-open': CreditOpenEvent;
    'credit-opened': CreditOpenedEvent;
    'coupon-issue': CouponIssueEvent;
    'coupon-issued': CouponIssuedEvent;
    'coupon-revoke': CouponRevokeEvent;
    'coupon-revoked': CouponRevokedEvent;
  }
}
