// A working day of an operator in a real browser with the reference server, through all features of the widgets. Each
// test opens the customer's page anew, with the data that earlier tests have left.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as addresses from './journey/addresses.ts';
import * as credit from './journey/credit.ts';
import * as customer from './journey/customer.ts';
import { Environment } from './journey/environment.ts';
import * as keeping from './journey/keeping.ts';
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

test('sign-in: it is asked who one is, and a wrong password is refused', () => signingIn.refusesWrongPassword(dana));
test('all six widgets show the customer', () => signingIn.showsTheCustomerInAllWidgets(dana));
test('who may only read is told so, and sees masked data', () => signingIn.tellsWhoMayOnlyRead(priya));

test('customer: login, recovery e-mail, business accounts, exemption and verification are changed', () =>
  customer.changesData(dana));
test('customer: the exemption is taken away', () => customer.takesTheExemptionAway(dana));
test('customer: what two changed at once stands side by side', () =>
  customer.showsWhatAnotherHasChangedMeanwhile(dana, tom));
test('customer: the password is changed, and stands in no address, storage or document', () =>
  customer.changesThePassword(dana));
test('customer: a masked datum is revealed for a reason, and masked again', () => customer.revealsForAReason(dana));

test('addresses: one is added in the form of another country', () => addresses.addsAnAddressElsewhere(dana));
test('addresses: another default for billing is chosen in the head of the page', () =>
  addresses.choosesAnotherDefaultInTheHead(dana));
test('addresses: several are deleted at once', () => addresses.deletesSeveral(dana));

test('notes: one is written with the keyboard alone', () => notes.writesWithTheKeyboard(dana));
test('notes: one is pinned, and the pin taken off', () => notes.pinsAndTakesThePinOff(dana));
test('notes: words are sought in all of them', () => notes.seeks(dana));
test('notes: one is changed, and its history says how', () => notes.changesAndLooksAtTheHistory(dana));
test('notes: one is deleted, and the deletion taken back', () => notes.deletesAndTakesItBack(dana));
test('notes: a second operator\u2019s note arrives while one types', () =>
  notes.seesAnothersNoteWhileTyping(dana, tom));
test('notes: what two changed at once stands side by side', () => notes.settlesAConflict(dana, tom));

test('orders: those of some days are listed', () => orders.narrowsByDays(dana));
test('orders: they are filtered by what became of them', () => orders.filtersBySeveralAxes(dana));
test('orders: a product is sought in them', () => orders.seeksAProductInOrders(dana));
test('orders: archived ones are listed where that is asked', () => orders.listsArchivedOrdersWhereAsked(dana));
test('orders: another palette tells statuses in other colours, and a legend explains them', () =>
  orders.tellsStatusesInAnotherPalette(dana));
test('orders: those of some days are added up', () => orders.addsUpARange(dana));
test('orders: one is opened, and what came back of it with its refunds', () =>
  orders.opensAnOrderWithRefundsAndTracking(dana));
test('orders: the parcel is followed in a page that learns nothing', () => orders.opensTheTrackingSafely(dana));
test('orders: all of them as a file, to the penny what the server says', () => orders.exportsAllOrders(dana));
test('orders: a new one is asked for', () => orders.asksForANewOrder(dana));

test('products: they are sought by name', () => products.seeks(dana));
test('products: all of them are sorted by the server', () => products.sorts(dana));
test('products: columns are taken away and moved', () => products.choosesColumns(dana));
test('products: those of some days are listed', () => products.narrowsByDays(dana));
test('products: a file adds up to the row of totals exactly', () => products.exportsWhatAddsUpToTheTotals(dana));

test('credit: some is given in two steps, for a reason', () => credit.givesCreditForAReason(dana));
test('credit: an entry is taken back by another, and both stay', () => credit.takesAnEntryBack(dana));
test('credit: a coupon is issued and revoked', () => credit.issuesAndRevokesACoupon(dana));
test('credit: the ledger as a file adds up to the balance', () => credit.exportsTheLedger(dana));

test('what was typed for one customer is there on return from another', () =>
  keeping.keepsWhatWasTypedForEachCustomer(dana));
test('a session that ends while a note is on its way loses nothing', () =>
  keeping.losesNothingWhenSignedOutInTheMiddle(dana));
test('credit whose answer was lost is given once', () => keeping.settlesMoneyWhoseAnswerWasLost(dana));

test('the store keeps who saw what and why, and no password', () => store.keepsReasonsAndNoPassword(environment));
test('after a restart everything is there, and the operator still signed in', () =>
  store.showsTheSameAfterARestart(dana));
test('the day leaves no error behind', () => assert.deepEqual(environment.problems, []));
