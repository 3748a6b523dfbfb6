// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { PaymentCards } from './payment-cards.ts';

define(PaymentCards);

/** Adds the types of the tag. */
export type { PaymentCards } from './payment-cards.ts';
