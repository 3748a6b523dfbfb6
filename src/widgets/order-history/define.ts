// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { OrderHistory } from './order-history.ts';

define(OrderHistory);

/** Adds the types of the tag. */
export type { OrderHistory } from './order-history.ts';
