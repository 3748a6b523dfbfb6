import { html, nothing, type TemplateResult } from 'lit';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import type { DialogContent } from '../../ui/dialog.ts';
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
import { StepDialog } from './step-dialog.ts';

export interface AdjustDeskNeeds extends Pick<
  AdjustNeeds,
  'accounts' | 'allowsDebit' | 'latest' | 'reread' | 'request'
> {
  readonly signIn: () => string | null | undefined;
  /** Whether anything can be adjusted now. */
  readonly mayAdjust: () => boolean;
  /** Says once what has happened, to those who do not see it. */
  readonly say: (text: string) => void;
  readonly adjusted: (account: CreditAccount, entry: CreditEntry | undefined) => void;
}

/** Where credit is adjusted and entries are taken back: in a dialog, and in a strip while none is open. */
export class AdjustDesk {
  readonly #host: DashboardElement;
  readonly #needs: AdjustDeskNeeds;
  readonly #flow: AdjustController;
  readonly #dialog: StepDialog;

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
    this.#dialog = new StepDialog(host, {
      name: 'adjust',
      reviewed: () => this.#flow.reviewed,
      onClose: () => this.#flow.stop(),
      openers: '[part~=adjust], [part~=check], [part~=reverse]',
      inside: ['#adjust-confirmation', '[aria-invalid=true]', '#adjust-amount', '#adjust-description'],
      outside: ['[part=check]', '[part=adjust]:not(:disabled)'],
    });
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
    const { customer } = this.#dialog;
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
    if (!this.#flow.review()) this.#dialog.refocus();
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
}
