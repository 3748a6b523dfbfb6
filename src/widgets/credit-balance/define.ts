import { define } from '../../element/define.ts';
import { CreditBalance } from './credit-balance.ts';

define(CreditBalance);
