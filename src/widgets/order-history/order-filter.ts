import { axes } from '../../domain/order-codes.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderToolWords } from './tool-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { FilterGroup, Filters } from '../../ui/filters.ts';
import type { OrderSearch } from './order-history.data.ts';
import { axisOrder, signOf } from './order-status.ts';

/** Returns the filters of orders, with the labels of the badges. The codes for "not requested" are left out. */
export function filterGroups(l10n: Localization): readonly FilterGroup[] {
  const words = { ...l10n.words(orderToolWords), ...l10n.words(orderHistoryWords) };
  return [
    ...axisOrder.map((axis): FilterGroup => {
      const codes = axes[axis].filter((code) => code !== 'none');
      const options = codes.map((value) => ({ value, label: signOf(axis, { status: value }, l10n)?.words ?? value }));
      return { name: axis, label: words[axis], options };
    }),
    {
      name: 'kind',
      label: words.kind,
      options: [
        { value: 'order', label: words.kindOrder },
        { value: 'return', label: words.kindReturn },
      ],
    },
    {
      name: 'archived',
      label: words.archive,
      options: [
        { value: 'include', label: words.archiveInclude },
        { value: 'only', label: words.archiveOnly },
      ],
    },
  ];
}

/** Returns the chosen options of the filters. */
export const chosenFilters = ({ codes = {}, archived }: OrderSearch): Filters => ({
  ...codes,
  archived: archived === 'include' || archived === 'only' ? [archived] : [],
});

/**
 * Returns the search for the chosen filters. Including archived orders and showing them alone exclude each other: the
 * later choice wins.
 */
export function searchFrom({ archived = [], ...codes }: Filters, before: OrderSearch): OrderSearch {
  const [next = 'exclude'] = archived.length > 1 ? archived.filter((value) => value !== before.archived) : archived;
  return { codes, archived: next === 'include' || next === 'only' ? next : 'exclude' };
}
