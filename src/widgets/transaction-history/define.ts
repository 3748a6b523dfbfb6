// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { TransactionHistory } from './transaction-history.ts';

define(TransactionHistory);

/** Adds the types of the tag. */
export type { TransactionHistory } from './transaction-history.ts';
