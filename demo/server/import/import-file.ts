import { one, type Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { merge } from './merge.ts';
import { stage } from './stage.ts';

/** What of a file was imported, and what could not be. */
export interface Summary {
  readonly lines: number;
  readonly orders: number;
  readonly returns: number;
  readonly customers: number;
  readonly products: number;
  /** Customers whose latest invoice does not say a country. */
  readonly withoutCountry: number;
  /** Lines that name no customer. */
  readonly skipped: number;
}

/** How far an import has come: in reading the file, or beyond. */
export type Progress = { readonly lines: number; readonly bytes: number } | 'merging';

/** Imports a file of the Online Retail data set, whole or not at all. */
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
        select count(*)::integer as lines,
          count(distinct invoice) filter (where invoice not like 'C%')::integer as orders,
          count(distinct invoice) filter (where invoice like 'C%')::integer as returns,
          count(distinct customer)::integer as customers,
          count(distinct code) filter (where code ~ '^[0-9]')::integer as products,
          (select count(*) from customers
            where customer_id in (select customer from import_lines) and not profile ? 'country')::integer as "withoutCountry"
        from import_lines`,
    );
    return { ...counts, skipped: skipped.lines };
  });
}
