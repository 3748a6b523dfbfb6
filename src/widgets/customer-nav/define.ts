// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CustomerNav } from './customer-nav.ts';

define(CustomerNav);

/** Adds the types of the tag. */
export type { CustomerNav } from './customer-nav.ts';
