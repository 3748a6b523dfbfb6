import { buildOrder, buildReturn, day, instant, lineBack, productLine } from './building.ts';
import type { Circumstances } from './ordinary.ts';
import type { ShopReturn, ShopSale } from './types.ts';

/** Creates an order of one product, paid and delivered three months ago. */
export function createSale({ id: customerId, catalogue, nextNumber, now }: Circumstances, quantity: number): ShopSale {
  const number = nextNumber();
  const product = catalogue[number % catalogue.length]!;
  return buildOrder({
    id: `o-${number}`,
    customerId,
    number: `#${number}`,
    placedAt: instant(now - 90 * day),
    status: { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } },
    lines: [productLine({ product, quantity, unitPrice: { value: product.price, currency: 'GBP' } })],
  });
}

/** Creates a full return of such an order. */
export function sendBack({ catalogue, now }: Circumstances, sale: ShopSale): ShopReturn {
  const [line] = sale.lines;
  const product = catalogue.find(({ id }) => id === line!.productId)!;
  const number = sale.number.replace('#', 'R-');
  return buildReturn(
    {
      id: number.toLowerCase(),
      customerId: sale.customerId,
      number,
      placedAt: instant(now - 70 * day),
      status: { payment: { status: 'refunded' }, return: { status: 'full' } },
      lines: [lineBack(product, line!, line!.quantity)],
    },
    sale,
  );
}
