// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CustomerStatsPanel } from './customer-stats.ts';

define(CustomerStatsPanel);

/** Adds the types of the tag. */
export type { CustomerStatsPanel } from './customer-stats.ts';
