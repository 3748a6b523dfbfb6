import type { Address, AddressInput, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { addressLengths, maxLines } from '../../domain/lengths.ts';
import { trimmed } from '../../domain/visible.ts';
import { excessOf } from '../../ui/too-long.ts';
import { countryAddress, type AddressField } from './country-address.ts';

/** What was typed, by field. What a country has no field for is kept all the same. */
export type AddressValues = Readonly<Record<AddressField | 'country', string>>;

/** An address that is being written. */
export interface AddressDraft {
  readonly values: AddressValues;
  /** The address that is changed, as it was read; absent for a new one. */
  readonly base?: BookAddress | undefined;
  /** What of it was last sent: asking for an unknown outcome sends the same once more. */
  readonly sent?: AddressInput | undefined;
  /** Whether it was to be saved already: from then on it is said what is missing. */
  readonly checked?: boolean | undefined;
}

/** A draft as it begins: empty, or what is stored. `country` is where a new one is taken to be. */
export const draftOf = (base?: BookAddress, country = ''): AddressDraft => ({
  base,
  values: base ? valuesOf(base) : { ...noValues, country },
});

const noValues: AddressValues = {
  country: '',
  name: '',
  company: '',
  lines: '',
  city: '',
  region: '',
  postalCode: '',
  phone: '',
};

/** What is stored, as it is written in the form. */
export function valuesOf({ address }: BookAddress): AddressValues {
  if (isWithheld(address)) return noValues;
  const { lines, ...rest } = address;
  const texts = Object.keys(noValues).map((member) => [member, rest[member as keyof typeof rest] ?? '']);
  return { ...(Object.fromEntries(texts) as AddressValues), lines: lines.join('\n') };
}

/** Whether there is something to lose. */
export function isDirty({ values, base }: AddressDraft): boolean {
  const before = base ? valuesOf(base) : { ...noValues, country: values.country };
  return Object.keys(noValues).some((member) => textOf(values, member) !== textOf(before, member));
}

const textOf = (values: AddressValues, member: string): string => trimmed(values[member as keyof AddressValues]);

/** The fields that are shown: those of the country in its order, and what the address had there before it was changed. */
export function fieldsOf(draft: AddressDraft): readonly AddressField[] {
  const { fields } = countryAddress(draft.values.country);
  const stored = storedIn(draft);
  const others = (['name', 'company', 'city', 'region', 'postalCode'] as const).filter(
    (field) => !fields.includes(field) && stored?.[field],
  );
  return [...fields, ...others, 'phone'];
}

/** What is stored of the address, as long as it stays in its country. */
function storedIn({ base, values }: AddressDraft): AddressValues | undefined {
  const stored = base && valuesOf(base);
  return stored?.country === values.country ? stored : undefined;
}

/** Whether a field must be filled in. What the address lacked before is not demanded of who changes something else. */
export function isRequired(draft: AddressDraft, field: AddressField): boolean {
  if (!countryAddress(draft.values.country).required.has(field)) return false;
  const stored = storedIn(draft);
  return field === 'lines' || !stored || Boolean(stored[field]);
}

/** The fields that must be filled in and are not. */
export const missingIn = (draft: AddressDraft): readonly AddressField[] =>
  fieldsOf(draft).filter((field) => isRequired(draft, field) && !trimmed(draft.values[field]));

/** How many characters of a field are too many; of lines, in all of them. */
export function excessIn({ values }: AddressDraft, field: AddressField): number {
  const texts = field === 'lines' ? linesOf(values) : [values[field]];
  return texts.reduce((sum, text) => sum + excessOf(text, addressLengths[field]), 0);
}

/** How many lines are too many. */
export const excessLines = ({ values }: AddressDraft): number => Math.max(0, linesOf(values).length - maxLines);

/** The fields that cannot be saved as they are. */
export const faultsIn = (draft: AddressDraft): readonly AddressField[] => {
  const missing = missingIn(draft);
  return fieldsOf(draft).filter(
    (field) => missing.includes(field) || excessIn(draft, field) || (field === 'lines' && excessLines(draft)),
  );
};

/** Whether the code looks as codes of the country do. An empty one, and one of an unknown kind, does. */
export function isUsualCode({ values: { country, postalCode } }: AddressDraft): boolean {
  const code = trimmed(postalCode);
  return !code || (countryAddress(country).postalCode?.test(code) ?? true);
}

/** What is sent: what is shown, without what the country has no place for. */
export function inputOf(draft: AddressDraft): AddressInput {
  const { values } = draft;
  const shown = fieldsOf(draft);
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
  };
}

const linesOf = ({ lines }: AddressValues): string[] => lines.split('\n').flatMap((line) => trimmed(line) || []);

/** What is sent, as it would be read. */
export const addressFrom = (input: AddressInput): Address => ({ ...input, lines: [...input.lines] });
