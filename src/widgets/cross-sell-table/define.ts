// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CrossSellTable } from './cross-sell-table.ts';

define(CrossSellTable);

/** Adds the types of the tag. */
export type { CrossSellTable } from './cross-sell-table.ts';
