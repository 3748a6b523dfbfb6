import type { Purchase, PurchaseLine } from '../../adapter/toolkit/index.ts';
import { fromMinor } from '../../adapter/toolkit/index.ts';
import type { Product } from '../../domain/cross-sell.ts';
import type { Money } from '../../domain/money.ts';
import { fulfillmentStatus, isCanceled, orderStatus, paymentStatus, refundStatus, unitsOf } from './order-status.ts';
import type { VendureOrder, VendureOrderLine } from './vendure-order.ts';

/** Vendure's amounts in the orders of one answer. */
export interface AmountOptions {
  /** The decimals of an integer amount, which are the same for every currency. */
  readonly digits: number;
  /** The URL that relative addresses of images are below. */
  readonly url: string;
}

/**
 * Converts an order. All amounts include tax, as the customer paid them.
 *
 * A canceled order has quantities and amounts of 0 in Vendure. What it cost is computed again from what was ordered: the
 * history shows it, and the status keeps it out of every sum.
 */
export function purchaseOf(customerId: string, order: VendureOrder, options: AmountOptions): Purchase {
  const money = (units: number): Money => fromMinor(units, order.currencyCode, options.digits);
  const lines = linesOf(order, options, money);
  const units = isCanceled(order) ? sum(lines.map(({ units: total }) => total)) : order.totalWithTax;
  const products = lines.filter(({ line }) => line.kind === 'product').map(({ line }) => line);
  const [first] = products;
  return {
    kind: 'order',
    id: order.id,
    customerId,
    number: order.code,
    placedAt: order.orderPlacedAt,
    itemCount: sum(products.map(({ quantity }) => quantity)),
    ...(first?.title && { summary: { title: first.title, more: products.length - 1 } }),
    total: money(units),
    status: orderStatus(order, units),
    lines: lines.map(({ line }) => line),
    payments: order.payments.map(({ id, amount, method, state, createdAt, transactionId }) => ({
      id,
      amount: money(amount),
      method,
      status: paymentStatus(state),
      at: createdAt,
      reference: transactionId ?? undefined,
    })),
    refunds: order.payments
      .flatMap((payment) => payment.refunds)
      // A refund of nothing records that goods came back.
      .filter(({ total }) => total > 0)
      .map(({ id, total, method, state, createdAt, reason, transactionId }) => ({
        id,
        amount: money(total),
        method: method ?? undefined,
        status: refundStatus(state),
        at: createdAt,
        reason: reason ?? undefined,
        reference: transactionId ?? undefined,
      })),
    fulfillments: order.fulfillments.map(({ id, state, createdAt, method, trackingCode, lines: fulfilled }) => ({
      id,
      status: fulfillmentStatus(state),
      at: createdAt,
      carrier: method,
      ...(trackingCode && { tracking: { number: trackingCode } }),
      itemCount: sum(fulfilled.map(({ quantity }) => quantity)),
    })),
    related: [],
  };
}

/** A line, and its total in minor units. */
interface Counted {
  readonly line: PurchaseLine;
  readonly units: number;
}

function linesOf(order: VendureOrder, { url }: AmountOptions, money: (units: number) => Money): Counted[] {
  const charge = (id: string, title: string, units: number, sku?: string | null): Counted => ({
    line: {
      id,
      kind: 'charge',
      title,
      sku: sku || undefined,
      quantity: 1,
      unitPrice: money(units),
      total: money(units),
    },
    units,
  });
  const lines = [
    // A line without units was canceled alone.
    ...order.lines.filter((line) => unitsOf(order, line) > 0).map((line) => productLine(order, line, url, money)),
    ...order.shippingLines.map((line) =>
      charge(`shipping-${line.id}`, line.shippingMethod.name, shippingUnits(order, line)),
    ),
    ...order.surcharges.map(({ id, description, sku, priceWithTax }) =>
      charge(`surcharge-${id}`, description, priceWithTax, sku),
    ),
  ];
  if (isCanceled(order)) return lines;
  // A shop may compute taxes and totals in its own way. What then no line has is a charge, so that the lines add up.
  const rest = order.totalWithTax - sum(lines.map(({ units }) => units));
  return rest === 0 ? lines : [...lines, charge('rest', '', rest)];
}

function productLine(
  order: VendureOrder,
  line: VendureOrderLine,
  url: string,
  money: (units: number) => Money,
): Counted {
  const { id, productVariant: variant, proratedUnitPriceWithTax } = line;
  const quantity = unitsOf(order, line);
  // The price after all discounts, also those of the whole order: Vendure distributes them over the lines.
  const units = isCanceled(order) ? proratedUnitPriceWithTax * quantity : line.proratedLinePriceWithTax;
  const promotion = isCanceled(order) ? 0 : line.linePriceWithTax - units;
  const image = (line.featuredAsset ?? variant.featuredAsset ?? variant.product.featuredAsset)?.preview;
  return {
    line: {
      id,
      kind: 'product',
      title: variant.name,
      sku: variant.sku,
      productId: variant.product.id,
      ...(image && { image: imageUrl(image, url) }),
      quantity,
      unitPrice: money(proratedUnitPriceWithTax),
      total: money(units),
      promotion: money(promotion),
    },
    units,
  };
}

/** Vendure cancels shipping by a discount of the whole price. */
function shippingUnits(order: VendureOrder, line: VendureOrder['shippingLines'][number]): number {
  if (!isCanceled(order)) return line.discountedPriceWithTax;
  const discounts = line.discounts.filter(({ adjustmentSource }) => adjustmentSource !== 'CANCEL_ORDER');
  return line.priceWithTax + sum(discounts.map(({ amountWithTax }) => amountWithTax));
}

/** Some servers give relative addresses of images. With a relative URL of the API, the page resolves both. */
const imageUrl = (image: string, url: string): string => (URL.canParse(image, url) ? new URL(image, url).href : image);

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Returns the products of orders by id. A line is named after its variant, a row of the products bought after the product. */
export function productsOf(orders: readonly VendureOrder[], url: string): ReadonlyMap<string, Product> {
  return new Map(
    orders
      .flatMap((order) => order.lines)
      .map(({ productVariant: { product, featuredAsset } }) => {
        const image = (product.featuredAsset ?? featuredAsset)?.preview;
        return [product.id, { id: product.id, title: product.name, ...(image && { image: imageUrl(image, url) }) }];
      }),
  );
}
