import { FactEvent, RequestEvent } from '../../element/events.ts';

/** Credit is about to be adjusted: it was reviewed and confirmed, and nothing has been sent. */
export class CreditAdjustEvent extends RequestEvent {
  readonly customerId: string;
  readonly accountId: string;

  constructor(customerId: string, accountId: string) {
    super('credit-adjust');
    this.customerId = customerId;
    this.accountId = accountId;
  }
}

/** Credit was adjusted. */
export class CreditAdjustedEvent extends FactEvent {
  readonly customerId: string;
  readonly accountId: string;
  /** The entry that was made, where the platform names it. */
  readonly entryId: string | undefined;

  constructor(customerId: string, accountId: string, entryId: string | undefined) {
    super('credit-adjusted');
    this.customerId = customerId;
    this.accountId = accountId;
    this.entryId = entryId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'credit-adjust': CreditAdjustEvent;
    'credit-adjusted': CreditAdjustedEvent;
  }
}
