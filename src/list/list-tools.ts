import type { FileTable } from '../data/file-table.ts';
import type { Plural } from '../i18n/message.ts';
import type { FilterGroup } from '../ui/filter-menu.ts';

/** The words that every list has. The section of a widget has these and more. */
export interface ListWords {
  readonly heading: string;
  readonly allHeading: string;
  readonly empty: string;
  readonly emptyHelp?: string;
  readonly viewAll: string;
  /** `{shown} of {total} addresses` */
  readonly shownOf: string;
  /** `First {count} addresses`, if the platform does not say how many there are. */
  readonly shown: Plural;
  /** `{count} addresses` */
  readonly all: Plural;
  /** `No address has “{text}” in it.` */
  readonly noMatch?: string;
  readonly noMatchHelp?: string;
  /** The button that takes the search and the filters away: `Show all addresses`. */
  readonly clearSearch?: string;
}

/** The two places in which rows of a list stand. */
export type ListPlace = 'panel' | 'all';

/** The tools of a list. Each stands above the rows only if the platform declares that the list can do it. */
export interface ListTools<T> {
  readonly search?: {
    /** `Search addresses` */
    readonly label: string;
    /** What can be searched for, if the label does not say it. */
    readonly hint?: string;
    /** The field is left out up to so many rows, which are found with the eye. */
    readonly above?: number;
  };
  readonly range?: {
    /** Which days are meant: `Order date`. */
    readonly label: string;
  };
  readonly filter?: {
    /** `Status` */
    readonly label: string;
    readonly groups: readonly FilterGroup[];
  };
  readonly file?: {
    /** What the rows are, in the event and in the name of the file: `orders`. */
    readonly what: string;
    readonly table: () => FileTable<T> | Promise<FileTable<T>>;
  };
}
