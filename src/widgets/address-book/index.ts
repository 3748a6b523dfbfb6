export { AddressBook } from './address-book.ts';
