import type { CrossSellRow, CrossSellTotals } from '../../../src/domain/cross-sell.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import type { Money } from '../../../src/domain/money.ts';
import type { OrderDetail } from '../../../src/domain/order-detail.ts';
import type { OrderEntry } from '../../../src/domain/order.ts';
import type { CustomerStats } from '../../../src/domain/stats.ts';
import { importFile, type Summary } from '../import/import-file.ts';
import type { Listed } from './client.ts';
import { csv, createFiles, type FileLine } from './invoices.ts';
import type { TestServer } from './test-server.ts';

/** Creates helpers that import files of a few lines and read the result over HTTP. */
export function createImporter(server: () => TestServer) {
  const write = createFiles();
  const get = async <Body>(path: string): Promise<Body> =>
    (await server().manager.get<Body>(`/customers/${path}`)).body;
  const importContent = (content: string | Uint8Array): Promise<Summary> =>
    importFile(server().database, write(content));
  return {
    get,
    importContent,
    load: (...lines: readonly FileLine[]) => importContent(csv(...lines)),
    customerOf: (id: string) => get<Customer>(id),
    statsOf: (id: string) => get<CustomerStats>(`${id}/stats`),
    ordersOf: async (id: string) => (await get<Listed<OrderEntry>>(`${id}/orders`)).items,
    orderOf: (id: string, order: string) => get<OrderDetail>(`${id}/orders/${order}`),
    crossSellOf: (id: string) => get<Listed<CrossSellRow, CrossSellTotals>>(`${id}/cross-sell`),
  };
}

export const gbp = (value: string): Money => ({ value, currency: 'GBP' });
