// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CustomerTrends } from './customer-trends.ts';

define(CustomerTrends);

/** Adds the types of the tag. */
export type { CustomerTrends } from './customer-trends.ts';
