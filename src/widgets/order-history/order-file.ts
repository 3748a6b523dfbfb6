import type { OrderEntry } from '../../domain/order.ts';
import { instantColumn, moneyColumns, numberColumn, textColumn, type FileTable } from '../../data/file-table.ts';
import { orderDetailWords } from './detail-words.en.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderStatusWords } from '../../features/orders/words.en.ts';
import { orderToolWords } from './tool-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { axisOrder, signOf } from '../../features/orders/order-status.ts';
import type { StatusPalette } from '../../features/orders/status-palettes.ts';

/**
 * Returns the export of orders: all data of the rows, whatever columns are on screen, with the labels of the screen.
 * Loaded with the first export.
 */
export function orderTable(l10n: Localization, palette?: StatusPalette): FileTable<OrderEntry> {
  const words = {
    ...l10n.words(orderDetailWords),
    ...l10n.words(orderToolWords),
    ...l10n.words(orderStatusWords),
    ...l10n.words(orderHistoryWords),
  };
  const columns = [
    textColumn<OrderEntry>(words.order, ({ number }) => number),
    textColumn<OrderEntry>(words.kind, ({ kind }) => (kind === 'return' ? words.returnOnly : words.order)),
    instantColumn<OrderEntry>(words.placed, ({ placedAt }) => placedAt),
    numberColumn<OrderEntry>(words.items, ({ itemCount }) => itemCount),
    textColumn<OrderEntry>(words.product, ({ summary }) => summary?.title),
    ...axisOrder.map((axis) =>
      textColumn<OrderEntry>(words[axis], ({ status }) => signOf(axis, status[axis], l10n, palette)?.words),
    ),
    textColumn<OrderEntry>(words.original, (entry) => (entry.kind === 'return' ? entry.original?.number : undefined)),
    textColumn<OrderEntry>(words.archivedColumn, ({ archived }) => (archived ? words.yes : undefined)),
    ...moneyColumns<OrderEntry>({ amount: words.total, currency: words.currency }, ({ total }) => total),
  ];
  return { title: words.heading, columns };
}
