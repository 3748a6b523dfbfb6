import { define } from '../../element/define.ts';
import { AddressBook } from './address-book.ts';

define(AddressBook);
