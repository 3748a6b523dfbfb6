// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { WishlistItems } from './wishlist-items.ts';

define(WishlistItems);

/** Adds the types of the tag. */
export type { WishlistItems } from './wishlist-items.ts';
