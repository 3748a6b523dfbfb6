import * as decimal from '../../../domain/decimal.ts';
import type { Interval } from '../../../domain/interval.ts';
import type { CatalogProduct, Product, ProductVariant } from '../../../domain/cross-sell.ts';
import type { ShopProduct } from './types.ts';

/** `[sku, title, price, cost, fee rate]` in pounds; `null`: unknown. A café buys the first 23 regularly. */
// prettier-ignore
const staples: readonly (readonly [string, string, string, string | null, string | null])[] = [
  ['CUP-220-OAT', 'Stoneware cup 220 ml, oat', '14.00', '5.00', '0.03'],
  ['COF-HB-1K', 'House blend, 1 kg beans', '14.40', '7.00', '0.03'],
  ['GRD-64', 'Burr grinder, 64 mm', '1090.00', null, '0.03'],
  ['SAU-ESP-OAT', 'Espresso saucer, oat', '4.20', '1.70', '0.03'],
  ['JUG-350', 'Milk jug 350 ml, steel', '32.00', '13.00', '0.03'],
  ['FLT-04-100', 'Filter papers No. 4, 100', '4.20', '1.60', '0.03'],
  ['APR-INK', 'Linen apron, ink', '42.00', '19.00', null],
  ['KNK-BCH', 'Knock box, beech', '47.00', '19.00', '0.03'],
  ['KTL-1L', 'Pour-over kettle, 1 l', '171.00', null, '0.028'],
  ['ESP-90-INK', 'Espresso cup 90 ml, ink', '7.50', '5.60', '0.022'],
  ['COF-DC-250', 'Decaf, 250 g beans', '10.45', '7.30', '0.022'],
  ['BUR-64', 'Burr set, 64 mm', '89.00', '41.00', '0.02'],
  ['TWL-INK', 'Tea towel, ink stripe', '11.50', '5.20', '0.02'],
  ['PPR-227-50', 'Paper cups 227 ml, 50', '9.80', '5.60', '0.02'],
  ['THM-MLK', 'Milk thermometer', '13.50', '6.12', '0.02'],
  ['JUG-1500-OAT', 'Serving jug 1.5 l, oat', '129.00', '58.00', '0.02'],
  ['BWL-SGR-OAT', 'Sugar bowl, oat', '20.70', '8.20', '0.02'],
  ['SAU-150-INK', 'Saucer 150 mm, ink', '7.13', '2.90', '0.02'],
  ['SRV-800', 'Coffee server 800 ml, glass', '60.40', '27.00', '0.02'],
  ['CLN-100', 'Cleaning tablets, 100', '24.00', '11.00', '0.02'],
  ['SPN-TEA', 'Teaspoon, steel', '2.40', '1.10', '0.02'],
  ['TMP-58-WAL', 'Tamper 58 mm, walnut', '57.00', '25.50', '0.02'],
  ['BRD-ASH', 'Bread board, ash', '34.90', '15.00', '0.02'],
  ['SCL-2K', 'Brewing scale, 2 kg', '64.00', '29.50', '0.03'],
  ['DRP-02', 'Dripper No. 2, porcelain', '26.50', '9.80', '0.03'],
];

/** `[sku, title, prices by size]`. Each product is available in every glaze. */
const pottery: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['CUP', 'Stoneware cup', { '150 ml': '11.50', '220 ml': '14.00', '280 ml': '16.50', '350 ml': '18.00' }],
  ['PLT', 'Plate', { '160 mm': '15.00', '210 mm': '21.00', '270 mm': '29.00' }],
  ['BWL', 'Bowl', { '120 mm': '13.50', '160 mm': '19.00', '240 mm': '44.00' }],
  ['VAS', 'Vase', { '120 mm': '24.00', '200 mm': '46.00', '310 mm': '88.00' }],
  ['TPT', 'Teapot', { '600 ml': '72.00', '1.1 l': '94.00' }],
  ['TRY', 'Tray', { '300 mm': '38.00', '420 mm': '57.50' }],
  ['TIL', 'Coaster', { '90 mm': '6.25' }],
];
const glazes = ['oat', 'ink', 'moss', 'rust', 'snow', 'sand', 'slate'];

