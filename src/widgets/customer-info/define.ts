// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CustomerInfo } from './customer-info.ts';

define(CustomerInfo);

/** Adds the types of the tag. */
export type { CustomerInfo } from './customer-info.ts';
