// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { TopCustomers } from './top-customers.ts';

define(TopCustomers);

/** Adds the types of the tag. */
export type { TopCustomers } from './top-customers.ts';
