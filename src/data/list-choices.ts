import * as v from 'valibot';
import type { Sort as SortOrder } from '../adapter/options.ts';
import type { DayRange } from '../domain/time.ts';

const text = v.pipe(v.string(), v.maxLength(1000));
const few = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(200));
/** A member that cannot be read is absent: it may be of another version of the page. */
const lenient = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

const Sort = v.object({ field: text, direction: v.picklist(['ascending', 'descending']) });
const Columns = v.pipe(few(text), v.minLength(1));
const Limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

const Query = v.object({
  text: lenient(text),
  range: lenient(v.object({ from: v.optional(text), to: v.optional(text) })),
  filter: lenient(v.record(text, few(text))),
  sort: lenient(Sort),
});

/** The longest name of a view. */
export const maxName = 60;
/** The largest number of views in one scope. */
export const maxViews = 50;

const View = v.object({
  id: text,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxName)),
  query: Query,
  columns: lenient(Columns),
  limit: lenient(Limit),
});

/** The search, the range, the filters and the order of a view. */
export interface ViewQuery {
  readonly text?: string | undefined;
  readonly range?: DayRange | undefined;
  readonly filter?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly sort?: SortOrder | undefined;
}

/** What a list shows: its search, filters and order, its columns, and its rows per page. */
export interface ViewState {
  readonly query: ViewQuery;
  readonly columns?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** A state of the list that an operator has saved under a name. */
export interface SavedView extends ViewState {
  readonly id: string;
  readonly name: string;
}

/** What is stored for a list, for one operator or for everybody. */
export interface ListChoices {
  readonly columns?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly sort?: SortOrder | undefined;
  readonly views: readonly SavedView[];
}

const Choices = v.object({
  columns: lenient(Columns),
  limit: lenient(Limit),
  sort: lenient(Sort),
  views: lenient(v.array(v.unknown())),
});

/** Reads what is stored. What cannot be read is left out. */
export function readChoices(value: unknown): ListChoices {
  const { success, output } = v.safeParse(Choices, value);
  if (!success) return { views: [] };
  const { views = [], ...others } = output;
  return {
    ...others,
    views: views.slice(0, maxViews).flatMap((view) => {
      const read = v.safeParse(View, view);
      return read.success ? [read.output] : [];
    }),
  };
}
