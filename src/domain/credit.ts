import * as v from 'valibot';
import { displayFractionDigits } from './amounts.ts';
import { Id, LongText, ShortText, boundedList, trim } from './bounds.ts';
import { Coded, codeOf } from './field.ts';
import { maxDescriptionLength, maxReferenceLength } from './lengths.ts';
import { Money, Quantity, StoredValue, isMoney } from './money.ts';
import { Actor } from './operator.ts';
import { Day, Instant, TimeZone } from './time.ts';

/** The codes of an account's kind. */
export const accountKinds = [
  /** Money that the customer spends in the shop. */
  'store-credit',
  /** Points of a loyalty program. They are not money. */
  'points',
  /** The balance of one gift card. */
  'gift-card',
  /** Money that the customer paid in advance. */
  'deposit',
] as const;

/** A balance of a customer, in one currency or unit. */
export const CreditAccount = v.object({
  /** Unique among the accounts of all customers. */
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** Known codes: `accountKinds`. */
  kind: Coded,
  /** The current balance. */
  balance: StoredValue,
  /**
   * The maximum number of decimals of an adjustment. Default: those of the currency; for a unit, those of the balance.
   */
  fractionDigits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  /** The amount that expires next, and when. `null`: nothing expires. */
  lapsing: v.optional(v.nullable(v.object({ amount: StoredValue, at: Instant }))),
  /** `true` if an adjustment may debit the account. Default: no. A reversal of an entry is always allowed. */
  allowDebit: v.optional(v.boolean()),
  /** `true` if a credit can have an expiry date. Default: no. */
  allowExpiry: v.optional(v.boolean()),
  /** Distinguishes the account from others of its kind: the last digits of a gift card. */
  label: v.optional(v.nullable(ShortText)),
  /** The reasons that an adjustment must choose from, each a code with a label. Absent or empty: none is required. */
  reasons: v.optional(boundedList(Coded)),
});
export type CreditAccount = v.InferOutput<typeof CreditAccount>;

/** An account that can be opened: its kind, and its currency or unit. The default of the kind is `store-credit`. */
export const CreditOpening = v.union([
  v.object({
    /** Known codes: `accountKinds`. Absent: `store-credit`. */
    kind: v.optional(Coded),
    /** The currency of an account of money. */
    currency: Money.entries.currency,
  }),
  v.object({
    kind: v.optional(Coded),
    /** The unit of an account of points and the like, instead of `currency`. */
    unit: Quantity.entries.unit,
  }),
]);
export type CreditOpening = v.InferOutput<typeof CreditOpening>;

/** Returns the opening that would open an account. */
export const openingOf = ({ kind, balance }: Pick<CreditAccount, 'kind' | 'balance'>): CreditOpening =>
  isMoney(balance) ? { kind, currency: balance.currency } : { kind, unit: balance.unit };

/** Returns the kind of the account that an opening opens. */
export const kindOf = ({ kind = 'store-credit' }: CreditOpening): Coded => kind;

/** `true` if two openings open the same account: of the same kind, in the same currency or unit. */
export const isSameOpening = (a: CreditOpening, b: CreditOpening): boolean => openingKey(a) === openingKey(b);

const openingKey = (opening: CreditOpening): string =>
  JSON.stringify([
    codeOf(kindOf(opening)),
    'currency' in opening ? ['currency', opening.currency] : ['unit', opening.unit],
  ]);

/** Returns the maximum number of decimals of an adjustment of the account. */
export const fractionDigitsOf = ({ balance, fractionDigits }: CreditAccount): number =>
  fractionDigits ?? displayFractionDigits(balance);

/** The codes of an entry's kind. */
export const entryKinds = [
  /** An operator or the platform added or deducted it. */
  'adjustment',
  /** The customer paid with it. */
  'spent',
  /** It came back from an order. */
  'refund',
  /** It expired unspent. */
  'lapsed',
  /** It came from a gift card that the customer redeemed. */
  'gift-card',
  /** It takes another entry back, see `reverses`. */
  'reversal',
] as const;

/** One line of an account's ledger. It is never changed and never deleted, only reversed by another entry. */
export const CreditEntry = v.object({
  id: Id,
  customerId: Id,
  /** The account that the entry belongs to. */
  accountId: Id,
  /** Known codes: `entryKinds`. */
  kind: Coded,
  /** A positive amount is in the customer's favor. */
  amount: StoredValue,
  /** The balance of the account after the entry. */
  balanceAfter: v.optional(StoredValue),
  /** The time of the entry. */
  at: Instant,
  /** Who made the entry. `null`: nobody, such as an expiry. */
  actor: v.optional(v.nullable(Actor)),
  /** A number in another system: an order, a ticket. */
  reference: v.optional(v.nullable(ShortText)),
  /** The explanation that was entered. */
  description: v.optional(v.nullable(LongText)),
  /** One of the account's `reasons`. */
  reason: v.optional(v.nullable(Coded)),
  /** The time when the rest of the amount expires. `null`: it does not expire. */
  expiresAt: v.optional(v.nullable(Instant)),
  /** The id of the entry that this one reverses. `null`: none. */
  reverses: v.optional(v.nullable(Id)),
  /** The id of the entry that reversed this one. `null`: none. */
  reversedBy: v.optional(v.nullable(Id)),
  /** `true` if `credit.adjust` can reverse the entry. Default: no. */
  reversible: v.optional(v.boolean()),
});
export type CreditEntry = v.InferOutput<typeof CreditEntry>;

/** The limit keeps any sum of adjustments within the bounds of a balance. */
const isAdjustable = ({ value }: StoredValue): boolean => /^-?\d{1,30}(\.|$)/.test(value);

/** The values of an adjustment. The currency or unit of the amount is that of the account. */
export const CreditAdjustment = v.object({
  /** The account to adjust. */
  accountId: Id,
  /** Signed: a negative amount debits. At most 30 digits before the decimal point. */
  amount: v.pipe(StoredValue, v.check(isAdjustable, 'an amount of at most 30 digits')),
  /** The explanation in the ledger. */
  description: v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(maxDescriptionLength)),
  /** A number in another system: an order, a ticket. */
  reference: v.optional(v.pipe(v.string(), v.maxLength(maxReferenceLength))),
  /** The code of one of the account's `reasons`. */
  reason: v.optional(ShortText),
  /** The last day on which the credit can be spent, if the account allows an expiry date. */
  expiresOn: v.optional(Day),
  /** The time zone in which that day ends. Default: the platform's. */
  timeZone: v.optional(TimeZone),
  /** The id of an entry of this account to reverse. `amount` must be its opposite. */
  reverses: v.optional(Id),
});
export type CreditAdjustment = v.InferOutput<typeof CreditAdjustment>;

/** The account after an adjustment. After a dry run nothing is written, and there is no entry. */
export const CreditOutcome = v.object({
  customerId: Id,
  /** The account with its new balance and version. */
  account: CreditAccount,
  /** The new entry of the ledger. Absent after a dry run. */
  entry: v.optional(CreditEntry),
});
export type CreditOutcome = v.InferOutput<typeof CreditOutcome>;
