import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import type { Customer } from '../../domain/customer.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { RecordController } from '../../element/resource-controller.ts';
import { Dialog, type DialogContent } from '../../ui/dialog.ts';
import {
  adjustConfirmation,
  adjustConfirmationFooter,
  adjustQuestion,
  type AdjustViews,
} from './adjust-confirmation.ts';
import { AdjustController, type AdjustNeeds } from './adjust-controller.ts';
import { adjustForm, adjustFormFooter } from './adjust-form.ts';
import { adjustStrip, doneText, stripText } from './adjust-strip.ts';
import { wordsOf } from './adjust-words.ts';
import { customerOf } from './adjust.data.ts';

export interface AdjustDeskNeeds extends Pick<AdjustNeeds, 'accounts' | 'allowsDebit' | 'latest' | 'reread' | 'asks'> {
  readonly signIn: () => string | null | undefined;
  /** Whether anything can be adjusted now. */
  readonly mayAdjust: () => boolean;
  /** Says once what has happened, to those who do not see it. */
  readonly say: (text: string) => void;
  readonly adjusted: (account: CreditAccount, entry: CreditEntry | undefined) => void;
}

/** Where credit is adjusted and entries are taken back: in a dialog, and in a strip while none is open. */
export class AdjustDesk implements ReactiveController {
  readonly #host: DashboardElement;
  readonly #needs: AdjustDeskNeeds;
  readonly #flow: AdjustController;
  readonly #dialog: Dialog;
  readonly #customer: RecordController<Customer>;
  #wasReviewed = false;
  #focused: Element | null | undefined;

  constructor(host: DashboardElement, needs: AdjustDeskNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#flow = new AdjustController(host, {
      ...needs,
      done: ({ account, adjustment }, outcome, isHere) => {
        if (isHere) this.#say(account.customerId, doneText(adjustment.amount, outcome.account.balance, host.l10n));
        needs.adjusted(account, outcome.entry);
      },
      doubted: ({ account }) => this.#say(account.customerId, ''),
      refused: ({ account }) => this.#say(account.customerId, '', true),
      lost: () => this.#dialog.close(),
    });
    this.#dialog = new Dialog(host, 'adjust', () => this.#flow.stop());
    this.#customer = new RecordController(host, (customerId) =>
      this.#dialog.isOpen && host.client?.adapter.customers?.get ? customerOf(customerId) : undefined,
    );
    host.addController(this);
  }

  /** Whether something was sent of which it is not known what became of it. */
  get isBusy(): boolean {
    return this.#flow.sending.sent !== undefined && !this.#dialog.isOpen;
  }

  get announcement(): string {
    return stripText(this.#flow, this.#host.l10n);
  }

  adjust(accountId: string | undefined): void {
    this.#open(() => this.#flow.start(accountId));
  }

  reverse(entry: CreditEntry): void {
    this.#open(() => this.#flow.startReversal(entry));
  }

  /** For another customer: what was typed is kept. */
  close(): void {
    this.#dialog.close();
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = undefined;
    const isReviewed = this.#flow.reviewed !== undefined;
    const stepped = this.#dialog.isOpen && isReviewed !== this.#wasReviewed;
    this.#wasReviewed = isReviewed;
    // After `showModal()`, which comes with the end of the update.
    const isOurs = focused?.closest('#dialog-adjust, [part~=adjust], [part~=check], [part~=reverse]');
    if (stepped || (focused && isOurs && (!focused.isConnected || focused.matches(':disabled'))))
      void this.#host.updateComplete.then(() => this.#refocus());
  }

  strip(): TemplateResult | typeof nothing {
    if (this.#dialog.isOpen) return nothing;
    return adjustStrip({
      flow: this.#flow,
      l10n: this.#host.l10n,
      onRead: () => this.#host.refresh(),
      onOpen: this.#needs.mayAdjust() ? (entry) => (entry ? this.reverse(entry) : this.adjust(undefined)) : undefined,
    });
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render(() => this.#content());
  }

  #open(start: () => void): void {
    if (this.#flow.sending.sent) return;
    this.#needs.say('');
    start();
    this.#dialog.show();
  }

  #content(): DialogContent {
    const flow = this.#flow;
    const { l10n } = this.#host;
    const { snapshot } = this.#customer;
    const customer = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const views: AdjustViews = { flow, l10n, signIn: this.#needs.signIn(), customer };
    const { reviewed, draft, account } = flow;
    if (reviewed)
      return {
        heading: adjustQuestion(reviewed, views),
        body: adjustConfirmation(reviewed, views),
        footer: adjustConfirmationFooter(reviewed, views),
        l10n,
      };
    const accounts = this.#needs.accounts();
    const anyDebit = accounts.some((other) => this.#needs.allowsDebit(other));
    const words = wordsOf(l10n);
    return {
      heading: draft?.reverses ? words.reverseEntry : words.adjust,
      body:
        draft && account
          ? adjustForm({ ...views, draft, account, accounts, anyDebit, onReview: () => this.#review() })
          : html`<div class="body"></div>`,
      footer: draft
        ? adjustFormFooter(draft, l10n, { onDiscard: () => this.#discard(), onCancel: () => this.#dialog.close() })
        : nothing,
      l10n,
    };
  }

  #review(): void {
    if (!this.#flow.review()) void this.#host.updateComplete.then(() => this.#refocus());
  }

  #discard(): void {
    const { draft } = this.#flow;
    this.#flow.discard();
    if (draft?.reverses) this.#flow.startReversal(draft.reverses);
    else this.#flow.start(draft?.accountId);
  }

  /** For the customer it is about, if that one is still on screen. The dialog has no more to show, unless it `stays`. */
  #say(customerId: string, text: string, stays = false): void {
    if (customerId !== this.#host.activeCustomer) return;
    if (!stays) this.#dialog.close();
    this.#needs.say(text);
  }

  /** To where the operator goes on: what is wrong, what is to be confirmed, what is to be checked. */
  #refocus(): void {
    const targets = this.#dialog.isOpen
      ? ['#adjust-confirmation', '[aria-invalid=true]', '#adjust-amount', '#adjust-description']
      : ['[part=check]', '[part=adjust]:not(:disabled)'];
    for (const target of targets) {
      const element = this.#host.renderRoot.querySelector<HTMLElement>(target);
      if (element) return element.focus();
    }
  }
}
