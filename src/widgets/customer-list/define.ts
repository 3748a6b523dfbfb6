// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CustomerList } from './customer-list.ts';

define(CustomerList);

/** Adds the types of the tag. */
export type { CustomerList } from './customer-list.ts';
