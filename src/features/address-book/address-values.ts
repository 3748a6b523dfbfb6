import type { Address, AddressInput, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { addressLengths, maxLines } from '../../domain/lengths.ts';
import { trimmed } from '../../domain/visible.ts';
import { excessOf } from '../../ui/form.ts';
import { countryAddress, type AddressField } from './country-address.ts';

/** The typed values, by field. Values of fields that the country does not have are kept. */
export type AddressValues = Readonly<Record<AddressField | 'country' | 'label', string>>;

/** The typed values, and the address to change as it was read; absent for a new one. */
export interface AddressEdit {
  readonly values: AddressValues;
  readonly base?: BookAddress | undefined;
}

export const noValues: AddressValues = {
  label: '',
  country: '',
  name: '',
  company: '',
  lines: '',
  city: '',
  region: '',
  postalCode: '',
  phone: '',
};

/** Returns the values of a stored address in the form. */
export function valuesOf({ address, label }: BookAddress): AddressValues {
  if (isWithheld(address)) return noValues;
  const { lines, ...rest } = address;
  const texts = Object.keys(noValues).map((member) => [
    member,
    (rest as Partial<AddressValues>)[member as keyof AddressValues] ?? '',
  ]);
  return { ...(Object.fromEntries(texts) as AddressValues), lines: lines.join('\n'), label: label ?? '' };
}

/** Returns true if there are unsaved changes. The country alone of a new address is none. */
export function isDirty({ values, base }: AddressEdit): boolean {
  const before = base ? valuesOf(base) : { ...noValues, country: values.country };
  return Object.keys(noValues).some((member) => textOf(values, member) !== textOf(before, member));
}

const textOf = (values: AddressValues, member: string): string => trimmed(values[member as keyof AddressValues]);

/**
 * Returns the visible fields: those of the country in its order, and those that the stored address has in that country.
 */
export function fieldsOf(edit: AddressEdit): readonly AddressField[] {
  const { fields } = countryAddress(edit.values.country);
  const stored = storedIn(edit);
  const others = (['name', 'company', 'city', 'region', 'postalCode'] as const).filter(
    (field) => !fields.includes(field) && stored?.[field],
  );
  return [...fields, ...others, 'phone'];
}

/** Returns the stored values, as long as the address stays in the stored country. */
function storedIn({ base, values }: AddressEdit): AddressValues | undefined {
  const stored = base && valuesOf(base);
  return stored?.country === values.country ? stored : undefined;
}

/**
 * Returns true if a field is required. A field that the stored address leaves empty is not: the operator may be
 * changing something else.
 */
export function isRequired(edit: AddressEdit, field: AddressField): boolean {
  if (!countryAddress(edit.values.country).required.has(field)) return false;
  const stored = storedIn(edit);
  return field === 'lines' || !stored || Boolean(stored[field]);
}

/** Returns the required fields that are empty. */
export const missingIn = (edit: AddressEdit): readonly AddressField[] =>
  fieldsOf(edit).filter((field) => isRequired(edit, field) && !trimmed(edit.values[field]));

/** Returns the number of characters beyond the limit of a field; for lines, of all lines together. */
export function excessIn({ values }: AddressEdit, field: AddressField): number {
  const texts = field === 'lines' ? linesOf(values) : [values[field]];
  return texts.reduce((sum, text) => sum + excessOf(text, addressLengths[field]), 0);
}

/** Returns the number of lines beyond the limit. */
export const excessLines = ({ values }: AddressEdit): number => Math.max(0, linesOf(values).length - maxLines);

/** Returns the fields whose text is too long. */
export const tooLongIn = (edit: AddressEdit): readonly AddressField[] =>
  fieldsOf(edit).filter((field) => excessIn(edit, field) || (field === 'lines' && excessLines(edit)));

/** Returns true if the postal code matches the format of the country. An empty code and an unknown format match. */
export function isUsualCode({ values: { country, postalCode } }: AddressEdit): boolean {
  const code = trimmed(postalCode);
  return !code || (countryAddress(country).postalCode?.test(code) ?? true);
}

/**
 * Returns the input to submit: the visible fields, without those that the country does not have, and the label if the
 * platform takes one.
 */
export function inputOf(edit: AddressEdit, hasLabels: boolean): AddressInput {
  const { values } = edit;
  const shown = fieldsOf(edit);
  const text = (field: AddressField): string | null => (shown.includes(field) && trimmed(values[field])) || null;
  return {
    name: text('name'),
    company: text('company'),
    lines: linesOf(values),
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode'),
    country: trimmed(values.country) || null,
    phone: text('phone'),
    ...(hasLabels && { label: trimmed(values.label) || null }),
  };
}

const linesOf = ({ lines }: AddressValues): string[] => lines.split('\n').flatMap((line) => trimmed(line) || []);

/** Returns the submitted input as the address that a read would return. */
export function addressFrom(input: AddressInput): Address {
  const { label: _, ...address } = input;
  return { ...address, lines: [...address.lines] };
}
