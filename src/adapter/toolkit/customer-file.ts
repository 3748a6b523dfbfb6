import type { ExportFieldCode, ExportInput } from '../../domain/customer-export.ts';
import { idOf, nameOf, visible, type CustomerListItem } from '../../domain/customer-list.ts';
import { codeOf, isWithheld, labelOf } from '../../domain/field.ts';
import { CsvWriter } from './csv-file.ts';
import { instantColumn, moneyColumns, numberColumn, textColumn, type FileColumn } from './file-table.ts';

/** Texts by the code of a field or of a value. */
type Texts = Readonly<Record<string, unknown>>;

const textIn = (texts: Texts, code: string): string =>
  Object.hasOwn(texts, code) && typeof texts[code] === 'string' ? texts[code] : code;

type Make = (heading: string, texts: Texts) => readonly FileColumn<CustomerListItem>[];

const columns: Readonly<Record<ExportFieldCode, Make>> = {
  id: (heading) => [textColumn(heading, idOf)],
  name: (heading) => [textColumn(heading, nameOf)],
  email: (heading) => [textColumn(heading, ({ email }) => visible(email))],
  phone: (heading) => [
    textColumn(heading, ({ phones }) => (isWithheld(phones) ? (visible(phones) as string) : phones?.[0]?.number)),
  ],
  // A second currency is rare, and has no column of its own.
  spent: (amount, texts) =>
    moneyColumns({ amount, currency: textIn(texts, 'currency') }, ({ lifetimeTotal }) => lifetimeTotal?.amounts[0]),
  orders: (heading) => [numberColumn(heading, ({ orders }) => orders?.value)],
  transactions: (heading) => [numberColumn(heading, ({ transactions }) => transactions?.value)],
  firstOrder: (heading) => [instantColumn(heading, ({ firstOrderAt }) => firstOrderAt)],
  lastOrder: (heading) => [instantColumn(heading, ({ lastOrderAt }) => lastOrderAt)],
  status: (heading, texts) => [
    textColumn(heading, ({ verification: coded }) => coded && (labelOf(coded) ?? textIn(texts, codeOf(coded)))),
  ],
  level: (heading) => [textColumn(heading, ({ level }) => level?.name)],
  groups: (heading) => [textColumn(heading, ({ groups }) => groups?.map(({ name }) => name).join(', '))],
};

/** Returns the columns of a file of customers, by the codes of its fields. Unknown codes have no column. */
export const customerColumns = (fields: readonly string[], texts: Texts): readonly FileColumn<CustomerListItem>[] =>
  fields.flatMap((field) =>
    Object.hasOwn(columns, field) ? columns[field as ExportFieldCode](textIn(texts, field), texts) : [],
  );

/** Returns the writer of the file of an export: the values that the CSV of the list has, for the same locale. */
export function customerCsv(input: ExportInput): CsvWriter<CustomerListItem> {
  const { fields, texts = {}, locale = 'en', timeZone = 'UTC' } = input;
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  const decimalSign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return new CsvWriter(customerColumns(fields, texts), { decimalSign, timeZone });
}
