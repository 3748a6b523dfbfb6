import * as v from 'valibot';
import { Id, ShortText } from './bounds.ts';
import { Coded, field } from './field.ts';
import { Instant } from './time.ts';

/** The codes of a card's brand. */
export const cardBrands = [
  /** American Express */
  'amex',
  /** Cartes Bancaires */
  'cartes-bancaires',
  /** Diners Club */
  'diners',
  /** Discover */
  'discover',
  /** eftpos Australia */
  'eftpos',
  /** JCB */
  'jcb',
  /** Maestro */
  'maestro',
  /** Mastercard */
  'mastercard',
  /** UnionPay */
  'unionpay',
  /** Visa */
  'visa',
] as const;

/** Digits of any script, with up to three signs or spaces between them. */
const digits = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){12,}/u;

/** Returns whether a text could contain the number of a payment card: 13 digits or more, in groups or not. */
export const hasCardNumber = (text: string): boolean => digits.test(text);

/** The digits of an id that could be a card number: they stand alone, so that hexadecimal ids do not match. */
const idDigits = /(?<![\p{L}\p{Nd}])[2-6]\d{12,18}(?![\p{L}\p{Nd}])/gu;

/**
 * Returns whether an id contains the number of a payment card. Ids may well be long numbers, so this tests what
 * distinguishes a card number: its first digit and its check digit.
 */
export const isCardNumberId = (id: string): boolean => (id.match(idDigits) ?? []).some(hasCheckDigit);

/** Returns whether the last digit is the check digit of the others (Luhn). */
function hasCheckDigit(number: string): boolean {
  const sum = Array.from(number, Number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = digit * (index % 2 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** The members that are ids or times, in which long numbers are no card numbers. */
const idMembers = ['id', 'version', 'addedAt'];

/**
 * Returns the path of a member with the number of a payment card, also of a member that the schema does not have. The id
 * of the customer, which is the one that was asked for, is not tested.
 */
export function cardNumberIn(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  for (const [name, value] of Object.entries(record)) {
    if (name === 'customerId') continue;
    const isFound = idMembers.includes(name) ? isCardNumberId : hasCardNumber;
    if (hasCardNumber(name) || textsIn(value).some(isFound)) return name;
  }
  return undefined;
}

/** Returns all texts and numbers in a value, as text, with the names of members. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member, depth + 1)]);
}

const members = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** Known codes: `cardBrands`. Absent: unknown. */
  brand: v.optional(Coded),
  /** The last four digits of the number, and no others. */
  lastFour: v.pipe(v.string(), v.regex(/^[0-9]{4}$/, 'four digits')),
  /** The last month in which the card is valid: `2027-04`. Absent: unknown. `null`: it does not expire. */
  expires: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM')))),
  /** The name on the card. */
  holder: v.optional(v.nullable(field(ShortText))),
  /** The name that the customer or the team gave the card. Absent or `null`: none. */
  label: v.optional(v.nullable(ShortText)),
  /** `true` if the shop charges this card unless another one is named. */
  isDefault: v.optional(v.boolean()),
  /** The time when the card was saved. Absent: unknown. */
  addedAt: v.optional(Instant),
});

/**
 * A payment card that a customer has saved with the payment processor. The library takes, keeps and shows no card number:
 * a record is malformed if one of its members, also one that is not named here, has 13 digits or more, in groups or not.
 * The `id` and the `version` may be long numbers, but not ones that pass for a card number. Cards are added on a page of
 * the processor, which the host links to.
 */
export const PaymentCard: typeof members = {
  ...members,
  '~run'(dataset, config) {
    const name = cardNumberIn(dataset.value);
    const result = members['~run'](dataset, config);
    if (name === undefined) return result;
    // The issue names the member without its value. If the name itself is a card number, it names nothing.
    const path = hasCardNumber(name) ? undefined : pathTo(name);
    v._addIssue(this, 'card', result, config, { input: undefined, received: 'a card number', ...(path && { path }) });
    return result;
  },
};
export type PaymentCard = v.InferOutput<typeof members>;

const pathTo = (key: string): [v.ObjectPathItem] => [
  { type: 'object', origin: 'value', input: {}, key, value: undefined },
];

/** Returns whether a card has expired on a day: it is valid until the last day of its month. */
export const isCardExpired = ({ expires }: Pick<PaymentCard, 'expires'>, today: string): boolean =>
  Boolean(expires && expires < today.slice(0, 7));
