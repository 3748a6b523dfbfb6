import { AdapterError } from '../../adapter/adapter-error.ts';
import { isSameOpening, kindOf, type CreditAccount, type CreditOpening } from '../../domain/credit.ts';
import { codeOf } from '../../domain/field.ts';
import { minorUnits } from '../../domain/money.ts';

/** The accounts that the shop opens. The reference server opens the same. */
export const openings: readonly CreditOpening[] = [
  ...['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'KWD', 'JPY'].map((currency) => ({ kind: 'store-credit', currency })),
  { kind: 'points', unit: 'points' },
];

/** Returns the shop's own opening that was chosen. Throws `validation` if there is none. */
export function chosenOpening(wanted: CreditOpening): CreditOpening {
  const opening = openings.find((candidate) => isSameOpening(candidate, wanted));
  if (opening) return opening;
  const member = 'currency' in wanted ? 'currency' : 'unit';
  throw new AdapterError('validation', { fieldErrors: { [member]: 'is not that of an account that can be opened' } });
}

/** Returns an account as the shop opens it, without its ids. */
export function newAccount(opening: CreditOpening): Omit<CreditAccount, 'id' | 'customerId'> {
  const kind = kindOf(opening);
  const isCredit = codeOf(kind) === 'store-credit';
  return {
    version: '0',
    kind,
    balance:
      'currency' in opening
        ? { value: zero(minorUnits(opening.currency)), currency: opening.currency }
        : { value: '0', unit: opening.unit },
    allowDebit: true,
    allowExpiry: isCredit,
    ...(isCredit && { lapsing: null }),
  };
}

const zero = (places: number): string => (places > 0 ? `0.${'0'.repeat(places)}` : '0');
