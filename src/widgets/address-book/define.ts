// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { AddressBook } from './address-book.ts';

define(AddressBook);

/** Adds the types of the tag. */
export type { AddressBook } from './address-book.ts';
