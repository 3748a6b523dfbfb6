import type { Address } from './address.ts';
import { revealable, type RevealInput } from './customer-change.ts';
import type { Customer, Phone } from './customer.ts';
import { isWithheld, type Field, type Withheld } from './field.ts';
import type { OrderDetail } from './order-detail.ts';

type Member = (typeof revealable)[number];

/**
 * The members of a customer that identify the person. They are masked for operators without permission. Names are kept,
 * so that people can talk about the customer.
 */
export const personalFields: readonly Member[] = [
  'email',
  'phones',
  'login',
  'recoveryEmail',
  'defaultBilling',
  'defaultShipping',
];

const custom = 'customFields.';

/** Returns one key for members of the record and for custom fields, so that both can be in one list. */
export const fieldKey = (what: RevealInput): string => ('field' in what ? what.field : custom + what.customField);

/** Parses a key that `fieldKey` returned. */
export const parseFieldKey = (key: string): RevealInput => {
  const field = revealable.find((member) => member === key);
  return field ? { field } : { customField: key.slice(custom.length) };
};

/**
 * Returns the customer with these fields (by `fieldKey`) masked, so that they can be revealed. Fields that are absent,
 * `null` or withheld are not changed.
 */
export function masked(customer: Customer, keys: Iterable<string>): Customer {
  const hidden = new Set(keys);
  if (!hidden.size) return customer;
  const members = revealable.filter((member) => hidden.has(member) && isWhole(customer[member]));
  const { customFields } = customer;
  return {
    ...customer,
    ...Object.fromEntries(members.map((member) => [member, withheldAs(masks[member](customer[member] as never))])),
    ...(customFields && {
      customFields: customFields.map((field) =>
        hidden.has(fieldKey({ customField: field.id })) && isWhole(field.value)
          ? { ...field, value: withheldAs(maskText(String(field.value))) }
          : field,
      ),
    }),
  };
}

/** Returns `true` if a customer's addresses are masked, given the keys of all masked fields. */
export const areAddressesMasked = (keys: readonly string[]): boolean =>
  keys.includes('defaultBilling') || keys.includes('defaultShipping');

/** Masks an address except its city. */
export const maskedAddress = (address: Address): Withheld => withheldAs(maskAddress(address));

/** Returns an order with its addresses masked. `customers.reveal` cannot return them. */
export function maskedOrder(order: OrderDetail): OrderDetail {
  const mask = (address: OrderDetail['shippingAddress']) =>
    isWhole(address) ? ({ withheld: 'masked', display: maskAddress(address) } as const) : address;
  const { shippingAddress, billingAddress } = order;
  return { ...order, shippingAddress: mask(shippingAddress), billingAddress: mask(billingAddress) };
}

/** Returns the unmasked value of a field, or `undefined` if there is none or it is withheld. */
export function unmaskedValue(customer: Customer, what: RevealInput) {
  const value =
    'field' in what ? customer[what.field] : customer.customFields?.find(({ id }) => id === what.customField)?.value;
  return isWhole(value) ? value : undefined;
}

const dots = '•••••';

const isWhole = <T>(value: Field<T> | null | undefined): value is T =>
  value !== undefined && value !== null && !isWithheld(value) && !(Array.isArray(value) && !value.length);

const withheldAs = (display: string): Withheld => ({ withheld: 'masked', display, revealable: true });

const maskText = (text: string): string => (/^./su.exec(text)?.[0] ?? '') + dots;

/** Keeps the first character and the domain: `i•••••@shop.example`. */
const maskEmail = (text: string): string => maskText(text) + (/@[^@]*$/.exec(text)?.[0] ?? '');

const maskPhones = ([phone]: readonly Phone[]): string =>
  `${dots} ${phone?.number.replace(/\D/g, '').slice(-3) ?? ''}`.trim();

const maskAddress = ({ city }: Address): string => [dots, city].filter(Boolean).join(', ');

const masks: { readonly [M in Member]: (whole: Exclude<Customer[M], Withheld | null | undefined>) => string } = {
  name: maskText,
  firstName: maskText,
  lastName: maskText,
  email: maskEmail,
  company: maskText,
  phones: maskPhones,
  login: maskText,
  recoveryEmail: maskEmail,
  defaultBilling: maskAddress,
  defaultShipping: maskAddress,
};

/** Returns an earlier value of a member, masked like the current one. It cannot be revealed. */
export function maskedText(member: string, text: string): Withheld {
  const mask = member === 'phones' ? () => maskPhones([{ number: text }]) : isEmail(member) ? maskEmail : maskText;
  return { withheld: 'masked', display: mask(text) };
}

const isEmail = (member: string): boolean => member === 'email' || member === 'recoveryEmail';
