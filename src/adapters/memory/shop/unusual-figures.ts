import type { OrderStatus } from '../../../domain/order.ts';
import { createOrdinary, type Make } from './ordinary.ts';
import { placeIn } from './people.ts';
import { createSale, sendBack } from './single-sale.ts';

/** Customers whose figures are easy to get wrong, keyed by what is unusual. */
export const unusualFigures = {
  /**
   * Returned a part of an order that was then canceled in full, with a platform-specific status; has ordered once
   * since.
   */
  canceledAfterReturn: (random, circumstances) => {
    const sale = createSale(circumstances, 4);
    const status: OrderStatus = {
      payment: { status: 'refunded' },
      cancellation: { status: { code: 'full', label: 'Withdrawn' } },
    };
    return {
      ...createOrdinary(random, circumstances, { orders: 0, place: placeIn('GB') }),
      orders: [{ ...sale, status }, sendBack(circumstances, sale), createSale(circumstances, 2)],
    };
  },
} as const satisfies Readonly<Record<string, Make>>;
