import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { generateOrders, productTitle, type ShopSize } from '../scale/shop.ts';

/** The first customer's number: those of the data set have five digits. */
const firstCustomer = 10_000;

export const customerNumber = (customer: number): string => String(firstCustomer + customer);

/** Generates a file of the same columns as the Online Retail data set. */
function* linesOf(size: ShopSize): Generator<string> {
  yield 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
  for (const { id, customer, placedAt, returnOf, lines } of generateOrders(size)) {
    const invoice = `${returnOf === undefined ? '' : 'C'}${500_000 + id}`;
    const at = placedAt.toISOString().slice(0, 19).replace('T', ' ');
    for (const { product, quantity, price } of lines)
      yield `${invoice},${20_000 + product},"${productTitle(product)}",${quantity},${at},${(price / 100).toFixed(2)},${customerNumber(customer)}.0,United Kingdom\n`;
  }
}

/** Writes such a file. */
export async function writeShop(path: string, size: ShopSize): Promise<void> {
  await pipeline(linesOf(size), createWriteStream(path));
}
