import { axes } from '../../domain/order-codes.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderToolWords } from './tool-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { FilterGroup, Filters } from '../../ui/filter-menu.ts';
import type { OrderSearch } from './order-history.data.ts';
import { axisOrder, signOf } from './order-status.ts';

/** By what orders are filtered, in the words of their badges; that nothing was asked for is no filter. */
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

/** What is chosen in them. */
export const chosenFilters = ({ codes = {}, archived }: OrderSearch): Filters => ({
  ...codes,
  archived: archived === 'include' || archived === 'only' ? [archived] : [],
});

/** What is sought where this is chosen. Of listing the archive too and listing it alone the later choice holds. */
export function searchFrom({ archived = [], ...codes }: Filters, before: OrderSearch): OrderSearch {
  const [next = 'exclude'] = archived.length > 1 ? archived.filter((value) => value !== before.archived) : archived;
  return { codes, archived: next === 'include' || next === 'only' ? next : 'exclude' };
}
