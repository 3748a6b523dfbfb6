// The rows, columns and formats that every subject gets.

/**
 * @typedef {{ value: string, currency: string }} Money
 * @typedef {object} Row a product that a customer has bought, as the contract has it
 * @property {string} id
 * @property {string} customerId
 * @property {{ id: string, title: string, sku: string }} product
 * @property {Money} revenue
 * @property {number} orders
 * @property {number} units different in each row, so that sorting by it has one result
 * @property {number} unitsReturned
 * @property {Money} promoRevenue
 * @property {Money} promotions
 * @property {Money} profit
 * @property {Money} fees
 *
 * @typedef {object} Column
 * @property {string} key
 * @property {string} heading
 * @property {(row: Row) => string | number} value what is sorted
 * @property {(row: Row) => string} format
 */

const adjectives = 'Stoneware Oak Linen Copper Woollen Glazed Folding Pocket Garden Travel Enamel Recycled'.split(' ');
const nouns = 'cup bowl plate jug vase tray lamp towel basket kettle board apron candle notebook'.split(' ');

/** @param {number} seed */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} pence @returns {Money} */
const money = (pence) => ({ value: (pence / 100).toFixed(2), currency: 'GBP' });

/**
 * Returns the same rows for the same numbers.
 * @param {number} count
 * @param {number} [from] the number of the first row
 * @returns {Row[]}
 */
export function createRows(count, from = 0) {
  const random = createRandom(12 + from);
  const draw = (/** @type {number} */ most) => Math.floor(random() * most);
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    const title = `${adjectives[draw(12)]} ${nouns[draw(14)]} ${index + 1}`;
    const revenue = 500 + draw(400_000);
    return {
      id: `row-${index}`,
      customerId: 'C-1',
      product: { id: `product-${index}`, title, sku: `SKU-${100_000 + index}` },
      revenue: money(revenue),
      orders: 1 + draw(90),
      // A step that shares no divisor with the prime gives different numbers.
      units: 1 + ((index * 611_953) % 1_000_003),
      unitsReturned: 1 + draw(20),
      promoRevenue: money(1 + draw(revenue)),
      promotions: money(1 + draw(9_000)),
      profit: money(1 + draw(revenue)),
      fees: money(1 + draw(4_000)),
    };
  });
}

const amount = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const integer = new Intl.NumberFormat('en-GB');

/** @param {'revenue' | 'promoRevenue' | 'promotions' | 'profit' | 'fees'} key @param {string} heading @returns {Column} */
const moneyColumn = (key, heading) => ({
  key,
  heading,
  value: (row) => Number(row[key].value),
  format: (row) => amount.format(Number(row[key].value)),
});

/** @param {'orders' | 'units' | 'unitsReturned'} key @param {string} heading @returns {Column} */
const countColumn = (key, heading) => ({
  key,
  heading,
  value: (row) => row[key],
  format: (row) => integer.format(row[key]),
});

/** @param {'title' | 'sku'} key @param {string} heading @returns {Column} */
const textColumn = (key, heading) => ({
  key,
  heading,
  value: (row) => row.product[key],
  format: (row) => row.product[key],
});

/** @type {readonly Column[]} */
export const columns = [
  textColumn('title', 'Product'),
  textColumn('sku', 'Number'),
  moneyColumn('revenue', 'Revenue'),
  countColumn('orders', 'Orders'),
  countColumn('units', 'Units'),
  countColumn('unitsReturned', 'Returned'),
  moneyColumn('promoRevenue', 'Promo revenue'),
  moneyColumn('promotions', 'Promotions given'),
  moneyColumn('profit', 'Profit'),
  moneyColumn('fees', 'Fees'),
];

/** The column that is sorted by, the largest number first. */
export const sorted = 'units';

/** @param {readonly Row[]} rows */
export const sortRows = (rows) => rows.toSorted((a, b) => b.units - a.units);

/** The height of a row and of the table, in pixels: those of the widget. */
export const rowHeight = 33;
export const tableHeight = 640;
