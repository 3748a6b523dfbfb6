import type { TemplateResult } from 'lit';

interface AnyField<N extends string> {
  /** The member of the values that it writes. */
  readonly name: N;
  readonly label: string;
  readonly isOptional?: boolean;
  /** Takes the focus when the form opens. */
  readonly takesFocus?: boolean;
}

/** Something that is typed. `amount`: an exact decimal in the operator's language. */
export interface TextField<N extends string> extends AnyField<N> {
  readonly kind: 'text' | 'textarea' | 'amount' | 'date' | 'email';
  /** In UTF-16 code units, without the space around it. What is too long is said, never cut. */
  readonly maxLength?: number;
  /** A currency's symbol before what is typed, a unit after it. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** The first day that can be chosen: `YYYY-MM-DD`. */
  readonly min?: string;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  /** An icon's path, for `segmented`. */
  readonly path?: string;
  readonly isDisabled?: boolean;
  /** A code, such as a currency: no translator of pages may touch it. */
  readonly isCode?: boolean;
}

/** One of a few: in a list that opens, or all in view. */
export interface OptionField<N extends string> extends AnyField<N> {
  readonly kind: 'select' | 'segmented';
  readonly options: readonly FieldOption[];
}

export interface CheckboxField<N extends string> extends AnyField<N> {
  readonly kind: 'checkbox';
}

/** A control with which one of many is searched for and chosen: see `ChoiceSearch`. */
export interface SearchControl {
  render(view: {
    readonly id: string;
    readonly label: string;
    readonly error: TemplateResult | string | undefined;
    readonly chosen: unknown;
    readonly onChoose: (value: unknown) => void;
  }): TemplateResult;
}

/** One of many, searched for in a list of the platform. Its value is the record that was chosen. */
export interface SearchField<N extends string> extends AnyField<N> {
  readonly kind: 'search';
  readonly search: SearchControl;
}

/** A control of the form's own: an address, say. */
export interface CustomField<N extends string> extends AnyField<N> {
  readonly kind: 'custom';
  readonly render: () => TemplateResult;
}

/** One field of a form, by the name of its value. */
export type FormField<V> =
  | TextField<keyof V & string>
  | OptionField<keyof V & string>
  | CheckboxField<keyof V & string>
  | SearchField<keyof V & string>
  | CustomField<keyof V & string>;

/** A line of a form: a field, two side by side, or something to read; nothing where it does not apply. */
export type FormRow<V> = FormField<V> | readonly FormField<V>[] | TemplateResult | undefined;

/** The fields of some rows, from first to last. */
export const fieldsIn = <V>(rows: readonly FormRow<V>[]): readonly FormField<V>[] =>
  rows.flatMap((row) => (row === undefined ? [] : isFields(row) ? row : isField(row) ? [row] : []));

export const isFields = <V>(row: FormRow<V>): row is readonly FormField<V>[] => Array.isArray(row);
export const isField = <V>(row: FormRow<V>): row is FormField<V> =>
  row !== undefined && !isFields(row) && 'kind' in row;
