import { decimal, type PurchaseLine } from '../../adapter/toolkit/index.ts';
import type { Money } from '../../domain/money.ts';
import type { IncludedTax, LineDiscount } from '../../domain/order-detail.ts';
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

/** The lines, and the taxes that they include. */
export interface Lines {
  readonly lines: readonly PurchaseLine[];
  readonly includedTaxes: readonly IncludedTax[];
}

/** An amount split into what a line says and its taxes. */
interface Split {
  readonly line: string;
  readonly taxes: readonly Tax[];
}

interface Tax {
  readonly name: string;
  readonly rate: string;
  readonly amount: string;
  /** `true`: the line includes it. Otherwise, it is a charge. */
  readonly isIncluded: boolean;
}

/**
 * Returns the lines of goods and shipping, and the taxes. Medusa's totals of lines have no share of what came back, so
 * that share is added again; and they contain the tax, also where prices are without it. There, the tax is a charge of its
 * own, one for each rate, as customers see it. Amounts may have more decimals than the currency.
 */
export function linesOf({ goods, shipping, sign, currency }: Priced): Lines {
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
      ...(item.variant_id && { variant: { id: item.variant_id, title: item.variant_title ?? undefined } }),
      image: item.thumbnail ?? undefined,
      quantity: sign * units,
      unitPrice: moneyOf(digitsIn(item, 'unit_price') ?? '0', currency),
      total: money(split.line),
      discounts: item.adjustments.map((one) => ({ ...namesOf(one), amount: money(part(discountIn(item, one))) })),
    };
  });
  const delivery = shipping.flatMap((method) => {
    const split = splitOf(method, digitsIn(method, 'total') ?? '0');
    // The customer pays for the shipping of a return, and its tax. `money` negates taxes, and so this one back.
    taxes.push(...split.taxes.map((tax) => ({ ...tax, amount: sign < 0 ? decimal.negate(tax.amount) : tax.amount })));
    return shippingLines(method, split.line, currency);
  });
  const { charges, included } = taxesOf(taxes, money);
  return { lines: [...products, ...delivery, ...charges], includedTaxes: included };
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
  if (line.tax_lines.length === 0) return { line: total, taxes: [] };
  const isIncluded = Boolean(line.is_tax_inclusive);
  const net = decimal.divide(total, taxFactor(line), places);
  const taxes = line.tax_lines.map(({ description, code, rate }) => ({
    name: description ?? code ?? '',
    rate: plain(rate),
    amount: decimal.round(decimal.multiply(net, decimal.divide(plain(rate), '100', places)), places),
    isIncluded,
  }));
  return { line: isIncluded ? total : net, taxes };
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
    charge('shipping', { id: method.id, title: method.name ?? undefined }, moneyOf(price, currency)),
    ...discounts.map(({ one, off }) =>
      charge('discount', { id: one.id, ...namesOf(one) }, moneyOf(decimal.negate(off), currency)),
    ),
  ];
}

/** Adds up the taxes by name and rate: as charges, or as what the lines include. */
function taxesOf(
  taxes: readonly Tax[],
  money: (digits: string) => Money,
): { readonly charges: PurchaseLine[]; readonly included: IncludedTax[] } {
  const sums = new Map<string, Tax>();
  for (const tax of taxes) {
    const key = JSON.stringify([tax.isIncluded, tax.name, tax.rate]);
    const before = sums.get(key);
    sums.set(key, before ? { ...before, amount: decimal.sum(before.amount, tax.amount) } : tax);
  }
  const summed = [...sums.values()].map(({ name: title, rate, amount, isIncluded }) => ({
    isIncluded,
    tax: { title, rate, amount: money(amount) },
  }));
  return {
    included: summed.filter(({ isIncluded }) => isIncluded).map(({ tax }) => tax),
    charges: summed
      .filter(({ isIncluded }) => !isIncluded)
      .map(({ tax: { title, rate, amount } }) => ({
        ...charge('tax', { id: `tax ${title} ${rate}`, title }, amount),
        rate,
      })),
  };
}

/** Returns the code of a discount, which the customer entered, and its description. */
const namesOf = ({ code, description }: Adjustment): Pick<LineDiscount, 'title' | 'code'> => ({
  ...(description && { title: description }),
  ...(code && { code }),
});

/** Creates a line that is no product. */
export const charge = (
  type: string,
  names: Pick<PurchaseLine, 'id' | 'title' | 'code'>,
  total: Money,
): PurchaseLine => ({ ...names, kind: 'charge', type, quantity: 1, unitPrice: total, total });

/** Rates are small numbers; an exponent does not occur. */
const plain = (rate: number): string => String(rate);
