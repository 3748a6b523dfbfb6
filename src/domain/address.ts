import * as v from 'valibot';
import { addressLengths, mostLines } from './lengths.ts';
import { field } from './field.ts';

/** A postal address. Which members it has, and in which order they are read, is its country's custom. */
export const Address = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.nullable(v.string())),
  company: v.optional(v.nullable(v.string())),
  lines: v.array(v.string()),
  city: v.optional(v.nullable(v.string())),
  region: v.optional(v.nullable(v.string())),
  postalCode: v.optional(v.nullable(v.string())),
  /** ISO 3166-1 alpha-2, or the platform's own name where it has no code. */
  country: v.optional(v.nullable(v.string())),
  phone: v.optional(v.nullable(v.string())),
});
export type Address = v.InferOutput<typeof Address>;

/** What an address of the customer is taken for where nothing else is chosen. */
export const addressUses = ['billing', 'shipping'] as const;
export type AddressUse = (typeof addressUses)[number];

/** An address in a customer's address book. The address itself may be withheld. */
export const BookAddress = v.object({
  id: v.string(),
  customerId: v.string(),
  version: v.optional(v.string()),
  address: field(Address),
  /** What it is the default for. */
  defaultFor: v.optional(v.array(v.picklist(addressUses)), []),
});
export type BookAddress = v.InferOutput<typeof BookAddress>;

const text = (length: number) => v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(length)));

/** What is written of an address. */
export const AddressInput = v.object({
  name: text(addressLengths.name),
  company: text(addressLengths.company),
  /** None of them empty. */
  lines: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(addressLengths.lines))),
    v.minLength(1),
    v.maxLength(mostLines),
  ),
  city: text(addressLengths.city),
  region: text(addressLengths.region),
  postalCode: text(addressLengths.postalCode),
  country: text(addressLengths.country),
  phone: text(addressLengths.phone),
});
export type AddressInput = v.InferOutput<typeof AddressInput>;

/** Which default an address becomes. */
export const DefaultInput = v.object({ use: v.picklist(addressUses) });
export type DefaultInput = v.InferOutput<typeof DefaultInput>;
