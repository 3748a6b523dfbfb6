import * as v from 'valibot';
import { exportFields, exportStates } from '../../domain/customer-export.ts';
import { couponStatuses } from '../../domain/coupon.ts';
import { accountKinds, entryKinds } from '../../domain/credit.ts';
import { verificationCodes } from '../../domain/customer-change.ts';
import { codeOf, Coded, labelOf } from '../../domain/field.ts';
import { loginMethods, loginOutcomes } from '../../domain/login.ts';
import { revisionKinds } from '../../domain/note.ts';
import { chargeTypes, refundCodes } from '../../domain/order-detail.ts';
import { axes } from '../../domain/order.ts';
import { changeKinds } from '../../domain/profile-change.ts';
import { cardBrands } from '../../domain/payment-card.ts';
import { inquiryChannels, inquiryStatuses } from '../../domain/inquiry.ts';
import { erasureStates } from '../../domain/privacy.ts';
import { quoteStatuses } from '../../domain/quote.ts';
import { subscriptionStatuses } from '../../domain/subscription.ts';
import { transactionStatuses } from '../../domain/transaction.ts';
import { stockStatuses } from '../../domain/wishlist-item.ts';
import type { OperationName } from '../operations.ts';
import { ensure } from './assert.ts';
import { History } from './history.ts';
import { listsOf } from './lists.ts';
import { recordsOf } from './records.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** The members of records that contain codes, as paths, with the known codes. `*` stands for each member of a list. */
const codesIn: Partial<Record<OperationName, Readonly<Record<string, readonly string[]>>>> = {
  'orders.list': Object.fromEntries(Object.entries(axes).map(([axis, codes]) => [`status.${axis}.status`, codes])),
  'orders.get': {
    'lines.*.type': chargeTypes,
    'payments.*.status': axes.payment,
    'refunds.*.status': refundCodes,
    'fulfillments.*.status': axes.fulfillment,
  },
  'transactions.list': { status: transactionStatuses },
  'customers.get': { verification: verificationCodes, 'verificationChoices.*': verificationCodes },
  'coupons.list': { status: couponStatuses },
  'quotes.list': { status: quoteStatuses },
  'logins.list': { outcome: loginOutcomes, method: loginMethods },
  'changes.list': { kind: changeKinds },
  'subscriptions.list': { status: subscriptionStatuses },
  'paymentCards.list': { brand: cardBrands },
  'wishlist.list': { availability: stockStatuses },
  'inquiries.list': { status: inquiryStatuses, channel: inquiryChannels },
  'exports.log': { state: exportStates, 'fields.*': exportFields },
  'privacy.get': { 'erasure.state': erasureStates },
  'credit.accounts': { kind: accountKinds },
  'credit.entries': { kind: entryKinds },
  'notes.revisions': { kind: revisionKinds },
};

/** Tests that each code is a code of the contract, or the platform's own with its label: widgets have no text for it. */
export function codeCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const of = (name: OperationName, read: () => Promise<readonly unknown[]>): ConformanceCase[] =>
    codesIn[name]
      ? [
          {
            name: `${name}: each code is known, or has a label`,
            async run() {
              for (const record of await read()) checkCodes(name, record);
            },
          },
        ]
      : [];
  const { orders } = adapter;
  const lists = listsOf(adapter, full).flatMap(({ name, load }) =>
    of(name, async () => (await load(full, all, reading())).items),
  );
  const records = recordsOf(adapter, full).flatMap(({ name, load }) => {
    if (name !== 'orders.get' || !orders) return of(name, async () => [await load(full, reading())]);
    return of(name, async () => {
      const history = await History.read(orders, full);
      return history.details(history.entries);
    });
  });
  return [...lists, ...records];
}

function checkCodes(name: OperationName, record: unknown): void {
  for (const [path, known] of Object.entries(codesIn[name] ?? {}))
    for (const value of valuesAt(record, path.split('.'))) {
      if (!v.is(Coded, value)) continue;
      ensure(
        labelOf(value) !== undefined || known.includes(codeOf(value)),
        `${name}: ${path} of ${idOf(record)} is "${codeOf(value)}" instead of a known code or a code with a label ` +
          `(known: ${known.join(', ')})`,
      );
    }
}

/** Returns the values at a path, which may be absent. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (name === undefined) return value === undefined || value === null ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (name === '*') return Object.values(value).flatMap((member) => valuesAt(member, rest));
  return valuesAt((value as Readonly<Record<string, unknown>>)[name], rest);
}

const idOf = (record: unknown): string => JSON.stringify((record as { readonly id?: string }).id);
