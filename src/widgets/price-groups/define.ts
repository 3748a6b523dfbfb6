// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { PriceGroups } from './price-groups.ts';

define(PriceGroups);

/** Adds the types of the tag. */
export type { PriceGroups } from './price-groups.ts';
