import type { OrderStatus } from '../../../domain/order.ts';
import { makeOrdinary, type Make } from './ordinary.ts';
import { placeIn } from './people.ts';
import { makeSale, sendBack } from './single-sale.ts';

/** Customers whose figures are easily got wrong, each under the name of what is odd. */
export const unusualFigures = {
  /** Sent part of an order back, and then it was canceled as a whole, in the platform's words; bought once more since. */
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
