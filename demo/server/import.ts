import { statSync } from 'node:fs';
import { InUseError } from './database/lock.ts';
import { openDatabase, storeFromEnvironment } from './database/open.ts';
import { importFile, type Progress, type Summary } from './import/import-file.ts';

/** Imports the Online Retail data set into the server's database: `npm run import -- FILE`. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Name the file to import: npm run import -- online-retail.csv.gz');
  const { size } = statSync(file);
  const database = await openDatabase(storeFromEnvironment());
  try {
    const summary = await importFile(database, file, (progress) => process.stderr.write(inPercent(progress, size)));
    console.log(formatSummary(summary));
  } finally {
    await database.close();
  }
}

/** Formats the progress as a line that overwrites the previous one. */
const inPercent = (progress: Progress, size: number): string =>
  progress === 'merging'
    ? '100%, making orders of the lines\n'
    : `${Math.floor((100 * progress.bytes) / size)}%, ${progress.lines.toLocaleString('en-GB')} lines\r`;

function formatSummary({ lines, orders, returns, customers, products, skipped, withoutCountry }: Summary): string {
  const count = (number: number): string => number.toLocaleString('en-GB');
  return [
    `Imported ${count(lines)} lines: ${count(orders + returns)} invoices (${count(orders)} orders, ${count(returns)} returns)`,
    `  of ${count(customers)} customers, with ${count(products)} products.`,
    `Not used: ${count(skipped)} lines without a customer.`,
    `Not known: name, e-mail and telephone of every customer; the country of ${count(withoutCountry)}.`,
  ].join('\n');
}

try {
  await main(process.argv[2]);
} catch (thrown) {
  const hint = thrown instanceof InUseError ? ' The import needs the database for itself while it runs.' : '';
  console.error(thrown instanceof Error ? `${thrown.message}${hint}` : thrown);
  process.exitCode = 1;
}
