import type { nothing, TemplateResult } from 'lit';

interface AnyField<N extends string> {
  /** The name of the value that the field writes. */
  readonly name: N;
  readonly label: string;
  /** `true` if the field may be empty, which its label says. `unmarked`: the label does not say so. */
  readonly isOptional?: boolean | 'unmarked';
  /** The error of a value that is empty, does not match `pattern`, is before `min`, or is none of the options. */
  readonly invalid?: string;
  /** A remark below the control. */
  readonly help?: string | undefined;
  /** `true` if the remark stays below an error, because the error does not say the same. */
  readonly keepsHelp?: boolean;
  /** Returns the text of a value, for the value that somebody else has saved. By default it is shown as it is. */
  readonly textOf?: (value: unknown) => string;
  /** `true` if the field receives the focus when the form opens. */
  readonly takesFocus?: boolean;
}

/** A field for typed text. `amount`: an exact decimal in the operator's language. */
export interface TextField<N extends string> extends AnyField<N> {
  readonly kind: 'text' | 'textarea' | 'amount' | 'date' | 'email' | 'tel';
  /**
   * The maximum length in UTF-16 code units, without surrounding white space. Longer text is reported, never truncated.
   */
  readonly maxLength?: number;
  /** A currency symbol before the input, or a unit after it. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** The earliest day: `YYYY-MM-DD`. */
  readonly min?: string;
  readonly pattern?: RegExp;
  /** `true` if the browser must not correct the text: a name or an address of a machine. */
  readonly isVerbatim?: boolean;
  /** `true` if the field is only as wide as a date. */
  readonly isShort?: boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  /** The path of an icon, for `segmented`. */
  readonly path?: string;
  readonly isDisabled?: boolean;
  /** A mark after the label, for `radio`. */
  readonly mark?: TemplateResult | typeof nothing;
  /** `true` if the label is a code, such as a currency, that page translators must not change. */
  readonly isCode?: boolean;
}

/** A choice of one of a few options: a list that opens, segments, or radio buttons for labels that are long. */
export interface OptionField<N extends string> extends AnyField<N> {
  readonly kind: 'select' | 'segmented' | 'radio';
  readonly options: readonly FieldOption[];
}

export interface CheckboxField<N extends string> extends AnyField<N> {
  readonly kind: 'checkbox';
}

/** A control that searches for one of many records: see `ChoiceSearch`. */
export interface SearchControl {
  render(view: {
    readonly id: string;
    readonly label: string;
    readonly error: FieldError;
    readonly chosen: unknown;
    readonly onChoose: (value: unknown) => void;
  }): TemplateResult;
}

/** A field that searches a list of the platform. Its value is the selected record. */
export interface SearchField<N extends string> extends AnyField<N> {
  readonly kind: 'search';
  readonly search: SearchControl;
}

/** A control that the form renders itself, such as a list of records to choose from. */
export interface CustomField<N extends string> extends AnyField<N> {
  readonly kind: 'custom';
  readonly render: (view: { readonly id: string; readonly error: FieldError }) => TemplateResult;
}

/** Several values that the form renders together, such as an address, whose fields depend on its country. */
export interface FieldGroup<N extends string> {
  readonly kind: 'group';
  readonly names: readonly N[];
  readonly render: () => TemplateResult;
}

export type FieldError = TemplateResult | string | undefined;

/** One field of a form, by the name of its value. */
export type FormField<V> =
  | TextField<keyof V & string>
  | OptionField<keyof V & string>
  | CheckboxField<keyof V & string>
  | SearchField<keyof V & string>
  | CustomField<keyof V & string>;

/** A row of a form: a field, two fields side by side, a group, or a template; `undefined` if it does not apply. */
export type FormRow<V> =
  | FormField<V>
  | readonly FormField<V>[]
  | FieldGroup<keyof V & string>
  | TemplateResult
  | undefined;

/** Returns the names of the values that some rows show, in order. */
export const namesIn = <V>(rows: readonly FormRow<V>[]): readonly (keyof V & string)[] =>
  rows.flatMap((row) => (isGroup(row) ? row.names : fieldsIn([row]).map(({ name }) => name)));

/** Returns the fields of some rows, in order. */
export const fieldsIn = <V>(rows: readonly FormRow<V>[]): readonly FormField<V>[] =>
  rows.flatMap((row) => (row === undefined ? [] : isFields(row) ? row : isField(row) ? [row] : []));

export const isFields = <V>(row: FormRow<V>): row is readonly FormField<V>[] => Array.isArray(row);
export const isGroup = <V>(row: FormRow<V>): row is FieldGroup<keyof V & string> =>
  row !== undefined && !isFields(row) && 'kind' in row && row.kind === 'group';
export const isField = <V>(row: FormRow<V>): row is FormField<V> =>
  row !== undefined && !isFields(row) && 'kind' in row && row.kind !== 'group';
