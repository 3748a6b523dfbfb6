import { declarationsOf } from '../../adapter/capabilities.ts';
import type { ListName, TotalsOf } from '../../adapter/operations.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import type { AnyPlainList, ListPort } from './lists.ts';
import { quotes } from './quotes.ts';
import { logins } from './logins.ts';
import { changes } from './changes.ts';
import { wishlist } from './wishlist.ts';
import { cart } from './cart.ts';
import { paymentCards } from './payment-cards.ts';
import { inquiries } from './inquiries.ts';

/**
 * The lists whose records stand in the shop as they are. A module here is all that a port has in memory if it does no more
 * than list them.
 */
const plainLists = { quotes, logins, changes, wishlist, cart, paymentCards, inquiries };

type PlainPort = keyof typeof plainLists;
type PlainRecord<P extends PlainPort> = (typeof plainLists)[P]['records'][number];
type PlainTotals<P extends PlainPort> = TotalsOf<(typeof plainLists)[P]['name']>;

/** The records of those ports. */
export type PlainRecords = { readonly [P in PlainPort]: readonly PlainRecord<P>[] };

/** The part of a customer's data that these ports use. */
interface PlainFile {
  readonly lists: PlainRecords;
  readonly masked: readonly string[];
}

/** The part of a session that these ports use. */
interface RecordReader {
  readonly store: { readonly today: string };
  read(operation: ListName, customerId: string, options: ReadOptions): Promise<PlainFile>;
  masksOf(file: PlainFile): readonly string[];
}

const byPort = <T>(get: (port: PlainPort) => unknown): T =>
  Object.fromEntries((Object.keys(plainLists) as PlainPort[]).map((port) => [port, get(port)])) as T;

/** Returns the records of the shop, with the images of their products. */
export const plainRecords = (pictureOf: ((sku: string) => string) | undefined): PlainRecords =>
  byPort<PlainRecords>((port) =>
    plainLists[port].records.map((record) =>
      pictureOf && 'product' in record && record.product.sku !== undefined
        ? { ...record, product: { ...record.product, image: pictureOf(record.product.sku) } }
        : record,
    ),
  );

/** Returns the records of one customer. */
export const recordsOf = (all: PlainRecords, id: string): PlainRecords =>
  byPort((port) => all[port].filter(({ customerId }) => customerId === id));

/** Creates the ports. */
export const plainPorts = (session: RecordReader) =>
  byPort<{ readonly [P in PlainPort]: ListPort<PlainRecord<P>, PlainTotals<P>> }>((port) => plainPort(session, port));

function plainPort<P extends PlainPort>(session: RecordReader, port: P): ListPort<PlainRecord<P>, PlainTotals<P>> {
  // The compiler does not see that the list and the records of one port belong together.
  const list = plainLists[port] as unknown as AnyPlainList<PlainRecord<P>, PlainTotals<P>>;
  return {
    ...declarationsOf(port),
    ...list.features,

    async list(customerId, page, options) {
      const file = await session.read(list.name, customerId, options);
      const { today } = session.store;
      const masks = session.masksOf(file);
      const records: readonly PlainRecord<P>[] = file.lists[port];
      const current = records.map((record) => list.asOf?.(record, today) ?? record);
      const { page: found, matching } = listRows(current, page, options, list);
      const items = found.items.map((record) => list.seen?.(record, masks) ?? record);
      return { ...found, items, totals: list.totals?.(current, matching) };
    },
  };
}
