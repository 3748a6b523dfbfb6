import { codeOf, labelOf } from '../../domain/coded.ts';
import type { OrderEntry } from '../../domain/order.ts';
import { moneyColumns, numberColumn, textColumn, type CsvColumn } from '../../data/csv.ts';
import { orderDetail } from '../../i18n/en/order-detail.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import { orderTools } from '../../i18n/en/order-tools.ts';
import type { Localization } from '../../i18n/localization.ts';
import { axisOrder } from './order-status.ts';

/** A file of orders: everything that a row knows, whichever columns are on screen; codes where a platform has no words. */
export function orderColumns(l10n: Localization): readonly CsvColumn<OrderEntry>[] {
  const words = {
    ...l10n.section('orderDetail', orderDetail),
    ...l10n.section('orderTools', orderTools),
    ...l10n.section('orderHistory', orderHistory),
  };
  return [
    textColumn(words.order, ({ number }) => number),
    textColumn(words.kind, ({ kind }) => kind),
    // As it was told, with its offset: a spreadsheet sorts it, and no zone is lost.
    textColumn(words.placed, ({ placedAt }) => placedAt),
    numberColumn(words.items, ({ itemCount }) => itemCount),
    textColumn(words.product, ({ summary }) => summary?.title),
    ...axisOrder.map((axis) =>
      textColumn<OrderEntry>(words[axis], ({ status }) => {
        const found = status[axis];
        return found && (labelOf(found.status) || codeOf(found.status));
      }),
    ),
    textColumn(words.original, (entry) => (entry.kind === 'return' ? entry.original?.number : undefined)),
    textColumn(words.archivedColumn, ({ archived }) => (archived ? words.yes : undefined)),
    ...moneyColumns<OrderEntry>({ amount: words.total, currency: words.currency }, ({ total }) => total),
  ];
}
