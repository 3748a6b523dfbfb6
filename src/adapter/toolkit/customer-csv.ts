// Apart from the columns, which the widget uses without it.
import type { ExportInput } from '../../domain/customer-export.ts';
import type { CustomerListItem } from '../../domain/customer-list.ts';
import { CsvWriter } from './csv-file.ts';
import { customerColumns } from './customer-file.ts';

/** Returns the writer of the file of an export: the values that the CSV of the list has, for the same locale. */
export function customerCsv(input: ExportInput): CsvWriter<CustomerListItem> {
  const { fields, texts = {}, locale = 'en', timeZone = 'UTC' } = input;
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  const decimalSign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return new CsvWriter(customerColumns(fields, texts), { decimalSign, timeZone });
}
