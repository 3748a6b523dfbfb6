// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { ResellerDetails } from './reseller-details.ts';

define(ResellerDetails);

/** Adds the types of the tag. */
export type { ResellerDetails } from './reseller-details.ts';
