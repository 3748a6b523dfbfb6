import type { Translation } from '../message.ts';
import type { crossSellTable as english } from '../en/cross-sell-table.ts';

export const crossSellTable: Translation<typeof english> = {
  heading: 'Produk yang dibeli',
};
