import * as v from 'valibot';
import { check } from '../../adapter/check.ts';
import { AdapterError, isAdapterError } from '../../adapter/adapter-error.ts';
import type { ReadOptions, WriteOptions } from '../../adapter/options.ts';
import type { CreditPort } from '../../adapter/ports.ts';
import { byCode, capabilitiesOf, decimal, listRows, path, type RowList } from '../../adapter/toolkit/index.ts';
import {
  CreditAdjustment,
  CreditOpening,
  isSameOpening,
  type CreditAccount,
  type CreditEntry,
} from '../../domain/credit.ts';
import { codeOf } from '../../domain/field.ts';
import { minorUnits } from '../../domain/money.ts';
import { amount, digitsIn, moneyOf } from './amounts.ts';
import { ensureCustomer, ensureOwner, idOf, invalid, type MedusaClient } from './client.ts';

const MedusaAccount = v.object({
  id: v.string(),
  customer_id: v.nullish(v.string()),
  currency_code: v.string(),
  code: v.nullish(v.string()),
  created_at: v.string(),
  ...amount('balance'),
});
type MedusaAccount = v.InferOutput<typeof MedusaAccount>;

const Transaction = v.object({
  id: v.string(),
  created_at: v.string(),
  type: v.picklist(['credit', 'debit']),
  /** What the entry is for: `user` for one of an operator, `cart`, `order`, `gift_card`. */
  reference: v.nullish(v.string()),
  reference_id: v.nullish(v.string()),
  note: v.nullish(v.string()),
  ...amount('amount'),
});
type Transaction = v.InferOutput<typeof Transaction>;

const accountsPath = '/admin/store-credit-accounts';
const accountFields = 'id,customer_id,currency_code,code,created_at,balance';
const transactionFields = 'id,created_at,type,reference,reference_id,note,amount,raw_amount';

interface Row {
  readonly account: CreditAccount;
  readonly createdAt: string;
}

const accountList: RowList<Row> = {
  order: [{ key: ({ createdAt }) => Date.parse(createdAt) }, { key: ({ account }) => account.id }],
  filters: { kind: byCode(({ account }) => codeOf(account.kind)) },
};

