import { html, type TemplateResult } from 'lit';
import type { Sort } from '../adapter/options.ts';
import { instantColumn, moneyColumns, textColumn, type FileColumn } from '../data/file-table.ts';
import type { Coded } from '../domain/field.ts';
import type { Money } from '../domain/money.ts';
import type { Localization } from '../i18n/localization.ts';
import { line } from '../ui/state-view.ts';
import type { Column } from '../ui/table.ts';
import { datum, maybe, moment, name as data } from '../ui/text.ts';
import { codedBadge, codedText, type Badges } from './cells.ts';

export interface ListColumn<T> extends Omit<Column<T>, 'sortable'> {
  /** The field that the platform sorts by. The column is sortable if the platform declares that field. */
  readonly sortBy?: string;
  /** The field that the platform must declare instead, if the column is sorted by a figure of another one. */
  readonly sortsAs?: string;
  /** The sort direction after the first click on the column header. */
  readonly firstDirection?: Sort['direction'];
  /** The columns of a file for this column. By default one with its `text`, if it has one. */
  readonly file?: readonly FileColumn<T>[];
}

type Further<T> = Partial<Omit<ListColumn<T>, 'name' | 'heading'>>;
type Value<T, V> = (item: T) => V | null | undefined;

/** The skeleton of a badge. */
export const badgeSkeleton = html`<span class="skeleton chip w18"></span>`;

/**
 * Creates the columns of a list, each from its name, its heading and the value of a row, which its cells, its skeleton
 * and files have alike. `more` overrides any of it: a cell that is a link, say.
 *
 *     const column = new ListColumns<Quote>(this.l10n);
 *     return [
 *       column.data('number', words.number, ({ number }) => number, { names: true, className: 'lead' }),
 *       column.amount('total', words.total, ({ total }) => total, { sortBy: 'total' }),
 *     ];
 */
export class ListColumns<T> {
  readonly #l10n: Localization;

  constructor(l10n: Localization) {
    this.#l10n = l10n;
  }

  /** Creates a column of names, numbers or sentences of the platform. */
  data(name: string, heading: string, value: Value<T, string>, more?: Further<T>): ListColumn<T> {
    return {
      ...this.#column(name, heading, value),
      isData: true,
      cell: (item) => maybe(value(item), this.#l10n, data),
      file: [textColumn(heading, value)],
      ...more,
    };
  }

  /** Creates a column of instants. */
  moment(name: string, heading: string, value: Value<T, string>, more?: Further<T>): ListColumn<T> {
    return {
      ...this.#column(name, heading, value),
      firstDirection: 'descending',
      cell: (item) => maybe(value(item), this.#l10n, moment),
      file: [instantColumn(heading, value)],
      ...more,
    };
  }

  /** Creates a column of codes: the badges that the widget knows, and the texts of the platform for others. */
  coded<C extends string>(
    name: string,
    heading: string,
    value: Value<T, Coded>,
    { badges, words, ...more }: Further<T> & CodedOptions<C>,
  ): ListColumn<T> {
    return {
      ...this.#column(name, heading, value),
      className: 'aside',
      skeleton: badgeSkeleton,
      cell: (item) => maybe(value(item), this.#l10n, (coded) => codedBadge(badges, coded, words, this.#l10n)),
      file: [textColumn(heading, (item) => textOf(value(item), badges, words))],
      ...more,
    };
  }

  /** Creates a column of amounts. `absent` is the text for `null`. */
  amount(
    name: string,
    heading: string,
    value: Value<T, Money>,
    { absent, ...more }: Further<T> & { readonly absent?: string } = {},
  ): ListColumn<T> {
    const l10n = this.#l10n;
    return {
      name,
      heading,
      numeric: true,
      className: 'total',
      skeleton: line(14, { end: true }),
      cell: (item) => {
        const money = value(item);
        if (money === null && absent) return html`<span class="quiet">${absent}</span>`;
        return maybe(money, l10n, (amount) => datum(l10n.amount(amount)));
      },
      file: moneyColumns({ amount: heading, currency: l10n.common.currency }, value),
      ...more,
    };
  }

  #column<V>(name: string, heading: string, value: Value<T, V>) {
    return { name, heading, skeleton: line(14), knows: (item: T) => value(item) !== undefined };
  }
}

interface CodedOptions<C extends string> {
  readonly badges: Badges<C>;
  readonly words: Readonly<Record<NoInfer<C>, string>>;
}

const textOf = <C extends string>(
  coded: Coded | null | undefined,
  badges: Badges<C>,
  words: Readonly<Record<NoInfer<C>, string>>,
) => (coded ? codedText(badges, coded, words) : undefined);

/** Returns the columns of a file: those of a table, by name, and others. Throws if the table has no such column. */
export const fileColumns = <T>(
  columns: readonly (string | FileColumn<T>)[],
  ofTable: readonly ListColumn<T>[],
): readonly FileColumn<T>[] =>
  columns.flatMap((column) => {
    if (typeof column !== 'string') return [column];
    const known = ofTable.find(({ name }) => name === column);
    const { heading, text, file = text && [textColumn(heading, text)] } = known ?? { heading: '' };
    if (!file) throw new Error(`The column ${column} has no text for a file.`);
    return file;
  });

/** A label and what it names. */
export type Fact = readonly [label: string, value: TemplateResult | string];

/** Returns facts about a row: cells of a table, by the name of the column, and others. */
export const rowFacts = <T>(
  row: T,
  facts: readonly (string | Fact)[],
  ofTable: readonly ListColumn<T>[],
): readonly Fact[] =>
  facts.map((fact) => {
    if (typeof fact !== 'string') return fact;
    const { heading = '', cell, text } = ofTable.find(({ name }) => name === fact) ?? {};
    return [heading, cell?.(row) ?? text?.(row) ?? ''];
  });
