import { FactEvent, RequestEvent } from '../../element/events.ts';

/** A credit adjustment was confirmed and is about to be sent. */
export class CreditAdjustEvent extends RequestEvent {
  readonly customerId: string;
  readonly accountId: string;
  /** The id of the entry to reverse, if this is a reversal. */
  readonly reverses: string | undefined;

  constructor(customerId: string, accountId: string, reverses?: string) {
    super('credit-adjust');
    this.customerId = customerId;
    this.accountId = accountId;
    this.reverses = reverses;
  }
}

/** Credit was adjusted. */
export class CreditAdjustedEvent extends FactEvent {
  readonly customerId: string;
  readonly accountId: string;
  /** The id of the new entry, if the platform returns it. */
  readonly entryId: string | undefined;
  /** The id of the reversed entry, if this was a reversal. */
  readonly reverses: string | undefined;

  constructor(customerId: string, accountId: string, entryId: string | undefined, reverses?: string) {
    super('credit-adjusted');
    this.customerId = customerId;
    this.accountId = accountId;
    this.entryId = entryId;
    this.reverses = reverses;
  }
}

/** A new coupon was confirmed and is about to be sent. */
export class CouponIssueEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('coupon-issue');
    this.customerId = customerId;
  }
}

/** A coupon was issued. */
export class CouponIssuedEvent extends FactEvent {
  readonly customerId: string;
  readonly couponId: string;

  constructor(customerId: string, couponId: string) {
    super('coupon-issued');
    this.customerId = customerId;
    this.couponId = couponId;
  }
}

/** The revocation of a coupon was confirmed and is about to be sent. */
export class CouponRevokeEvent extends RequestEvent {
  readonly customerId: string;
  readonly couponId: string;

  constructor(customerId: string, couponId: string) {
    super('coupon-revoke');
    this.customerId = customerId;
    this.couponId = couponId;
  }
}

/** A coupon was revoked. */
export class CouponRevokedEvent extends FactEvent {
  readonly customerId: string;
  readonly couponId: string;

  constructor(customerId: string, couponId: string) {
    super('coupon-revoked');
    this.customerId = customerId;
    this.couponId = couponId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'credit-adjust': CreditAdjustEvent;
    'credit-adjusted': CreditAdjustedEvent;
    'coupon-issue': CouponIssueEvent;
    'coupon-issued': CouponIssuedEvent;
    'coupon-revoke': CouponRevokeEvent;
    'coupon-revoked': CouponRevokedEvent;
  }
}
