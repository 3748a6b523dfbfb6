import * as v from 'valibot';
import { Id, ShortText, boundedList } from './bounds.ts';
import { addressLengths, maxLines } from './lengths.ts';
import { field } from './field.ts';
import { trimmed } from './visible.ts';

/** A postal address. The country decides which members are used, and in which order they are written. */
export const Address = v.object({
  id: v.optional(Id),
  name: v.optional(v.nullable(ShortText)),
  company: v.optional(v.nullable(ShortText)),
  lines: boundedList(ShortText),
  city: v.optional(v.nullable(ShortText)),
  region: v.optional(v.nullable(ShortText)),
  postalCode: v.optional(v.nullable(ShortText)),
  /** ISO 3166-1 alpha-2, or the platform's own name if the country has no code. */
  country: v.optional(v.nullable(ShortText)),
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
  address: field(Address),
  /** The name that the address book gives the address: Home, Warehouse. */
  label: v.optional(v.nullable(ShortText)),
  /** The uses that this address is the default for. */
  defaultFor: v.optional(boundedList(v.picklist(addressUses)), []),
});
export type BookAddress = v.InferOutput<typeof BookAddress>;

const text = (length: number) => v.nullish(v.pipe(v.string(), v.transform(trimmed), v.maxLength(length)));

/** The values of a new or changed address. */
export const AddressInput = v.object({
  /** The label of the address. Only a port with `hasLabels` takes it. */
  label: text(addressLengths.label),
  name: text(addressLengths.name),
  company: text(addressLengths.company),
  /** No line may be empty. */
  lines: v.pipe(
    v.array(v.pipe(v.string(), v.transform(trimmed), v.minLength(1), v.maxLength(addressLengths.lines))),
    v.minLength(1),
    v.maxLength(maxLines),
  ),
  city: text(addressLengths.city),
  region: text(addressLengths.region),
  postalCode: text(addressLengths.postalCode),
  country: text(addressLengths.country),
  phone: text(addressLengths.phone),
});
export type AddressInput = v.InferOutput<typeof AddressInput>;

/** The use that an address becomes the default for. */
export const DefaultInput = v.object({ use: v.picklist(addressUses) });
export type DefaultInput = v.InferOutput<typeof DefaultInput>;
