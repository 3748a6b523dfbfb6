import type { OrderStatus } from '../../../domain/order.ts';
import { makeOrdinary, type Make } from './ordinary.ts';
import { placeIn } from './people.ts';
import { makeSale, sendBack } from './single-sale.ts';

/** Customers whose figures are easy to get wrong, keyed by what is unusual. */
export const unusualFigures = {
  /**
   * Returned a part of an order that was then canceled in full, with a platform-specific status; has ordered once
   * since.
   */
  canceledAfterReturn: (random, circumstances) => {
    const sale = makeSale(circumstances, 4);
    const status: OrderStatus = {
      payment: { status: 'refunded' },
      cancellation: { status: { code: 'full', label: 'Withdrawn' } },
    };
    return {
      ...makeOrdinary(random, circumstances, { orders: 0, place: placeIn('GB') }),
      orders: [{ ...sale, status }, sendBack(circumstances, sale), makeSale(circumstances, 2)],
    };
  },
} as const satisfies Readonly<Record<string, Make>>;
