import { define } from '../../element/define.ts';
import { CreditBalance } from './credit-balance.ts';

define(CreditBalance);

/** Brings along the types of the tag. */
export type { CreditBalance } from './credit-balance.ts';
