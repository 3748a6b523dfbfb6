import { day, instant } from './building.ts';

/*
 * Ingrid Vasquez-Holm's purchases as tables. The latest ten rows match the design to the penny. The earlier thirty-nine
 * orders are filled from groups of sales so that each product's figures and all sums match it too: 47 orders, 1,486 units,
 * £17,905.20 of products, £18,462.70 in all.
 */

/** `[sku, units, price]` of a line, or `[title, amount]` of a charge. */
export type Entry = readonly [sku: string, units: number, price: string] | readonly [title: string, amount: string];

/** Order number, time in UTC, and lines. */
// prettier-ignore
export const latest: readonly (readonly [number: string, placedAt: string, entries: readonly Entry[]])[] = [
  ['10512', '2026-11-18T11:08:00Z', [['CUP-220-OAT', 3, '14.00'], ['JUG-350', 2, '32.00'], ['SRV-800', 1, '60.40'], ['Espresso machine hire, quarter', '240.00'], ['Postage', '6.00']]],
  ['10498', '2026-11-17T09:41:00Z', [['COF-HB-1K', 2, '14.40'], ['Same-day courier', '57.20']]],
  ['10471', '2026-11-12T16:02:00Z', [['SAU-ESP-OAT', 4, '4.20'], ['CUP-220-OAT', 2, '14.00'], ['JUG-350', 2, '32.00'], ['APR-INK', 1, '42.00'], ['BRD-ASH', 2, '34.90'], ['Barista training, two days', '960.00'], ['Postage', '23.55']]],
  ['10466', '2026-11-09T13:27:00Z', [['APR-INK', 2, '42.00'], ['KTL-1L', 1, '171.00'], ['Embroidery', '63.00']]],
  ['10388', '2026-10-21T09:15:00Z', [['JUG-350', 1, '32.00'], ['JUG-1500-OAT', 2, '129.00'], ['KTL-1L', 1, '171.00'], ['Insured courier', '55.00']]],
  ['10350', '2026-10-03T17:50:00Z', [['KNK-BCH', 1, '47.00'], ['Same-day courier', '27.50']]],
  ['10301', '2026-09-14T11:04:00Z', [['FLT-04-100', 4, '4.20'], ['COF-HB-1K', 2, '14.40'], ['KNK-BCH', 1, '47.00'], ['SRV-800', 1, '60.40'], ['Espresso machine hire, quarter', '240.00'], ['Grinder service', '240.00'], ['Postage', '7.00']]],
  ['10277', '2026-08-30T14:36:00Z', [['BUR-64', 1, '89.00'], ['COF-HB-1K', 2, '14.40'], ['Grinder service', '115.00']]],
  ['10240', '2026-08-11T07:19:00Z', [['COF-HB-1K', 4, '14.40'], ['BUR-64', 1, '89.00'], ['Espresso machine hire, quarter', '240.00'], ['Postage', '12.00']]],
];

/** The promotional discounts on lines of the latest orders. */
export const latestDiscounts: Readonly<Record<string, string>> = { '10240 BUR-64': '11.45' };

/** Units of one product, sold at one price in a number of earlier orders, oldest groups first. */
export type SaleGroup = readonly [orders: number, units: number, price: string, discount?: string];

