import type { StatsPort } from '../../src/adapter/ports/customers.ts';
import type { ReadOptions } from '../../src/adapter/options.ts';
import { definePort } from '../../src/extend.ts';

/** A stamp card: a stamp for each order, and a gift for a full card. */
export interface StampCard {
  readonly customerId: string;
  readonly stamps: number;
  /** The number of stamps of a full card. */
  readonly size: number;
}

export interface LoyaltyPort {
  /** Fetches the card of a customer. */
  get?(customerId: string, options: ReadOptions): Promise<StampCard>;
}

declare module '../../src/adapter/adapter.ts' {
  interface Adapter {
    readonly loyalty?: LoyaltyPort;
  }
}

export const loyaltyPort = definePort('loyalty', { get: { kind: 'read', scope: 'customer', path: '/loyalty' } });

/** Returns the port of a scheme that counts the orders of the shop. */
export const loyaltyOf = (stats: Required<Pick<StatsPort, 'get'>>): LoyaltyPort => ({
  async get(customerId, options) {
    const { orders } = await stats.get(customerId, {}, options);
    return { customerId, stamps: (orders?.value ?? 0) % 10, size: 10 };
  },
});
