import { RequestEvent } from '../../element/events.ts';

/** A product is about to be opened. */
export class ProductOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly productId: string;

  constructor(customerId: string, productId: string) {
    super('product-open');
    this.customerId = customerId;
    this.productId = productId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'product-open': ProductOpenEvent;
  }
}
