import type { Revealed, RevealInput } from '../../domain/customer-change.ts';
import type { Customer } from '../../domain/customer.ts';
import { fieldKey } from '../../domain/masking.ts';

interface Shown {
  readonly what: RevealInput;
  readonly value: Revealed['value'];
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The default duration, in milliseconds, if the platform sets none. */
const usual = 60_000;
/** The clock of this machine can be wrong, so the remaining time is clamped to these limits, in milliseconds. */
const [shortest, longest] = [5_000, 300_000];

/**
 * The revealed values of one customer, in this widget only, until the time that the platform sets. They are discarded
 * with the widget and on a change of the customer.
 */
export class Reveals {
  readonly #shown = new Map<string, Shown>();
  readonly #ended: (what: RevealInput) => void;
  #customerId: string | undefined;

  /** Calls `ended` for each value that is masked again when its time is up. */
  constructor(ended: (what: RevealInput) => void) {
    this.#ended = ended;
  }

  /** Shows a value in place of its masked form. */
  show(what: RevealInput, { customerId, value, until }: Revealed, now: Date): void {
    if (customerId !== this.#customerId) this.clear();
    this.#customerId = customerId;
    const key = fieldKey(what);
    this.hide(key);
    const left = until === undefined ? usual : Date.parse(until) - now.getTime();
    const timer = setTimeout(
      () => {
        this.hide(key);
        this.#ended(what);
      },
      Math.min(Math.max(left, shortest), longest),
    );
    this.#shown.set(key, { what, value, timer });
  }

  has(key: string): boolean {
    return this.#shown.has(key);
  }

  hide(key: string): void {
    clearTimeout(this.#shown.get(key)?.timer);
    this.#shown.delete(key);
  }

  clear(): void {
    for (const key of [...this.#shown.keys()]) this.hide(key);
  }

  /** Returns the customer with the revealed values in place of the masked ones. */
  over(customer: Customer): Customer {
    if (!this.#shown.size || customer.id !== this.#customerId) return customer;
    const all = [...this.#shown.values()];
    const members = all.flatMap(({ what, value }) => ('field' in what ? [[what.field, value]] : []));
    const byId = new Map(all.flatMap(({ what, value }) => ('field' in what ? [] : [[what.customField, value]])));
    return {
      ...customer,
      ...(Object.fromEntries(members) as Partial<Customer>),
      ...(customer.customFields && {
        customFields: customer.customFields.map((field) => {
          const value = byId.get(field.id);
          return typeof value === 'string' || typeof value === 'boolean' ? { ...field, value } : field;
        }),
      }),
    };
  }
}
