import type { PriceGroup } from '../../../domain/price-group.ts';
import { ingridId } from './ingrid-account.ts';

/** A price group of the shop, without its customers. */
export type ShopPriceGroup = Pick<PriceGroup, 'id' | 'name' | 'priority' | 'discount'>;

export const priceGroups: readonly ShopPriceGroup[] = [
  { id: 'pg-contract', name: 'Contract prices 2026', priority: 1, discount: 'Own price list' },
  { id: 'pg-wholesale', name: 'Wholesale, cafés', priority: 2, discount: '14 % off the list price' },
  { id: 'pg-coffee', name: 'Coffee by the pallet', priority: 3, discount: '80 pence off each kilogram' },
  { id: 'pg-gold', name: 'Gold level', priority: 4, discount: '5 % off' },
  { id: 'pg-seconds', name: 'Seconds', priority: 5, discount: '30 % off seconds of the kiln' },
  { id: 'pg-trade-fair', name: 'Trade fair', priority: 6, discount: 'Free delivery' },
  { id: 'pg-schools', name: 'Schools and workshops', priority: 7, discount: '10 % off clay' },
  { id: 'pg-staff', name: 'Staff', priority: 8, discount: '25 % off' },
  { id: 'pg-news', name: 'News by letter', priority: 9, discount: null },
];

/** Returns the ids of the groups that a customer of the new shop is in. */
export function firstGroupsOf(customerId: string): readonly string[] {
  if (customerId === ingridId) return ['pg-contract', 'pg-wholesale', 'pg-coffee', 'pg-gold', 'pg-seconds'];
  const serial = Number(customerId.slice(2));
  return serial < 20_900 ? [] : priceGroups.filter((_, index) => serial % (index + 5) === 0).map(({ id }) => id);
}

/** Returns the version of a customer's groups: another for other groups. */
export const groupsVersion = (ids: readonly string[]): string => ids.toSorted().join('.') || 'none';