const coffees = ['Harbour', 'Night shift', 'Kiln', 'Meadow', 'First firing'];
const packs: Readonly<Record<string, string>> = { '250 g': '9.60', '1 kg': '31.00' };

/** Beans are roasted to order once a week. */
const roasting: readonly Interval[] = [1, 2, 4].map((count) => ({ unit: 'week', count }));
const offered = (sku: string): Pick<ShopProduct, 'intervals'> =>
  sku.startsWith('COF-') ? { intervals: roasting } : {};

/** The variants of some products: the code that ends their SKU, and the title. */
const sizes = { S: 'Small', M: 'Medium', L: 'Large' };
const grinds = { BN: 'Whole bean', ES: 'Espresso grind', FL: 'Filter grind' };
const variants: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'APR-INK': sizes, 'COF-DC-250': grinds };

const variantsOf = (sku: string): Pick<ShopProduct, 'variants'> =>
  variants[sku]
    ? {
        variants: Object.entries(variants[sku]).map(([code, title]) => ({
          ...{ id: `${idOf(sku)}-${code.toLowerCase()}`, title, sku: `${sku}-${code}` },
        })),
      }
    : {};

const idOf = (sku: string): string => `prod-${sku.toLowerCase()}`;
const urlOf = (sku: string): string => `https://shop.example/products/${sku.toLowerCase()}`;

/** Returns the public data of a product. */
export const catalogProduct = ({ id, title, sku, image, url, price, intervals }: ShopProduct): CatalogProduct => ({
  id,
  title,
  sku,
  ...(image && { image }),
  ...(url && { url }),
  price: { value: price, currency: 'GBP' },
  ...(intervals && { intervals: [...intervals] }),
});

/** Creates all products of the shop. For some, the cost, the fee or the use of promotions is unknown. */
export function createCatalogue(): readonly ShopProduct[] {
  const products: ShopProduct[] = staples.map(([sku, title, price, cost, feeRate]) => ({
    id: idOf(sku),
    title,
    sku,
    url: urlOf(sku),
    price,
    ...offered(sku),
    ...variantsOf(sku),
    ...(cost && { cost }),
    ...(feeRate && { feeRate }),
    promotions: true,
  }));
  const taken = new Set(products.map((product) => product.title));
  const make = (sku: string, title: string, price: string): void => {
    if (taken.has(title)) return;
    const serial = products.length;
    products.push({
      id: idOf(sku),
      title,
      sku,
      url: urlOf(sku),
      price,
      ...offered(sku),
      ...(serial % 9 !== 0 && { cost: decimal.round(decimal.multiply(price, '0.42'), 2) }),
      ...(serial % 11 !== 0 && { feeRate: '0.029' }),
      ...(serial % 13 !== 0 && { promotions: true as const }),
    });
  };
  for (const [code, name, sizes] of pottery)
    for (const [size, price] of Object.entries(sizes))
      for (const glaze of glazes)
        make(`${code}-${size.replace(/\D/g, '')}-${glaze.toUpperCase()}`, `${name} ${size}, ${glaze}`, price);
  for (const [index, name] of coffees.entries())
    for (const [pack, price] of Object.entries(packs))
      make(`COF-${index + 1}-${pack.replace(' ', '').toUpperCase()}`, `${name}, ${pack} beans`, price);
  return products;
}

const bySku = new Map(createCatalogue().map((product) => [product.sku, product]));

/** A product of the catalog as carts and wishlists refer to it, with the price of one unit in pounds. */
export function chosen(
  sku: string,
  variantCode?: string,
): { readonly product: Product; readonly variant: ProductVariant | null; readonly price: string } {
  const { id, title, url, price, variants = [] } = bySku.get(sku)!;
  const variant = variants.find(({ id: variantId }) => variantId.endsWith(`-${variantCode}`));
  return {
    product: { id, title, sku, ...(url && { url }) },
    variant: variant ? { id: variant.id, title: variant.title! } : null,
    price,
  };
}
