import { define } from '../element/define.ts';
import { CustomerSearch } from './customer-search.ts';

define(CustomerSearch);

/** Re-exports the types of the tag. */
export type { CustomerSearch } from './customer-search.ts';
