import type { Address } from '../../../domain/address.ts';
import type { Customer } from '../../../domain/customer.ts';
import * as decimal from '../../../domain/decimal.ts';
import { isWithheld, type Field } from '../../../domain/field.ts';
import { minorUnits, type Money } from '../../../domain/money.ts';
import type { IncludedTax } from '../../../domain/order-detail.ts';
import {
  buildOrder,
  buildReturn,
  chargeLine,
  day,
  instant,
  lineBack,
  paidInFull,
  productLine,
  refundInFull,
  requestReturn,
} from './building.ts';
import { createOrdinary, type Circumstances, type Make } from './ordinary.ts';
import { placeIn } from './people.ts';
import type { ShopOrder, ShopProduct, ShopSale } from './types.ts';

/** The value added tax that prices include, in percent, by the country of the customer. */
const rates: Readonly<Record<string, string>> = {
  ...{ GB: '20', FR: '20', DE: '19', SE: '25', PL: '23', GR: '24', UA: '20', TR: '20', IL: '18', JP: '10', KR: '10' },
};

/** Returns an order with the customer's addresses and the tax that its prices include. */
export function itemized(order: ShopOrder, { country, taxExempt, ...customer }: Customer): ShopOrder {
  const rate = country ? rates[country] : undefined;
  const isNet = order.lines.some(({ type }) => type === 'tax');
  const taxes = taxExempt || isNet ? [] : rate && order.total ? [includedTax(order.total, rate)] : undefined;
  return {
    ...(taxes && { includedTaxes: taxes }),
    ...(order.kind === 'order' && {
      shippingAddress: asPlaced(customer.defaultShipping ?? customer.defaultBilling),
      billingAddress: asPlaced(customer.defaultBilling),
    }),
    ...order,
  };
}

function includedTax({ value, currency }: Money, rate: string): IncludedTax {
  const part = decimal.divide(decimal.multiply(value, rate), decimal.sum('100', rate), minorUnits(currency));
  return { title: 'VAT', rate, amount: { value: part, currency } };
}

/** Returns the address of an order: it keeps what the address book had when the order was placed. */
function asPlaced(address: Field<Address> | null | undefined): Field<Address> | null | undefined {
  if (!address || isWithheld(address)) return address;
  const { id: _, ...placed } = address;
  return placed;
}

const gbp = (value: string): Money => ({ value, currency: 'GBP' });

/** Customers whose orders have much to add up. */
export const itemizedOrders = {
  /** Has ordered at net prices, in parcels and variants, with a discount, a fee and a tax; wants to return some. */
  itemized: (random, circumstances) => {
    const { catalogue, now } = circumstances;
    const of = (sku: string): ShopProduct => catalogue.find((product) => product.sku === sku)!;
    const [apron, decaf] = [of('APR-INK'), of('COF-DC-250')];
    const sale = tradeOrder(circumstances, apron, decaf);
    const [medium, , beans] = sale.lines;
    const at = (number: number) => ({
      ...{ id: `r-${number}`, number: `R-${number}`, customerId: sale.customerId },
      placedAt: instant(now - 2 * day),
    });
    const asked = requestReturn({ ...at(circumstances.nextNumber()), lines: [lineBack(apron, medium!, 1)] }, sale);
    const back = lineBack(decaf, beans!, 2);
    const returned = buildReturn(
      {
        ...at(circumstances.nextNumber()),
        placedAt: instant(now - 9 * day),
        status: { payment: { status: 'refunded' }, return: { status: 'full' } },
        lines: [back],
        refunds: [refundInFull(back.total, 'Visa', instant(now - 8 * day))],
      },
      sale,
    );
    const made = createOrdinary(random, circumstances, { place: placeIn('GB'), orders: 0 });
    return { ...made, customer: { ...made.customer, taxExempt: false }, orders: [sale, asked, returned] };
  },
} as const satisfies Readonly<Record<string, Make>>;

/** Creates an order of £167.80 of goods that adds up to £192.62. */
function tradeOrder(circumstances: Circumstances, apron: ShopProduct, decaf: ShopProduct): ShopSale {
  const { id: customerId, nextNumber, now } = circumstances;
  const number = nextNumber();
  const placedAt = instant(now - 16 * day);
  const [, medium, large] = apron.variants!;
  const [beans] = decaf.variants!;
  const parcel = (code: string) => ({
    number: `SP${number}GB-${code}`,
    url: `https://parcels.example/SP${number}GB-${code}`,
    labelUrl: `https://parcels.example/SP${number}GB-${code}/label.pdf`,
  });
  const sent = { status: 'delivered', at: instant(now - 14 * day), carrier: 'Swift Parcels' };
  return buildOrder({
    id: `o-${number}`,
    customerId,
    number: `#${number}`,
    placedAt,
    status: {
      payment: { status: 'partially-refunded' },
      fulfillment: { status: 'delivered' },
      return: { status: 'partial', extent: { done: 2, of: 7 } },
    },
    lines: [
      productLine({ product: apron, quantity: 2, unitPrice: gbp(apron.price), variant: medium }),
      productLine({ product: apron, quantity: 1, unitPrice: gbp(apron.price), variant: large }),
      productLine({ product: decaf, quantity: 4, unitPrice: gbp(decaf.price), variant: beans }),
      chargeLine('Ten percent for the opening', gbp('-16.78'), { type: 'discount', code: 'OPENING10' }),
      chargeLine('Next day', gbp('6.50'), { type: 'shipping' }),
      chargeLine('Gift wrapping', gbp('3.00'), { type: 'fee' }),
      chargeLine('VAT', gbp('32.10'), { type: 'tax', rate: '20' }),
    ],
    payments: [paidInFull(gbp('192.62'), 'Visa', placedAt, `ch-${number}`)],
    fulfillments: [
      { id: `o-${number}-f1`, ...sent, tracking: [parcel('A'), parcel('B')], itemCount: 3 },
      { id: `o-${number}-f2`, ...sent, tracking: [parcel('C')], itemCount: 4 },
    ],
  });
}
