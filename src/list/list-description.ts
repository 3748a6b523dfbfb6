import type { Localization } from '../i18n/localization.ts';
import type { Message, Plural } from '../i18n/message.ts';
import type { ListWords } from './list-tools.ts';
import type { Sort } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import { type ListOperation, type ListRequest, listCan } from '../data/list-query.ts';
import type { ListController } from '../element/query-controller.ts';

/** The description of a list that a widget passes to its base class. */
export interface ListDescription<T, S> {
  readonly operation: ListOperation<T, S>;
  /** The intent of the host page's link to all rows. */
  readonly intent: string;
  /** The path of the icon in the empty state. */
  readonly icon: string;
  /** The number of rows that are shown if `limit` is not a valid number. */
  readonly limit: number;
  /** The filter of the first rows, where the platform declares it: `{ state: 'current' }`. */
  readonly firstFilter?: Readonly<Record<string, string>>;
  /** The page size of the full list. */
  readonly pageOfAll?: number;
  /** `true` if the dialog of all rows is as wide as the page. */
  readonly wide?: boolean;
}

export interface TableDescription<T, S> extends ListDescription<T, S> {
  /** The platform's default order, marked in the header. `field` is the name of a column. */
  readonly usualSort?: Sort;
}

/** The first rows of a list. */
export type FirstRows<T, S> = Pick<ListController<T, S>, 'snapshot' | 'refresh'>;

/** Returns the request of the first rows: their filter, if the platform declares it. */
export function firstRequestOf<T, S>(
  { firstFilter: filter, operation }: ListDescription<T, S>,
  client: DashboardClient | undefined,
): ListRequest {
  const isOffered = (field: string) => client !== undefined && listCan(client.adapter, operation.name, 'filter', field);
  return filter && Object.keys(filter).every(isOffered) ? { filter } : {};
}

/** Returns the text for the footer: how many of the rows are shown. `isPart`: there are others. */
export function rowExtent(
  words: ListWords,
  l10n: Localization,
  { shown, total, isPart }: { readonly shown: number; readonly total: number | undefined; readonly isPart: boolean },
): string {
  if (isPart && total !== undefined) return l10n.text(words.shownOf as '{shown}{total}', { shown, total });
  const message: Plural | undefined = isPart ? words.shown : words.all;
  return message ? l10n.text(message as Message & { other: '{count}' }, { count: shown }) : '';
}
