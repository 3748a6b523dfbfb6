import * as v from 'valibot';
import { displayPlaces } from './amounts.ts';
import { Id, LongText, ShortText, several } from './bounds.ts';
import { Coded } from './coded.ts';
import { longestDescription, longestReference } from './lengths.ts';
import { StoredValue } from './money.ts';
import { Actor } from './operator.ts';
import { Day, Instant, TimeZone } from './time.ts';
import { trimmed } from './visible.ts';

/** Codes of an account's kind. */
export const accountKinds = ['store-credit', 'points', 'gift-card', 'deposit'] as const;

/** One balance that a customer has, in one currency or unit. */
export const CreditAccount = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  kind: Coded,
  balance: StoredValue,
  /** How many decimals an adjustment may have. Absent: those of the currency; in a unit, those the balance is written with. */
  fractionDigits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  /** What lapses next, and when. `null`: nothing does. */
  lapsing: v.optional(v.nullable(v.object({ amount: StoredValue, at: Instant }))),
  /** Whether an adjustment may take away. Absent: it may not. To take an entry back is no such thing. */
  allowDebit: v.optional(v.boolean()),
  /** Whether what is added can be given a last day. Absent: it cannot. */
  allowExpiry: v.optional(v.boolean()),
  /** What tells it from others of its kind: the last figures of a gift card. */
  label: v.optional(v.nullable(ShortText)),
  /** The reasons of which an adjustment gives one. Absent or empty: the platform asks for none. */
  reasons: v.optional(several(Coded)),
});
export type CreditAccount = v.InferOutput<typeof CreditAccount>;

/** How many decimals an amount has at the most that moves an account's balance. */
export const fractionDigitsOf = ({ balance, fractionDigits }: CreditAccount): number =>
  fractionDigits ?? displayPlaces(balance);

/** Codes of what an entry is. */
export const entryKinds = ['adjustment', 'spent', 'refund', 'lapsed', 'gift-card', 'reversal'] as const;

/** One line of an account's ledger: never changed, never deleted, only reversed by another. */
export const CreditEntry = v.object({
  id: Id,
  customerId: Id,
  accountId: Id,
  kind: Coded,
  /** Above zero it favours the customer. */
  amount: StoredValue,
  balanceAfter: v.optional(StoredValue),
  at: Instant,
  actor: v.optional(v.nullable(Actor)),
  reference: v.optional(v.nullable(ShortText)),
  description: v.optional(v.nullable(LongText)),
  /** One of the account's `reasons`. */
  reason: v.optional(v.nullable(Coded)),
  /** When what is left of it lapses. `null`: it does not. */
  expiresAt: v.optional(v.nullable(Instant)),
  /** The entry that this one takes back, and the one that took this one back. */
  reverses: v.optional(v.nullable(Id)),
  reversedBy: v.optional(v.nullable(Id)),
  /** Whether `credit.adjust` may take it back. Absent: it may not. */
  reversible: v.optional(v.boolean()),
});
export type CreditEntry = v.InferOutput<typeof CreditEntry>;

/** No sum of such amounts outgrows what a balance may be. */
const isAdjustable = ({ value }: StoredValue): boolean => /^-?\d{1,30}(\.|$)/.test(value);

/** What is asked for. The currency or unit of the amount is the account's. */
export const CreditAdjustment = v.object({
  accountId: Id,
  /** Signed: below zero takes away. At most 30 digits before the point. */
  amount: v.pipe(StoredValue, v.check(isAdjustable, 'an amount of at most 30 digits')),
  description: v.pipe(v.string(), v.transform(trimmed), v.minLength(1), v.maxLength(longestDescription)),
  reference: v.optional(v.pipe(v.string(), v.maxLength(longestReference))),
  /** The code of one of the account's `reasons`. */
  reason: v.optional(ShortText),
  /** The last day on which what is added can be spent, where the account allows one. */
  expiresOn: v.optional(Day),
  /** In which zone that day ends. Absent: as the platform reckons days. */
  timeZone: v.optional(TimeZone),
  /** The entry of this account that is taken back: `amount` is its opposite. */
  reverses: v.optional(Id),
});
export type CreditAdjustment = v.InferOutput<typeof CreditAdjustment>;

/** What an adjustment made of the account. In a dry run nothing was written, and there is no entry. */
export const CreditOutcome = v.object({
  customerId: Id,
  account: CreditAccount,
  entry: v.optional(CreditEntry),
});
export type CreditOutcome = v.InferOutput<typeof CreditOutcome>;
