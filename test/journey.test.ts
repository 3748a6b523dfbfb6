// A working day of an operator in a real browser with the reference server, through all features of the widgets. Each
// test opens the customer's page anew, with the data that earlier tests have left.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as addresses from './journey/addresses.ts';
import * as credit from './journey/credit.ts';
import * as customer from './journey/customer.ts';
import * as customers from './journey/customers.ts';
import { Environment } from './journey/environment.ts';
import * as recovery from './journey/recovery.ts';
import * as notes from './journey/notes.ts';
import { Operator } from './journey/operator.ts';
import * as orders from './journey/orders.ts';
import * as products from './journey/products.ts';
import * as signingIn from './journey/signing-in.ts';
import * as store from './journey/store.ts';

let environment: Environment;
/** A manager, an agent, and a viewer who may only read. */
let dana: Operator;
let tom: Operator;
let priya: Operator;

before(async () => {
  environment = await Environment.open();
  dana = await Operator.create(environment, 'dana');
  tom = await Operator.create(environment, 'tom');
  priya = await Operator.create(environment, 'priya');
});
after(() => environment.close());

test('sign-in: the page asks for it, and rejects a wrong password', () => signingIn.rejectsWrongPassword(dana));
test('sign-out: the back button shows nothing of the customer', () => signingIn.showsNothingAfterSignOut(dana));
test('all six widgets show the customer', () => signingIn.showsAllWidgets(dana));
test('a viewer sees masked data and why writes are disabled', () => signingIn.showsViewerPermissions(priya));

test('customers: a filtered list leads to a customer, the next one, and back', () => customers.walksThroughList(dana));
test('customers: many pages are opened one after the other', () => customers.opensManyPages(dana));

test('customer: phone, login, business accounts, exemption and verification are changed', () =>
  customer.changesCustomer(dana));
test('customer: the exemption is removed', () => customer.removesExemption(dana));
test('customer: conflicting changes are shown side by side', () => customer.showsCustomerConflict(dana, tom));
test('customer: the password is changed, and appears in no address, storage or document', () =>
  customer.changesPassword(dana));
test('customer: a masked value is revealed for a reason, and masked again', () => customer.revealsWithReason(dana));

test('addresses: one is added in the form of another country', () => addresses.addsAForeignAddress(dana));
test('addresses: another billing default is chosen in the page header', () => addresses.choosesDefaultAddress(dana));
test('addresses: several are deleted at once', () => addresses.deletesSeveralAddresses(dana));

test('notes: one is written with the keyboard alone', () => notes.writesByKeyboard(dana));
test('notes: one is pinned and unpinned', () => notes.pinsAndUnpins(dana));
test('notes: a search covers all of them', () => notes.searchesAllNotes(dana));
test('notes: one is changed, and its history shows how', () => notes.editsAndShowsHistory(dana));
test('notes: one is deleted and restored', () => notes.deletesAndRestores(dana));
test('notes: a second operator’s note arrives while one types', () => notes.receivesNoteWhileTyping(dana, tom));
test('notes: conflicting changes are shown side by side', () => notes.resolvesNoteConflict(dana, tom));

test('orders: a range of days is listed', () => orders.narrowsByDays(dana));
test('orders: they are filtered by status', () => orders.filtersBySeveralAxes(dana));
test('orders: a product is found in them', () => orders.findsProductInOrders(dana));
test('orders: archived ones are listed on request', () => orders.listsArchivedOrders(dana));
test('orders: another palette changes the colors of statuses, and a legend explains them', () =>
  orders.showsAnotherPalette(dana));
test('orders: a range of days is totaled', () => orders.totalsRange(dana));
test('orders: one is opened, with its returns and refunds', () => orders.opensOrderDetails(dana));
test('orders: a parcel link opens a page that receives no referrer', () => orders.opensTrackingSafely(dana));
test('orders: the exported file matches the server to the penny', () => orders.exportsAllOrders(dana));
test('orders: a new one is requested from the host', () => orders.requestsNewOrder(dana));

test('products: they are found by name', () => products.searchesByName(dana));
test('products: all of them are sorted by the server', () => products.sorts(dana));
test('products: columns are hidden and moved', () => products.choosesColumns(dana));
test('products: a range of days is listed', () => products.narrowsByDays(dana));
test('products: the exported file adds up to the totals row exactly', () => products.exportsProducts(dana));

test('credit: some is added in two steps, for a reason', () => credit.addsCreditWithReason(dana));
test('credit: an entry is reversed by another, and both stay', () => credit.reversesEntry(dana));
test('credit: a coupon is issued and revoked', () => credit.issuesAndRevokesCoupon(dana));
test('credit: the exported ledger adds up to the balance', () => credit.exportsLedger(dana));

test('a draft for one customer is restored on return from another', () => recovery.keepsDraftPerCustomer(dana));
test('a session that expires while a note is sent loses nothing', () => recovery.survivesExpiredSession(dana));
test('credit whose answer was lost is added once', () => recovery.resolvesLostAnswer(dana));

test('the database stores who revealed what and why, and no password', () =>
  store.keepsReasonsAndNoPassword(environment));
test('after a restart all data is there, and the operator still signed in', () => store.survivesRestart(dana));
test('no error was reported during the whole run', () => assert.deepEqual(environment.problems, []));
