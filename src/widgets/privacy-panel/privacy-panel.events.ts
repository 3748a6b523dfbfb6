import { factEvent, requestEvent } from '../../element/events.ts';

/** The erasure of the customer's personal data is about to be requested. */
export class ErasureRequestEvent extends requestEvent('erasure-request')<object> {}

/** The erasure of the customer's personal data was requested. */
export class ErasureRequestedEvent extends factEvent('erasure-requested')<object> {}

/** The request for erasure is about to be withdrawn. */
export class ErasureWithdrawEvent extends requestEvent('erasure-withdraw')<object> {}

/** The request for erasure was withdrawn. */
export class ErasureWithdrawnEvent extends factEvent('erasure-withdrawn')<object> {}

declare global {
  interface GlobalEventHandlersEventMap {
    'erasure-request': ErasureRequestEvent;
    'erasure-requested': ErasureRequestedEvent;
    'erasure-withdraw': ErasureWithdrawEvent;
    'erasure-withdrawn': ErasureWithdrawnEvent;
  }
}
