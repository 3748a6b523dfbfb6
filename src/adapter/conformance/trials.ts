import type { Adapter } from '../adapter.ts';
import { methodOf } from '../call-operation.ts';
import type { Trial } from './trial.ts';
import { addressTrials } from './trials/addresses.ts';
import { creditTrials, couponTrials } from './trials/credit.ts';
import { customerTrials } from './trials/customers.ts';
import { noteTrials } from './trials/notes.ts';
import { subscriptionTrials } from './trials/subscriptions.ts';

/** The trials of each port's writes. */
const all = [customerTrials, addressTrials, noteTrials, creditTrials, couponTrials, subscriptionTrials];

/** Returns the trials of the writes that an adapter has. */
export const trialsOf = (adapter: Adapter, customerId: string): readonly Trial[] =>
  all.flatMap((make) => make(adapter, customerId)).filter(({ name }) => methodOf(adapter, name));
