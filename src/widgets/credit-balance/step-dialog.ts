import type { RecordQuery } from '../../data/query.ts';
import { Customer } from '../../domain/customer.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { RecordController } from '../../element/query-controller.ts';
import { adopt } from '../../ui/adopt.ts';
import { Dialog } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { deskStyles } from './desk.styles.ts';

export interface Steps {
  /** Unique in the widget. */
  readonly name: string;
  /** What is to be confirmed; nothing in the first step. */
  readonly reviewed: () => unknown;
  readonly onClose: () => void;
  /** Outside of it, what the focus may be on when that goes or can no longer be used. */
  readonly openers: string;
  /** Where the operator goes on, in it and outside of it: at the first of these that is there. */
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

/** A dialog in which something is filled in and then confirmed. It names for whom, and the focus is never lost. */
export class StepDialog extends Dialog {
  readonly #host: DashboardElement;
  readonly #steps: Steps;
  readonly #customer: RecordController<Customer>;
  #step: unknown;
  #focused: Element | null | undefined;

  constructor(host: DashboardElement, steps: Steps) {
    super(host, steps.name, steps.onClose);
    for (const sheet of [...formStyles, deskStyles]) adopt(host, sheet);
    this.#host = host;
    this.#steps = steps;
    this.#customer = new RecordController(host, (customerId) =>
      this.isOpen && host.client?.adapter.customers?.get ? customerOf(customerId) : undefined,
    );
  }

  /** Whom it is about, as far as that is known. */
  get customer(): Customer | undefined {
    const { snapshot } = this.#customer;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const focused = this.#focused;
    this.#focused = undefined;
    const step = this.isOpen ? this.#steps.reviewed() : undefined;
    const stepped = this.isOpen && step !== this.#step;
    this.#step = step;
    const isOurs = focused?.closest(`#dialog-${this.#steps.name}, ${this.#steps.openers}`);
    if (stepped || (focused && isOurs && (!focused.isConnected || focused.matches(':disabled')))) this.refocus();
  }

  /** To where the operator goes on: what is wrong, what is to be confirmed, what is to be checked. */
  refocus(): void {
    // After `showModal()`, which comes with the end of the update.
    void this.#host.updateComplete.then(() => {
      for (const target of this.isOpen ? this.#steps.inside : this.#steps.outside) {
        const element = this.#host.renderRoot.querySelector<HTMLElement>(target);
        if (element) return element.focus();
      }
    });
  }
}

/** The customer's own data, for whom a dialog names. */
const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});
