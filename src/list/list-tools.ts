import type { FileTable } from '../data/file-table.ts';
import type { Plural } from '../i18n/message.ts';
import type { FilterGroup } from '../ui/filters.ts';

/** The words that every list has. The section of a widget extends these. */
export interface ListWords {
  readonly heading: string;
  readonly allHeading: string;
  readonly empty: string;
  readonly emptyHelp?: string;
  readonly viewAll: string;
  /** `{shown} of {total} addresses` */
  readonly shownOf: string;
  /** `First {count} addresses`, if the platform does not report a total. */
  readonly shown: Plural;
  /** `{count} addresses` */
  readonly all: Plural;
  /** `No address has “{text}” in it.` */
  readonly noMatch?: string;
  readonly noMatchHelp?: string;
  /** The button that clears the search and the filters: `Show all addresses`. */
  readonly clearSearch?: string;
}

/** The two places that show rows of a list. */
export type ListPlace = 'panel' | 'all';

/** The tools of a list. Each appears above the rows only if the platform declares support for it. */
export interface ListTools<T> {
  readonly search?: {
    /** `Search addresses` */
    readonly label: string;
    /** The searchable fields, if the label does not name them. */
    readonly hint?: string;
    /** The number of rows up to which the field is hidden, because so few need no search. */
    readonly above?: number;
  };
  readonly range?: {
    /** The date that the range applies to: `Order date`. */
    readonly label: string;
  };
  readonly filter?: {
    /** `Status` */
    readonly label: string;
    readonly groups: readonly FilterGroup[];
  };
  readonly file?: {
    /** The kind of rows, in the event and in the file name: `orders`. */
    readonly what: string;
    readonly table: () => FileTable<T> | Promise<FileTable<T>>;
  };
}
