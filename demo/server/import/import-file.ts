import { one, type Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { merge } from './merge.ts';
import { stage } from './stage.ts';

/** The result of an import. */
export interface Summary {
  readonly lines: number;
  readonly orders: number;
  readonly returns: number;
  readonly customers: number;
  readonly products: number;
  /** The number of customers whose latest invoice has no country. */
  readonly withoutCountry: number;
  /** The number of lines without a customer. */
  readonly skipped: number;
}

/** The progress of an import: the part of the file that was read, or the merge after it. */
export type Progress = { readonly lines: number; readonly bytes: number } | 'merging';

/** Imports a file of the Online Retail data set, all of it or nothing. */
export async function importFile(
  database: Database,
  file: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Summary> {
  return database.transaction(async (tx) => {
    const skipped = await stage(tx, file, onProgress);
    onProgress('merging');
    await merge(tx);
    const counts = await one<Omit<Summary, 'skipped'>>(
      tx,
      sql`
        select coalesce(sum(lines), 0)::integer as lines,
          count(distinct invoice) filter (where invoice not like 'C%')::integer as orders,
          count(distinct invoice) filter (where invoice like 'C%')::integer as returns,
          count(distinct customer)::integer as customers,
          (select count(*) from import_products)::integer as products,
          (select count(*) from customers
            where customer_id in (select customer from import_invoices) and not profile ? 'country')::integer as "withoutCountry"
        from import_invoices`,
    );
    return { ...counts, skipped: skipped.lines };
  });
}
