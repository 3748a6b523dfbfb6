import { html } from 'lit';
import type { Sort } from '../adapter/options.ts';
import type { FileColumn } from '../data/file-table.ts';
import type { Coded } from '../domain/field.ts';
import type { Money } from '../domain/money.ts';
import type { Localization } from '../i18n/localization.ts';
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
  /** What a file has of this column, or several columns. By default its `text`, if it has one. */
  readonly file?: FileValue<T> | readonly FileColumn<T>[];
}

/** The value of a column in files: of amounts, the decimal and the currency in columns of their own. */
export type FileValue<T> =
  | { readonly kind: FileColumn<T>['kind']; readonly value: FileColumn<T>['value'] }
  | { readonly kind: 'money'; readonly value: Value<T, Money> };

type Further<T> = Partial<Omit<ListColumn<T>, 'name' | 'heading'>>;
type Value<T, V> = (item: T) => V | null | undefined;

/**
 * Creates the columns of a list, each from its name, its heading and the value of a row, which its cells
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
      file: { kind: 'text', value },
      ...more,
    };
  }

  /** Creates a column of instants. */
  moment(name: string, heading: string, value: Value<T, string>, more?: Further<T>): ListColumn<T> {
    return {
      ...this.#column(name, heading, value),
      firstDirection: 'descending',
      cell: (item) => maybe(value(item), this.#l10n, moment),
      file: { kind: 'instant', value },
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
      cell: (item) => maybe(value(item), this.#l10n, (coded) => codedBadge(badges, coded, words, this.#l10n)),
      file: { kind: 'text', value: (item) => textOf(value(item), badges, words) },
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
      cell: (item) => {
        const money = value(item);
        if (money === null && absent) return html`<span class="quiet">${absent}</span>`;
        return maybe(money, l10n, (amount) => datum(l10n.amount(amount)));
      },
      file: { kind: 'money', value },
      ...more,
    };
  }

  #column<V>(name: string, heading: string, value: Value<T, V>) {
    return { name, heading, knows: (item: T) => value(item) !== undefined };
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
