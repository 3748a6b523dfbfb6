import * as v from 'valibot';
import { boundedList, Count, Id, LongText, ShortText } from './bounds.ts';
import { Coded } from './field.ts';
import { Actor } from './operator.ts';
import { DayRange, Instant, TimeZone } from './time.ts';

/** The codes of an export's state. */
export const exportStates = [
  /** The platform is writing the file. */
  'running',
  /** The file is complete. */
  'done',
  /** The operator has canceled it. There is no file. */
  'canceled',
  /** The platform has given up. There is no file. */
  'failed',
] as const;

/** The codes of the fields that an export of customers can have: those of the columns of the list, and the id. */
export const exportFields = [
  'id',
  'name',
  'email',
  'phone',
  'spent',
  'orders',
  'transactions',
  'firstOrder',
  'lastOrder',
  'status',
  'level',
  'groups',
] as const;
export type ExportFieldCode = (typeof exportFields)[number];

/** The dates that a range of an export can apply to. */
export const exportDates = ['lastOrder', 'firstOrder'] as const;
export type ExportDate = (typeof exportDates)[number];

/** What an export can have. */
export const ExportFields = v.object({
  /** The fields, in the order of the file. Known codes: `exportFields`. */
  fields: boundedList(Coded),
  /** The dates that a range can apply to. Absent: the last order only. */
  dates: v.optional(boundedList(v.picklist(exportDates))),
});
export type ExportFields = v.InferOutput<typeof ExportFields>;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The maximum number of fields in one export. */
const maxFields = 100;
const Short = v.pipe(v.string(), v.maxLength(200));

/** An export to start: its fields and its customers, which are all of them by default. */
export const ExportInput = v.object({
  /** The codes of the fields, in the order of the columns. */
  fields: v.pipe(v.array(Id), v.minLength(1), v.maxLength(maxFields)),
  /** The days of the date that `dates` names, in `timeZone`. Customers without that date are left out. */
  range: v.optional(DayRange),
  /** The date that the range applies to. Default: the last order. */
  dates: v.optional(v.picklist(exportDates)),
  /** The search that the customers match, as in `customers.list`. */
  text: v.optional(Short),
  /** The filters that the customers match, as in `customers.list`. */
  filter: v.optional(v.pipe(v.record(Id, Id), v.maxEntries(maxFields))),
  /**
   * Texts of the file in the language of the page: headings by the code of their field, `currency`, and codes of
   * verification. The file has the code itself, or the platform's own text, where one is missing.
   */
  texts: v.optional(v.pipe(v.record(Id, Short), v.maxEntries(maxFields))),
  /** The language tag that numbers are written for. Default: English. */
  locale: v.optional(v.pipe(Short, v.check(isLocale, 'a language tag'))),
  /** The time zone of the range and of the times in the file. Default: UTC. */
  timeZone: v.optional(TimeZone),
});
export type ExportInput = v.InferOutput<typeof ExportInput>;

/** An export, and its entry in the log. The entry exists from the start, and stays when the file is gone. */
export const CustomerExport = v.object({
  id: Id,
  /** Known codes: `exportStates`. */
  state: Coded,
  /** The fields, in the order of the columns. Known codes: `exportFields`. */
  fields: boundedList(Coded),
  /** The days that limit the customers. */
  range: v.optional(DayRange),
  /** The date that the range applies to. */
  dates: v.optional(v.picklist(exportDates)),
  /** `true` if a search or filters also limit the customers. */
  isFiltered: v.optional(v.boolean()),
  /** The number of customers that have been written. */
  rows: Count,
  /** The number of customers to write, as it was at the start. Absent: unknown. */
  total: v.optional(Count),
  /** The time of the start. */
  startedAt: Instant,
  /** The time of the end. `null`: it is running. */
  endedAt: v.optional(v.nullable(Instant)),
  /** Who has started it. */
  actor: v.optional(v.nullable(Actor)),
  /** Why it has failed, in the platform's words. */
  reason: v.optional(LongText),
});
export type CustomerExport = v.InferOutput<typeof CustomerExport>;

/** The file of an export: its text, or the URL where the browser fetches it. */
export const ExportFile = v.pipe(
  v.object({
    /** The name of the file, without personal data. */
    name: ShortText,
    /** The text of the file: comma-separated values, at most 256 MB. */
    text: v.optional(v.pipe(v.string(), v.maxLength(268_435_456))),
    /** The URL of the file, which needs no further credentials and expires soon. */
    url: v.optional(ShortText),
  }),
  v.check(({ text, url }) => text !== undefined || url !== undefined, 'a text or a URL'),
);
export type ExportFile = v.InferOutput<typeof ExportFile>;
