import type { TemplateResult } from 'lit';
import { idOf, nameOf, phoneOf, visible, type CustomerListItem } from '../../domain/customer-list.ts';
import type { verificationCodes } from '../../domain/customer-change.ts';
import { codeOf, labelOf, type Coded } from '../../domain/field.ts';
import type { ColumnSet } from '../../element/columns.ts';
import type { Localization } from '../../i18n/localization.ts';
import { amountsCell, codedBadge, codedText, type Badges } from '../../list/cells.ts';
import { type ListColumn } from '../../list/list-columns.ts';
import { settled } from '../../ui/badge.ts';
import { briefId } from '../../ui/identifier.ts';
import * as icons from '../../ui/icons.ts';
import { datum, fieldText, maybe, moment, name, openly } from '../../ui/text.ts';
import { customerListWords } from './words.en.ts';

/** The names of all columns, in the default order. */
export const columnNames = [
  'name',
  'email',
  'phone',
  'spent',
  'orders',
  'lastOrder',
  'status',
  'transactions',
  'firstOrder',
  'level',
  'groups',
] as const;
export type CustomerColumn = (typeof columnNames)[number];

export const columnSet: ColumnSet<CustomerColumn> = {
  all: columnNames,
  usual: ['name', 'email', 'phone', 'spent', 'orders', 'lastOrder', 'status'],
  required: ['name'],
};

export const verifications: Badges<(typeof verificationCodes)[number]> = {
  verified: ['neutral', icons.check],
  unverified: ['warning', icons.alert],
  pending: ['accent', icons.clock],
};

interface ColumnOptions {
  readonly l10n: Localization;
  readonly names: readonly CustomerColumn[];
  /** The columns that open the customer. */
  readonly openBy: readonly CustomerColumn[];
  /** Renders a cell with what opens the customer. */
  readonly opener: (customer: CustomerListItem, label: TemplateResult) => TemplateResult;
}

interface Made extends Omit<ListColumn<CustomerListItem>, 'name' | 'heading'> {
  readonly cell: (item: CustomerListItem) => TemplateResult;
}

/** Returns the columns of the list. */
export function customerColumns({
  l10n,
  names,
  openBy,
  opener,
}: ColumnOptions): readonly ListColumn<CustomerListItem>[] {
  const words = l10n.words(customerListWords);
  const made: Readonly<Record<CustomerColumn, Made>> = {
    name: {
      names: true,
      className: 'lead',
      sortBy: 'name',
      isData: true,
      title: nameOf,
      cell: (customer) => {
        const text = nameOf(customer);
        return name(text === idOf(customer) ? briefId(text) : text, l10n);
      },
    },
    email: {
      className: 'under',
      sortBy: 'email',
      isData: true,
      knows: ({ email }) => email !== undefined,
      title: ({ email }) => visible(email) ?? '',
      cell: ({ email }) => maybe(email, l10n, fieldText),
    },
    phone: {
      className: 'phone',
      isData: true,
      knows: ({ phones }) => phones !== undefined,
      cell: ({ phones }) => maybe(phoneOf(phones), l10n, fieldText),
    },
    spent: {
      numeric: true,
      className: 'amount',
      sortBy: 'lifetimeTotal',
      knows: ({ lifetimeTotal }) => lifetimeTotal !== undefined,
      cell: ({ lifetimeTotal }) => amountsCell(lifetimeTotal && lifetimeTotal.amounts, l10n),
    },
    orders: counted('orders', l10n),
    transactions: counted('transactions', l10n),
    firstOrder: timed('firstOrderAt', l10n),
    lastOrder: timed('lastOrderAt', l10n),
    status: {
      className: 'status',
      sortBy: 'verification',
      knows: ({ verification }) => verification !== undefined,
      cell: ({ verification }) => maybe(verification, l10n, (coded) => statusView(coded, l10n)),
    },
    level: {
      className: 'level',
      sortBy: 'level',
      isData: true,
      knows: ({ level }) => level !== undefined,
      cell: ({ level }) => maybe(level, l10n, (named) => name(named.name, l10n)),
    },
    groups: {
      className: 'groups',
      isData: true,
      knows: ({ groups }) => groups !== undefined,
      cell: ({ groups }) =>
        maybe(groups?.length ? groups : groups && null, l10n, (all) =>
          name(all.map((group) => group.name).join(', '), l10n),
        ),
    },
  };
  return names.map((column) => {
    const { cell, ...shape } = made[column];
    const opens = openBy.includes(column);
    return {
      ...{ name: column, heading: words[column], ...shape },
      cell: (item) => (opens ? opener(item, cell(item)) : cell(item)),
    };
  });
}

const counted = (figure: 'orders' | 'transactions', l10n: Localization): Made => ({
  numeric: true,
  className: 'count',
  sortBy: figure,
  knows: ({ [figure]: count }) => count !== undefined,
  cell: ({ [figure]: count }) => maybe(count, l10n, ({ value }) => datum(l10n.number(value))),
});

const timed = (member: 'firstOrderAt' | 'lastOrderAt', l10n: Localization): Made => ({
  className: member === 'lastOrderAt' ? 'aside' : 'first-order',
  sortBy: member,
  firstDirection: 'descending',
  knows: ({ [member]: at }) => at !== undefined,
  cell: ({ [member]: at }) => maybe(at, l10n, (instant) => moment(instant, l10n, l10n.shortDay(instant))),
});

/** Renders the verification: plain text if it is done, otherwise a badge. */
export const statusView = (coded: Coded, l10n: Localization): TemplateResult => {
  const words = l10n.words(customerListWords);
  return codeOf(coded) === 'verified'
    ? settled(openly(codedText(verifications, coded, words), l10n))
    : codedBadge(verifications, coded, words, l10n);
};

/** Returns what a total counts, and of which channel. */
export function basisText(
  { basis, scope }: Pick<NonNullable<CustomerListItem['lifetimeTotal']>, 'basis' | 'scope'>,
  l10n: Localization,
): string {
  const words = l10n.words(customerListWords);
  const known: Readonly<Record<string, unknown>> = words;
  const code = codeOf(basis);
  const text = labelOf(basis) ?? (Object.hasOwn(known, code) ? String(known[code]) : code);
  return scope ? l10n.text(words.withScope, { basis: text, scope: labelOf(scope) ?? codeOf(scope) }) : text;
}
