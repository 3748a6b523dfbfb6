import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { CreditPort } from '../../adapter/ports/credit.ts';
import {
  CreditAdjustment,
  CreditOpening,
  isSameOpening,
  openingOf,
  type CreditAccount,
  type CreditEntry,
  kindOf,
} from '../../domain/credit.ts';
import { movementOf } from './adjusting.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';
import { readAccount, readLedger } from './ledger.ts';
import { accountList, entryList } from './lists.ts';
import { beyondLimit } from './roles.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import { codeOf } from '../../domain/field.ts';
import { minorUnits } from '../../domain/money.ts';

/** Creates the port of stored value. An adjustment may name the account's version, which must then be current. */
export function creditPort(session: MemorySession) {
  const { store, operator } = session;
  return {
    ...declarationsOf('credit'),
    openings,

    async accounts(customerId, page, options) {
      const { accounts, entries } = await session.read('credit.accounts', customerId, options);
      const rows = accounts.map((account) => readAccount(account, entries, store.now));
      return listRows(rows, page, options, accountList).page;
    },

    async entries(customerId, accountId, page, options) {
      const { accounts, entries } = await session.read('credit.entries', customerId, options);
      const { id } = found(accounts, accountId);
      const ledger = readLedger(entries.filter(({ accountId: of }) => of === id));
      return listRows(ledger, page, options, entryList).page;
    },

    adjust(customerId, adjustment, options) {
      return session.write('credit.adjust', customerId, adjustment, options, (file) => {
        const wanted = check(CreditAdjustment, adjustment);
        const before = file.accounts.find(({ id }) => id === wanted.accountId);
        if (!before)
          throw new AdapterError('validation', { fieldErrors: { accountId: 'is not an account of this customer' } });
        if (options.ifVersion !== undefined)
          demandVersion(readAccount(before, file.entries, store.now), options.ifVersion);
        const { balance, entry: moved } = movementOf(before, wanted, file.entries, store.now);
        const reason = beyondLimit(wanted.amount, operator.creditLimit);
        if (reason !== undefined) throw new AdapterError('forbidden', { reason });
        if (options.dryRun)
          return { customerId, account: readAccount({ ...before, balance }, file.entries, store.now) };
        const account = { ...before, balance, version: following(before.version) };
        const entry: CreditEntry = {
          id: store.newId('credit'),
          customerId,
          accountId: account.id,
          ...moved,
          balanceAfter: balance,
          at: store.tick(),
          actor: operator.actor,
          reference: wanted.reference ?? null,
          description: wanted.description,
        };
        file.accounts = file.accounts.map((other) => (other === before ? account : other));
        file.entries = [...file.entries, entry];
        const [read] = readLedger([entry]);
        return { customerId, account: readAccount(account, file.entries, store.now), entry: read };
      });
    },

    open(customerId, wanted, options) {
      return session.change('credit.open', customerId, wanted, options, (file) => {
        const opening = chosenOpening(check(CreditOpening, wanted));
        const current = file.accounts.find((account) => isSameOpening(openingOf(account), opening));
        if (current) throw new AdapterError('conflict', { current });
        const account: CreditAccount = { id: store.newId('account'), customerId, ...newAccount(opening) };
        file.accounts = [...file.accounts, account];
        return account;
      });
    },
  } satisfies CreditPort;
}

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
