import { declarationsOf } from '../../adapter/capabilities.ts';
import type { ProductsPort } from '../../adapter/ports/products.ts';
import { productList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import type { MemorySession } from './session.ts';

/** Creates the port of the catalog, which belongs to no customer. */
export function productsPort(session: MemorySession) {
  return {
    ...declarationsOf('products'),

    async list(page, options) {
      const { catalogue } = await session.readShared('products.list', options);
      return listRows(catalogue, page, options, productList).page;
    },
  } satisfies ProductsPort;
}
