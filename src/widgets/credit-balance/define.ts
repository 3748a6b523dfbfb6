// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CreditBalance } from './credit-balance.ts';

define(CreditBalance);

/** Adds the types of the tag. */
export type { CreditBalance } from './credit-balance.ts';
