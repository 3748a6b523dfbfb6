// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CartItems } from './cart-items.ts';

define(CartItems);

/** Adds the types of the tag. */
export type { CartItems } from './cart-items.ts';
