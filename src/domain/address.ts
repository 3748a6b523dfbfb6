import * as v from 'valibot';
import { Id, ShortText, boundedList, trim } from './bounds.ts';
import { addressLengths, maxLines } from './lengths.ts';
import { field } from './field.ts';

/** A postal address. The country decides which members are used, and in which order they are written. */
export const Address = v.object({
  id: v.optional(Id),
  /** The recipient. */
  name: v.optional(v.nullable(ShortText)),
  /** The company of the recipient. */
  company: v.optional(v.nullable(ShortText)),
  /** Street, house number and what belongs to them, one text for each line. */
  lines: boundedList(ShortText),
  /** The city or town. */
  city: v.optional(v.nullable(ShortText)),
  /** The state, province or other part of the country. */
  region: v.optional(v.nullable(ShortText)),
  /** The postal code, as it is written in the country. */
  postalCode: v.optional(v.nullable(ShortText)),
  /** ISO 3166-1 alpha-2, or the platform's own name if the country has no code. */
  country: v.optional(v.nullable(ShortText)),
  /** A telephone number for the delivery. */
  phone: v.optional(v.nullable(ShortText)),
});
export type Address = v.InferOutput<typeof Address>;

/** The uses that an address can be the default for. */
export const addressUses = ['billing', 'shipping'] as const;
export type AddressUse = (typeof addressUses)[number];

/** An address in a customer's address book. The address itself may be withheld. */
export const BookAddress = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** The address itself. */
  address: field(Address),
  /** The name that the address book gives the address: Home, Warehouse. */
  label: v.optional(v.nullable(ShortText)),
  /** The uses that this address is the default for. */
  defaultFor: v.optional(boundedList(v.picklist(addressUses)), []),
});
export type BookAddress = v.InferOutput<typeof BookAddress>;

const text = (length: number) => v.nullish(v.pipe(v.string(), trim(), v.maxLength(length)));

/** The values of a new or changed address. */
export const AddressInput = v.object({
  /** The label of the address. Only a port with `hasLabels` takes it. */
  label: text(addressLengths.label),
  /** The recipient. Absent or `null`: none, as with every other member. */
  name: text(addressLengths.name),
  /** The company of the recipient. */
  company: text(addressLengths.company),
  /** No line may be empty. */
  lines: v.pipe(
    v.array(v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(addressLengths.lines))),
    v.minLength(1),
    v.maxLength(maxLines),
  ),
  /** The city or town. */
  city: text(addressLengths.city),
  /** The state, province or other part of the country. */
  region: text(addressLengths.region),
  /** The postal code. Its form is not checked. */
  postalCode: text(addressLengths.postalCode),
  /** ISO 3166-1 alpha-2, or a name. A platform that takes codes only rejects a name with `validation`. */
  country: text(addressLengths.country),
  /** A telephone number for the delivery. */
  phone: text(addressLengths.phone),
});
export type AddressInput = v.InferOutput<typeof AddressInput>;

/** The use that an address becomes the default for. */
export const DefaultInput = v.object({
  /** The use. The address that was the default for it no longer is. */
  use: v.picklist(addressUses),
});
export type DefaultInput = v.InferOutput<typeof DefaultInput>;