/** The sale groups of the earlier orders, and the total fees for all sales of the product; `null`: unknown. */
// prettier-ignore
export const earlier: Readonly<Record<string, { readonly groups: readonly SaleGroup[]; readonly fees: string | null }>> = {
  'CUP-220-OAT': { groups: [[3, 49, '13.40'], [1, 32, '12.8875', '51.55'], [2, 60, '12.80', '96.00'], [11, 266, '14.00']], fees: '168.93' },
  'COF-HB-1K': { groups: [[8, 98, '14.00'], [3, 50, '12.80', '80.00'], [11, 140, '14.40']], fees: '125.16' },
  'GRD-64': { groups: [[1, 2, '1090.00']], fees: '65.40' },
  'SAU-ESP-OAT': { groups: [[5, 112, '3.90'], [3, 106, '3.80', '50.35'], [8, 158, '4.20']], fees: '45.60' },
  'JUG-350': { groups: [[5, 17, '32.00']], fees: '21.12' },
  'FLT-04-100': { groups: [[5, 26, '4.00'], [4, 30, '3.28', '12.30'], [11, 104, '4.20']], fees: '19.68' },
  'APR-INK': { groups: [[1, 3, '42.00'], [1, 6, '42.00', '63.00']], fees: null },
  'KNK-BCH': { groups: [[2, 2, '47.00']], fees: '4.23' },
  'KTL-1L': { groups: [], fees: '9.56' },
  'ESP-90-INK': { groups: [[4, 35, '7.50']], fees: '5.85' },
  'THM-MLK': { groups: [[3, 12, '13.50']], fees: '2.70' },
  'BUR-64': { groups: [], fees: '3.56' },
  'TWL-INK': { groups: [[4, 12, '11.50']], fees: '2.76' },
  'PPR-227-50': { groups: [[4, 14, '9.80']], fees: '2.74' },
  'COF-DC-250': { groups: [[6, 24, '10.45']], fees: '5.60' },
  'JUG-1500-OAT': { groups: [], fees: '2.58' },
  'BWL-SGR-OAT': { groups: [[2, 7, '18.00', '18.90']], fees: '2.52' },
  'SAU-150-INK': { groups: [[2, 20, '6.20', '18.60']], fees: '2.48' },
  'SRV-800': { groups: [[1, 1, '60.40']], fees: '2.42' },
  'CLN-100': { groups: [[5, 5, '24.00']], fees: '2.40' },
  'SPN-TEA': { groups: [[3, 48, '2.40']], fees: '2.30' },
  'TMP-58-WAL': { groups: [[2, 3, '57.00']], fees: '2.28' },
  'BRD-ASH': { groups: [[1, 2, '34.90']], fees: '2.09' },
};

/** The number and time of each earlier order, oldest first. */
export const earlierOrders: readonly (readonly [number: string, placedAt: string])[] = [
  ...Array.from({ length: 37 }, (_, index): [string, string] => [
    String(3127 + index * 187),
    instant(Date.parse('2019-03-20T10:12:00Z') + index * 72 * day + (index % 7) * 4_980_000),
  ]),
  ['10119', '2026-06-30T07:47:00Z'],
  ['10196', '2026-07-21T14:05:00Z'],
];

/** Discounts on whole orders, by the index of the earlier order. */
export const earlierCharges: Readonly<Record<number, Entry>> = {
  2: ['Equipment discount', '-1200.00'],
  13: ['Trade rebate', '-245.25'],
  22: ['Trade rebate', '-245.00'],
  32: ['Trade rebate', '-245.00'],
};

/** The returns: number, time, product, units, reason and refunds. */
// prettier-ignore
export const returns: readonly (readonly [number: string, placedAt: string, sku: string, units: number, reason: string, refunds: readonly (readonly [method: string, amount: string])[]])[] = [
  ['R-2041', '2026-11-02T09:30:00Z', 'JUG-1500-OAT', 1, 'Chip on the rim', [['Visa', '129.00']]],
  ['R-1987', '2026-06-02T13:20:00Z', 'THM-MLK', 2, 'Reads 4 °C too warm', [['Store credit', '18.00'], ['Visa', '9.00']]],
  ['R-1603', '2023-08-03T11:45:00Z', 'BRD-ASH', 1, 'Split along the grain', [['Visa', '34.90']]],
  ['R-1577', '2023-05-22T15:10:00Z', 'TMP-58-WAL', 1, 'Ordered one too many', [['Visa', '57.00']]],
  ['R-1401', '2022-10-24T09:05:00Z', 'SRV-800', 1, 'Arrived broken', [['Visa', '60.40']]],
];
