import type { nothing, TemplateResult } from 'lit';
import type { FileTable } from '../data/file-table.ts';
import type { Plural } from '../i18n/message.ts';
import type { ColumnOption } from '../ui/column-chooser.ts';
import type { FilterGroup } from '../ui/filter-groups.ts';
import type { Popovers } from '../ui/popover.ts';

/** The words that every list has. The section of a widget extends these. */
export interface ListWords {
  readonly heading: string;
  readonly allHeading: string;
  readonly empty: string;
  readonly emptyHelp?: string;
  readonly viewAll: string;
  /** `{shown} of {total} addresses`. This message and the next two may be absent if the widget renders its own footer. */
  readonly shownOf?: string;
  /** `First {count} addresses`, if the platform does not report a total. */
  readonly shown?: Plural;
  /** `{count} addresses` */
  readonly all?: Plural;
  /** `No address has “{text}” in it.` */
  readonly noMatch?: string;
  /** `No such addresses.`, if filters or a range without a search exclude all rows. */
  readonly noneMatch?: string;
  readonly noMatchHelp?: string;
  /** The button that clears the search and the filters: `Show all addresses`. */
  readonly clearSearch?: string;
}

/** The words of a search that has found nothing. */
export type NoMatchWords = Pick<
  ListWords,
  'empty' | 'viewAll' | 'noMatch' | 'noneMatch' | 'noMatchHelp' | 'clearSearch'
>;

/** A form of a list widget: the button that opens it, notices, its strip and dialog. `FormAccess` is one. */
export interface ListForm {
  readonly announcement: string;
  button(): unknown;
  notices(): unknown;
  strip(): unknown;
  dialog(): unknown;
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
    /** The name of a filter that takes the days, in a list that has several dates and no range of its own. */
    readonly filter?: string;
  };
  readonly filter?: {
    /** `Status` */
    readonly label: string;
    readonly groups: readonly FilterGroup[];
  };
  readonly columns?: ColumnChoice & {
    /** `Columns` */
    readonly label: string;
    readonly all: readonly ColumnOption[];
  };
  /** Tools of the widget itself, such as a legend. They need nothing of the platform. */
  readonly further?: readonly FurtherTool[];
  readonly file?: {
    /** The kind of rows, in the event and in the file name: `orders`. */
    readonly what: string;
    /** The number of all rows, for a platform that reports it only among the totals. */
    readonly total?: number | undefined;
    readonly table: () => FileTable<T> | Promise<FileTable<T>>;
    /** Renders a button of the widget in place of the choice of a format. `name` is unique in the widget. */
    readonly button?: ((name: string) => TemplateResult | typeof nothing) | undefined;
  };
}

/** The visible columns, and the callback for another choice. */
export interface ColumnChoice {
  /** The names of the visible columns, in order. */
  readonly chosen: readonly string[];
  /** `true` if the operator has changed the columns. */
  readonly isChanged: boolean;
  /** Called with the new columns, or with `undefined` to reset them to those of the host page. */
  readonly onChoose: (names: readonly string[] | undefined) => void;
}

/** A tool that only one widget has. */
export interface FurtherTool {
  /** The name in the attribute `toolbar`. Without one, the tool is always shown. */
  readonly name?: string;
  /** Renders the tool, by popovers whose names end in `place`, so that they are unique in the widget. */
  readonly render: (popovers: Popovers, place: ListPlace) => TemplateResult;
}
