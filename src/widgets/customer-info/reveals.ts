import type { Revealed, RevealInput } from '../../domain/customer-change.ts';
import type { Customer } from '../../domain/customer.ts';
import { datumKey } from '../../domain/masking.ts';

interface Shown {
  readonly what: RevealInput;
  readonly value: Revealed['value'];
  readonly timer: ReturnType<typeof setTimeout>;
}

/** A minute, where the platform does not say. */
const usual = 60_000;
/** The clock of this machine may go wrong: whatever it makes of the platform's time, it is neither no time nor long. */
const [shortest, longest] = [5_000, 300_000];

/**
 * Masked data that are shown whole: for one customer, here and nowhere else, and for as long as the platform says.
 * Nothing of it outlives the widget, a switch of customers, or its time.
 */
export class Reveals {
  readonly #shown = new Map<string, Shown>();
  readonly #ended: (what: RevealInput) => void;
  #customerId: string | undefined;

  /** `ended` is told of each that is masked again by its time. */
  constructor(ended: (what: RevealInput) => void) {
    this.#ended = ended;
  }

  /** Shows a datum, in place of what was shown of it. */
  show(what: RevealInput, { customerId, value, until }: Revealed, now: Date): void {
    if (customerId !== this.#customerId) this.clear();
    this.#customerId = customerId;
    const key = datumKey(what);
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

  /** The customer with what is shown of them, in place of its masks. */
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
