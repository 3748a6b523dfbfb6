import { nothing, type TemplateResult } from 'lit';
import type { RevealInput } from '../../domain/customer-change.ts';
import { customerLengths } from '../../domain/lengths.ts';
import type { Customer } from '../../domain/customer.ts';
import { fieldKey } from '../../domain/masking.ts';
import { trimmed } from '../../domain/visible.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts } from '../../element/drafts.ts';
import { WriteController } from '../../element/write-controller.ts';
import { customerEditWords } from './edit-words.en.ts';
import { Dialog } from '../../ui/dialog.ts';
import { excessOf } from '../../ui/too-long.ts';
import * as events from './customer-desk.events.ts';
import { revealing } from './customer-writes.ts';
import { revealDialog } from './reveal-dialog.ts';
import { Reveals } from './reveals.ts';

interface Asked {
  readonly what: RevealInput;
  /** The name of the value. */
  readonly label: string;
}

/** Reveals a masked value for a recorded reason and a limited time, after which it is masked again. */
export class RevealFlow {
  readonly #host: DashboardElement;
  readonly #write: WriteController;
  readonly #dialog: Dialog;
  /** The typed reasons, until they are submitted. */
  readonly #reasons: Drafts<string>;
  readonly #reveals: Reveals;
  readonly #labels = new Map<string, string>();
  #asked: Asked | undefined;
  #isMissing = false;
  /** The number of the current visit: an answer to a previous visit is ignored, even for the same customer. */
  #visit = 0;

  constructor(host: DashboardElement) {
    this.#host = host;
    this.#write = new WriteController(host);
    this.#reasons = new Drafts(host);
    this.#reveals = new Reveals((what) => this.#ended(fieldKey(what)));
    this.#dialog = new Dialog(host, 'reveal', () => {
      this.#asked = undefined;
      this.#isMissing = false;
    });
    host.addController({ hostDisconnected: () => this.#reveals.clear() });
  }

  open(what: RevealInput, label: string): void {
    this.#asked = { what, label };
    this.#isMissing = false;
    const intention = intentionOf(what);
    if (this.#write.state(intention).phase !== 'pending') this.#write.resetIntention(intention);
    this.#dialog.show();
  }

  /** Masks all values when the customer changes. */
  close(): void {
    this.#visit += 1;
    this.#reveals.clear();
    this.#dialog.close();
  }

  over(customer: Customer): Customer {
    return this.#reveals.over(customer);
  }

  isShown(key: string): boolean {
    return this.#reveals.has(key);
  }

  hide(key: string): void {
    this.#reveals.hide(key);
    this.#host.requestUpdate();
    this.#focus('reveal', key);
  }

  render(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    return this.#dialog.render(() =>
      revealDialog({
        what: asked.label,
        reason: this.#reasons.get() ?? '',
        state: this.#write.state(intentionOf(asked.what)),
        isMissing: this.#isMissing,
        l10n: this.#host.l10n,
        signIn: this.#host.stateOptions.signIn,
        onInput: (reason) => {
          this.#isMissing = false;
          this.#reasons.set(reason);
        },
        onSend: () => void this.#send(asked),
        onClose: () => this.#dialog.close(),
      }),
    );
  }

  async #send({ what, label }: Asked): Promise<void> {
    const { activeCustomer: customerId, client, l10n } = this.#host;
    const reasons = this.#reasons.slot();
    const reason = trimmed(reasons.get() ?? '');
    this.#isMissing = !reason;
    this.#host.requestUpdate();
    if (excessOf(reason, customerLengths.reason)) return;
    if (customerId === undefined || !reason || this.#write.state(intentionOf(what)).phase === 'pending') return;
    const visit = this.#visit;
    const key = fieldKey(what);
    if (!this.#host.request(new events.RevealEvent(customerId, key))) return;
    const revealed = await this.#write.run(intentionOf(what), revealing(customerId, what, reason));
    if (!revealed) return;
    reasons.set(undefined);
    this.#host.dispatchEvent(new events.RevealedEvent(customerId, key));
    const host = this.#host;
    // The operator has left the customer and must not see the value now.
    if (!host.isConnected || visit !== this.#visit || client !== host.client) return;
    this.#labels.set(key, label);
    this.#reveals.show(what, revealed, l10n.now);
    this.#dialog.close();
    this.#host.announce(l10n.text(l10n.words(customerEditWords).revealed, { what: label }));
    this.#focus('hide', key);
  }

  #ended(key: string): void {
    const { l10n } = this.#host;
    const what = this.#labels.get(key) ?? '';
    this.#host.announce(l10n.text(l10n.words(customerEditWords).maskedAgain, { what }));
    this.#host.requestUpdate();
  }

  /** Focuses the button that replaced the other one. */
  #focus(part: 'hide' | 'reveal', key: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`[part~=${part}][data-datum="${CSS.escape(key)}"]`)?.focus(),
    );
  }
}

const intentionOf = (what: RevealInput): string => `reveal ${fieldKey(what)}`;
