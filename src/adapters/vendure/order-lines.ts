import { naturalKey, type PurchaseLine } from '../../adapter/toolkit/index.ts';
import type { Product } from '../../domain/cross-sell.ts';
import type { Money } from '../../domain/money.ts';
import type { LineDiscount } from '../../domain/order-detail.ts';
import { isCanceled, sum, unitsOf } from './order-status.ts';
import type { VendureOrder, VendureOrderLine } from './vendure-order.ts';

/** The conversion of the amounts and images of one order. */
export interface Conversion {
  /** Converts an integer amount of the order. */
  readonly money: (units: number) => Money;
  /** The URL that relative addresses of images are below. */
  readonly url: string;
}

/** A line, and its total in minor units. */
export interface CountedLine {
  readonly line: PurchaseLine;
  readonly units: number;
}

/** Returns the products and charges of an order. They add up to its total. */
export function linesOf(order: VendureOrder, { money, url }: Conversion): readonly CountedLine[] {
  const charge = (
    units: number,
    line: Omit<PurchaseLine, 'kind' | 'quantity' | 'unitPrice' | 'total'>,
  ): CountedLine => ({
    line: { ...line, kind: 'charge', quantity: 1, unitPrice: money(units), total: money(units) },
    units,
  });
  const lines = [
    // A line without units was canceled alone.
    ...order.lines
      .filter((line) => unitsOf(order, line) > 0)
      .toSorted(byId)
      .map((line) => productLine(order, line, { money, url })),
    ...order.shippingLines.map((line) =>
      charge(shippingUnits(order, line), {
        id: `shipping-${line.id}`,
        type: 'shipping',
        title: line.shippingMethod.name,
      }),
    ),
    ...order.surcharges.map(({ id, description, sku, priceWithTax }) =>
      charge(priceWithTax, {
        id: `surcharge-${id}`,
        type: priceWithTax < 0 ? 'discount' : 'fee',
        title: description,
        sku: sku || undefined,
      }),
    ),
  ];
  if (isCanceled(order)) return lines;
  // A shop can compute taxes and totals in its own way. What then no line has is a charge of unknown type.
  const rest = order.totalWithTax - sum(lines.map(({ units }) => units));
  return rest === 0 ? lines : [...lines, charge(rest, { id: 'rest' })];
}

/** Vendure returns the lines of one order in another order than the lines of several. */
const byId = (a: VendureOrderLine, b: VendureOrderLine): number => (naturalKey(a.id) < naturalKey(b.id) ? -1 : 1);

function productLine(order: VendureOrder, line: VendureOrderLine, { money, url }: Conversion): CountedLine {
  const { id, productVariant: variant, unitPriceWithTax, proratedUnitPriceWithTax } = line;
  const quantity = unitsOf(order, line);
  // The price after all discounts, also those of the whole order: Vendure distributes them over the lines.
  const units = isCanceled(order) ? proratedUnitPriceWithTax * quantity : line.proratedLinePriceWithTax;
  const full = isCanceled(order) ? unitPriceWithTax * quantity : line.linePriceWithTax;
  const image = (line.featuredAsset ?? variant.featuredAsset ?? variant.product.featuredAsset)?.preview;
  return {
    line: {
      id,
      kind: 'product',
      sku: variant.sku,
      productId: variant.product.id,
      ...namesOf(variant),
      ...(image && { image: imageUrl(image, url) }),
      quantity,
      unitPrice: money(proratedUnitPriceWithTax),
      total: money(units),
      discounts: discountsOf(order, line, full - units).map(({ units: amount, ...discount }) => ({
        ...discount,
        amount: money(amount),
      })),
    },
    units,
  };
}

/** A product with options is named after itself, and its variant after the options. Otherwise there is one variant. */
function namesOf({ id, name, options, product }: VendureOrderLine['productVariant']) {
  if (options.length === 0) return { title: name };
  return { title: product.name, variant: { id, title: options.map((option) => option.name).join(', ') } };
}

/** Returns the discounts of a line, which add up to `total`. Positive amounts in minor units. */
function discountsOf(
  { promotions }: VendureOrder,
  { discounts }: VendureOrderLine,
  total: number,
): readonly (Omit<LineDiscount, 'amount'> & { readonly units: number })[] {
  if (total === 0) return [];
  // After a cancellation, and where a rounding is distributed, the parts do not add up: then only the sum is known.
  if (sum(discounts.map(({ amountWithTax }) => -amountWithTax)) !== total) return [{ units: total }];
  return discounts.map(({ adjustmentSource, description, amountWithTax }) => {
    const code = promotions.find(({ id }) => adjustmentSource === `PROMOTION:${id}`)?.couponCode;
    return { title: description, ...(code && { code }), units: -amountWithTax };
  });
}

/** Vendure cancels shipping by a discount of the whole price. */
function shippingUnits(order: VendureOrder, line: VendureOrder['shippingLines'][number]): number {
  if (!isCanceled(order)) return line.discountedPriceWithTax;
  const discounts = line.discounts.filter(({ adjustmentSource }) => adjustmentSource !== 'CANCEL_ORDER');
  return line.priceWithTax + sum(discounts.map(({ amountWithTax }) => amountWithTax));
}

/** Returns the products of orders by id. */
export function productsOf(orders: readonly VendureOrder[], url: string): ReadonlyMap<string, Product> {
  const lines = orders.flatMap((order) => order.lines);
  return new Map(
    lines.map(({ productVariant: { product, featuredAsset } }) => {
      const image = (product.featuredAsset ?? featuredAsset)?.preview;
      return [product.id, { id: product.id, title: product.name, ...(image && { image: imageUrl(image, url) }) }];
    }),
  );
}

/** Some servers give relative addresses of images. With a relative URL of the API, the page resolves both. */
const imageUrl = (image: string, url: string): string => (URL.canParse(image, url) ? new URL(image, url).href : image);
