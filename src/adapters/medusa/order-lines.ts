import { decimal, type PurchaseLine } from '../../adapter/toolkit/index.ts';
import type { Money } from '../../domain/money.ts';
import { digitsIn, moneyOf, places, share } from './amounts.ts';
import type { Adjustment, Item, ShippingMethod } from './medusa-order.ts';

/** Some units of a line: all of an order's, or those that came back. */
export interface Goods {
  readonly item: Item;
  readonly units: number;
}

/** Goods and shipping as lines of an order, or, with `sign: -1`, of a return. */
export interface Priced {
  readonly goods: readonly Goods[];
  readonly shipping: readonly ShippingMethod[];
  readonly sign: 1 | -1;
  readonly currency: string;
}

/** An amount split into what a line says and the taxes that are charged beside it. */
interface Split {
  readonly line: string;
  readonly taxes: readonly Tax[];
}

interface Tax {
  readonly name: string;
  readonly rate: string;
  readonly amount: string;
}

/**
 * Returns the lines of goods and shipping, and the taxes. Medusa's totals of lines have no share of what came back, so
 * that share is added again; and they contain the tax, also where prices are without it. There, the tax is a charge of its
 * own, one for each rate, as customers see it. Amounts may have more decimals than the currency.
 */
export function linesOf({ goods, shipping, sign, currency }: Priced): PurchaseLine[] {
  const taxes: Tax[] = [];
  const money = (digits: string): Money => moneyOf(sign < 0 ? decimal.negate(digits) : digits, currency);
  const products = goods.map(({ item, units }): PurchaseLine => {
    const part = (digits: string): string => share(digits, String(units), String(item.quantity));
    const split = splitOf(item, part(orderedTotal(item)));
    taxes.push(...split.taxes);
    return {
      id: item.id,
      kind: 'product',
      title: item.product_title ?? item.title ?? undefined,
      sku: item.variant_sku ?? undefined,
      productId: item.product_id ?? undefined,
      image: item.thumbnail ?? undefined,
      quantity: sign * units,
      unitPrice: moneyOf(digitsIn(item, 'unit_price') ?? '0', currency),
      total: money(split.line),
      promotion: money(part(decimal.sum('0', ...item.adjustments.map((one) => discountIn(item, one))))),
    };
  });
  const delivery = shipping.flatMap((method) => {
    const split = splitOf(method, digitsIn(method, 'total') ?? '0');
    taxes.push(...split.taxes);
    return shippingLines(method, split.line, currency);
  });
  return [...products, ...delivery, ...taxLines(taxes, money)];
}

/** Returns the total of a line as it was ordered, with tax, after discounts. */
const orderedTotal = (item: Item): string =>
  decimal.sum(
    digitsIn(item, 'total') ?? '0',
    digitsIn(item, 'return_received_total') ?? '0',
    digitsIn(item, 'return_dismissed_total') ?? '0',
  );

/** The members of a line, or of a method of shipping, that its tax is computed from. */
type Taxed = Pick<Item, 'is_tax_inclusive' | 'tax_lines'>;

/** Returns the factor from an amount without tax to the same with it: 1.2 for 20 %. */
const taxFactor = ({ tax_lines: lines }: Taxed): string =>
  decimal.sum('1', ...lines.map(({ rate }) => decimal.divide(plain(rate), '100', places)));

/** Splits a total with tax. If prices include the tax, the line does too. */
function splitOf(line: Taxed, total: string): Split {
  if (line.is_tax_inclusive || line.tax_lines.length === 0) return { line: total, taxes: [] };
  const net = decimal.divide(total, taxFactor(line), places);
  const taxes = line.tax_lines.map(({ description, code, rate }) => ({
    name: description ?? code ?? '',
    rate: plain(rate),
    amount: decimal.round(decimal.multiply(net, decimal.divide(plain(rate), '100', places)), places),
  }));
  return { line: net, taxes };
}

/** Returns a discount as the price of its line has it: with tax, or without. */
function discountIn(line: Taxed, adjustment: Adjustment): string {
  const digits = digitsIn(adjustment, 'amount') ?? '0';
  const factor = taxFactor(line);
  if (Boolean(adjustment.is_tax_inclusive) === Boolean(line.is_tax_inclusive)) return digits;
  return line.is_tax_inclusive
    ? decimal.round(decimal.multiply(digits, factor), places)
    : decimal.divide(digits, factor, places);
}

/** Returns the price of a method of shipping, and its discounts as charges of their own. The shipping of a return is paid. */
function shippingLines(method: ShippingMethod, total: string, currency: string): PurchaseLine[] {
  const discounts = method.adjustments.map((one) => ({ one, off: discountIn(method, one) }));
  const price = decimal.sum(total, ...discounts.map(({ off }) => off));
  return [
    charge(method.id, method.name ?? '', moneyOf(price, currency)),
    ...discounts.map(({ one, off }) => charge(one.id, one.code ?? '', moneyOf(decimal.negate(off), currency))),
  ];
}

/** Adds up the taxes by name and rate. */
function taxLines(taxes: readonly Tax[], money: (digits: string) => Money): PurchaseLine[] {
  const sums = new Map<string, Tax>();
  for (const tax of taxes) {
    const key = `${tax.name} ${tax.rate}`;
    const before = sums.get(key);
    sums.set(key, before ? { ...before, amount: decimal.sum(before.amount, tax.amount) } : tax);
  }
  return [...sums].map(([key, { name, amount }]) => charge(`tax-${key}`, name, money(amount)));
}

/** Creates a line that is no product. */
export const charge = (id: string, title: string, total: Money): PurchaseLine => ({
  id,
  kind: 'charge',
  title,
  quantity: 1,
  unitPrice: total,
  total,
});

/** Rates are small numbers; an exponent does not occur. */
const plain = (rate: number): string => String(rate);