/** Newest first. Entries of the same millisecond have increasing ids. */
const entryList: RowList<CreditEntry> = {
  order: [
    { key: ({ at }) => Date.parse(at), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  texts: ({ description, reference }) => [description, reference],
  at: ({ at }) => at,
};

/**
 * Creates the port of store credit, which Medusa has with its loyalty plugin. `currencies` are those of the accounts that
 * operators can open.
 */
export function creditPort(client: MedusaClient, currencies: readonly string[]): CreditPort {
  const openings = currencies.map((code): CreditOpening => ({ kind: 'store-credit', currency: code.toUpperCase() }));
  const accountPath = (accountId: string) => accountsPath + path`/${accountId}`;

  /** Reads an account. Medusa finds it without its customer. */
  async function own(customerId: string, accountId: string, options: ReadOptions | WriteOptions) {
    const query = { fields: accountFields };
    const account = await client.get(accountPath(accountId), 'store_credit_account', MedusaAccount, query, options);
    ensureOwner(account.customer_id, customerId);
    return account;
  }

  async function accountsOf(customerId: string, options: ReadOptions | WriteOptions): Promise<MedusaAccount[]> {
    const query = { customer_id: idOf(customerId), fields: accountFields };
    return client.all(accountsPath, 'store_credit_accounts', MedusaAccount, query, options);
  }

  async function ledger(account: MedusaAccount, customerId: string, options: ReadOptions | WriteOptions) {
    const at = `${accountPath(account.id)}/transactions`;
    const rows = await client.all(at, 'transactions', Transaction, { fields: transactionFields }, options);
    return entriesOf(rows, account, customerId);
  }

  /** Finds the entry of a write: the newest one like it. The write stands, so nothing is rejected if it is not found. */
  async function written(
    account: MedusaAccount,
    { value, note }: { readonly value: string; readonly note: string },
    customerId: string,
    options: WriteOptions,
  ): Promise<CreditEntry | undefined> {
    const entries = await ledger(account, customerId, options).catch(() => []);
    return entries.findLast(
      ({ amount: moved, description }) => decimal.compare(moved.value, value) === 0 && description === note,
    );
  }

  return {
    // A repeated credit is a second one, so none is ever repeated by itself.
    guarantees: { idempotency: false, versions: false, dryRun: true },
    capabilities: { accounts: capabilitiesOf(accountList), entries: capabilitiesOf(entryList) },

    async accounts(customerId, request, options) {
      const found = await accountsOf(customerId, options);
      const rows = found.map((one) => ({ account: accountOf(one, customerId), createdAt: one.created_at }));
      const { page } = listRows(rows, request, options, accountList);
      return { ...page, items: page.items.map(({ account }) => account) };
    },

    async entries(customerId, accountId, request, options) {
      const account = await own(customerId, accountId, options);
      return listRows(await ledger(account, customerId, options), request, options, entryList).page;
    },

    async adjust(customerId, input, options) {
      const adjustment = check(CreditAdjustment, input);
      const before = await own(customerId, adjustment.accountId, options);
      const value = movement(before, adjustment);
      const debit = decimal.sign(value) < 0;
      const balance = decimal.sum(digitsIn(before, 'balance') ?? '0', value);
      if (debit && decimal.sign(balance) < 0) throw overdrawn();
      if (options.dryRun) {
        const { currency_code: currency } = before;
        return { customerId, account: { ...accountOf(before, customerId), balance: moneyOf(balance, currency) } };
      }
      const { description, reference } = adjustment;
      const body = {
        amount: Number(debit ? decimal.negate(value) : value),
        // An entry has one text. A reference is kept in it.
        note: reference?.trim() ? `${description} (${reference.trim()})` : description,
      };
      const at = `${accountPath(before.id)}/${debit ? 'debit' : 'credit'}`;
      const request = { body, query: { fields: accountFields } };
      const after = await client
        .write(at, 'store_credit_account', MedusaAccount, request, options)
        .catch((thrown: unknown) => {
          // Of these requests, Medusa rejects only a debit above the balance: another one was faster.
          throw debit && isAdapterError(thrown) && thrown.code === 'validation' ? overdrawn() : thrown;
        });
      const entry = await written(after, { value, note: body.note }, customerId, options);
      return { customerId, account: accountOf(after, customerId), ...(entry && { entry }) };
    },

    ...(openings.length > 0 &&
      ({
        openings,
        async open(customerId, input, options) {
          const wanted = check(CreditOpening, input);
          if (!openings.some((one) => isSameOpening(one, wanted)) || !('currency' in wanted))
            throw invalid('currency', 'is not that of an account that can be opened');
          // The plugin opens an account for anybody, also for a customer who does not exist.
          await ensureCustomer(client, customerId, options);
          const currency = wanted.currency.toLowerCase();
          const request = {
            body: { customer_id: customerId, currency_code: currency },
            query: { fields: accountFields },
          };
          try {
            const opened = await client.write(accountsPath, 'store_credit_account', MedusaAccount, request, options);
            return accountOf(opened, customerId);
          } catch (thrown) {
            if (!isAdapterError(thrown) || thrown.code !== 'validation') throw thrown;
            // A customer has one account in a currency.
            const existing = (await accountsOf(customerId, options)).find((one) => one.currency_code === currency);
            throw existing ? new AdapterError('conflict', { current: accountOf(existing, customerId) }) : thrown;
          }
        },
      } satisfies CreditPort)),
  };
}

const overdrawn = () => invalid('amount', 'exceeds the balance');

/** Returns the amount of an adjustment. Throws `validation` for what Medusa has no place for, or cannot store exactly. */
function movement(account: MedusaAccount, adjustment: CreditAdjustment): string {
  const { amount: moved, reason, expiresOn, reverses } = adjustment;
  const currency = account.currency_code.toUpperCase();
  if (!('currency' in moved) || moved.currency !== currency)
    throw invalid('amount', 'is not in the currency of the account');
  if (reverses !== undefined) throw invalid('reverses', 'cannot be reversed');
  if (reason !== undefined) throw invalid('reason', 'is not a reason of this account');
  if (expiresOn !== undefined) throw invalid('expiresOn', 'is not allowed for this account');
  const { value } = moved;
  const digits = minorUnits(currency);
  if (decimal.sign(value) === 0) throw invalid('amount', 'is zero');
  if (decimal.compare(decimal.round(value, digits), value) !== 0)
    throw invalid('amount', `has more than ${digits} decimals`);
  // The amount is sent as a number, which is exact up to 15 digits.
  if (value.replace(/\D/g, '').replace(/^0+/, '').length > 15) throw invalid('amount', 'is too large');
  return value;
}

const accountOf = (account: MedusaAccount, customerId: string): CreditAccount => ({
  id: account.id,
  customerId,
  kind: 'store-credit',
  balance: moneyOf(digitsIn(account, 'balance') ?? '0', account.currency_code),
  lapsing: null,
  allowDebit: true,
  label: account.code ?? null,
});

/** Converts a whole ledger, the oldest entry first. The balance after an entry is the sum up to it. */
function entriesOf(rows: readonly Transaction[], account: MedusaAccount, customerId: string): CreditEntry[] {
  const { currency_code: currency, id: accountId } = account;
  const sorted = rows.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || (a.id < b.id ? -1 : 1));
  let balance = '0';
  return sorted.map((row) => {
    const digits = digitsIn(row, 'amount') ?? '0';
    const value = row.type === 'debit' ? decimal.negate(digits) : digits;
    balance = decimal.sum(balance, value);
    const isOperator = row.reference === 'user';
    return {
      id: row.id,
      customerId,
      accountId,
      kind: kindOf(row),
      amount: moneyOf(value, currency),
      balanceAfter: moneyOf(balance, currency),
      at: row.created_at,
      ...(isOperator && row.reference_id ? { actor: { id: row.reference_id } } : {}),
      reference: (isOperator ? null : row.reference_id) || null,
      description: row.note || null,
      expiresAt: null,
    };
  });
}

/** Returns the kind of an entry: by an operator, by an order, or by a gift card. */
function kindOf({ type, reference }: Transaction): CreditEntry['kind'] {
  if (reference === 'user') return 'adjustment';
  if (reference?.replace('-', '_') === 'gift_card') return 'gift-card';
  if (reference === 'order' || reference === 'cart') return type === 'debit' ? 'spent' : 'refund';
  return { code: reference || type, label: (reference || type).replaceAll('_', ' ') };
}
