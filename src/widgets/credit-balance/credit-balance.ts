import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ListQuery } from '../../data/query.ts';
import type { List } from '../../data/snapshot.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import type { ViewAll } from '../../element/opening.ts';
import { PermissionsController } from '../../element/permissions.ts';
import { ListController } from '../../element/resource-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { Dialog, dialogStyles, type DialogContent } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { safeHref } from '../../ui/href.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { panel } from '../../ui/panel.ts';
import { segmented, segmentedStyles } from '../../ui/segmented.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles } from '../../ui/table.ts';
import { datum } from '../../ui/text.ts';
import { warningNotices } from '../../ui/warnings.ts';
import { accountLabel, shortLabels, wordsOf } from './account-words.ts';
import { accountList, accountsSkeleton } from './accounts.ts';
import { AdjustController } from './adjust-controller.ts';
import { adjustDialog } from './adjust-dialog.ts';
import { adjustStrip, doneText, stripText } from './adjust-strip.ts';
import { accountsOf, entriesOf } from './credit-balance.data.ts';
import * as events from './credit-balance.events.ts';
import { styles } from './credit-balance.styles.ts';
import { LedgerView } from './ledger-view.ts';

/**
 * What credit a customer has, account by account; the ledger behind each balance; and its adjustment in two steps,
 * which writes once, shows nothing that is not so, and says when nobody knows.
 *
 * @summary Store credit and points with their ledger, and their adjustment
 * @tag credit-balance
 * @slot heading - In place of the heading's words.
 * @slot actions - Further actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the accounts are on their way.
 * @slot empty - In place of what is shown where there are none.
 * @slot error - In place of what is shown where they could not be loaded.
 * @fires {CreditAdjustEvent} credit-adjust - Credit is about to be adjusted. Cancelable.
 * @fires {CreditAdjustedEvent} credit-adjusted - Credit was adjusted.
 * @fires {ViewAllEvent} view-all - The whole ledger is asked for. Cancelable.
 * @csspart accounts - The balances.
 * @csspart metric - One balance, with its label and what lapses.
 * @csspart figure - The balance itself.
 * @csspart badge - What lapses soon; an entry that was reversed.
 * @csspart adjust - What opens the adjustment.
 * @csspart notice - How it stands with what was sent; why nothing can be adjusted; what is missing.
 * @csspart check - What asks again for the outcome of what is in doubt.
 * @csspart looked - What says that the operator has found it out, where the platform cannot be asked.
 * @csspart ledger-bar - Where the account is chosen whose ledger is shown.
 * @csspart segmented - A choice of a few, all in view.
 * @csspart segment - One of them.
 * @csspart table - The ledger.
 * @csspart row - One entry.
 * @csspart cell - A cell of an entry.
 * @csspart view-all - What opens the whole ledger.
 * @csspart view-less - What leads back to the latest entries.
 * @csspart dialog - The dialog of the adjustment, or of the whole ledger.
 * @csspart form - The first step of an adjustment.
 * @csspart field - A field of it, with its label.
 * @csspart input - What is typed or chosen in.
 * @csspart message - What is wrong, or worth knowing.
 * @csspart preview - The balance now and after.
 * @csspart balance-after - The balance after.
 * @csspart confirmation - What is confirmed in the second step.
 * @csspart discard - What discards the draft.
 * @csspart cancel - What closes the dialog and keeps the draft.
 * @csspart review - What goes on to the second step.
 * @csspart back - What goes back to the first step.
 * @csspart confirm - What sends the adjustment.
 */
export class CreditBalance extends DashboardElement {
  static readonly tag = 'credit-balance';
  static override styles = [
    ...widgetStyles,
    metricStyles,
    tableStyles,
    formStyles,
    segmentedStyles,
    dialogStyles,
    styles,
  ];

  /** How many of the latest entries to show. */
  @property({ type: Number }) limit = 9;
  /** Where the whole ledger is shown. `inline`: here, in place of the latest entries. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  readonly #accounts = new ListController<CreditAccount>(this, (customerId) => accountsOf(customerId));
  readonly #latest = new LedgerView(this, (customerId) => this.#entries(customerId, this.#limit));
  readonly #history = new LedgerView(this, (customerId) =>
    this.#viewAll.isShown ? this.#entries(customerId, 100) : undefined,
  );
  readonly #permissions = new PermissionsController(this);
  readonly #flow = new AdjustController(this, {
    accounts: () => this.#known,
    asks: ({ account }) => this.asks(new events.CreditAdjustEvent(account.customerId, account.id)),
    done: ({ account, adjustment }, outcome, isHere) => {
      if (isHere) this.#say(account.customerId, doneText(adjustment.amount, outcome.account.balance, this.l10n));
      this.dispatchEvent(new events.CreditAdjustedEvent(account.customerId, account.id, outcome.entry?.id));
    },
    doubted: ({ account }) => this.#say(account.customerId, ''),
    refused: ({ account }) => this.#say(account.customerId, '', true),
    lost: () => this.#adjustDialog.close(),
    reread: () => this.#accounts.refresh(),
  });
  readonly #adjustDialog = new Dialog(this, 'adjust', () => this.#flow.stop());
  readonly #historyDialog = new Dialog(this, 'history');
  readonly #viewAll = new ViewAllController(this, {
    href: () => safeHref(this.linkTo('credit', { customerId: this.activeCustomer ?? '' })),
    opens: (event, opening, request) => this.opens(event, opening, request),
    dialog: this.#historyDialog,
  });
  #chosen: string | undefined;
  #announcement = '';
  #wasReviewed = false;

  override refresh(): void {
    this.#accounts.refresh();
    this.#latest.refresh();
    this.#history.refresh();
    this.#permissions.refresh();
  }

  protected override customerChanged(): void {
    this.#adjustDialog.close();
    this.#viewAll.close();
    this.#chosen = undefined;
    this.#announcement = '';
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    const isReviewed = this.#flow.reviewed !== undefined;
    const stepped = this.#adjustDialog.isOpen && isReviewed !== this.#wasReviewed;
    this.#wasReviewed = isReviewed;
    // After `showModal()`, which comes with the end of the update.
    if (stepped || (focused && (!focused.isConnected || focused.matches(':disabled'))))
      void this.updateComplete.then(() => this.#refocus());
  }

  protected override render() {
    const { l10n } = this;
    const words = wordsOf(l10n);
    const { snapshot } = this.#accounts;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () =>
        html`${accountsSkeleton()}${this.#renderLedgerBar(line(24))}
        ${this.#latest.skeleton(words.heading, this.#limit, l10n)}`,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({ path: icons.card, title: words.empty, help: words.emptyHelp }),
      ready: (list) => this.#renderAccounts(list, snapshot.phase === 'ready' && snapshot.stale !== undefined),
    });
    return panel({
      heading: words.heading,
      actions: this.#renderAdjust(),
      body: html`${this.#renderNotices()}${view.content}`,
      footer:
        snapshot.phase === 'ready' ? this.#ledger.footer(this.#shownLimit ?? Infinity, l10n, this.#viewAll) : nothing,
      dialogs: [this.#adjustDialog.render(this.#renderDialog), this.#historyDialog.render(this.#renderHistory)],
      busy: view.busy,
      announcement: view.announcement || stripText(this.#flow, l10n) || this.#announcement,
    });
  }

  /** An attribute may say anything. */
  get #limit(): number {
    return this.limit >= 1 ? Math.floor(this.limit) : 9;
  }

  /** Whether the platform can and this operator may adjust something that is there. */
  get #mayAdjust(): boolean {
    const { state } = this.#permissions.of('credit.adjust');
    return this.#canAdjust && (state === 'allowed' || state === 'deprecated');
  }

  get #canAdjust(): boolean {
    return this.client?.adapter.credit?.adjust !== undefined && this.#known.length > 0;
  }

  /** The accounts that are there, as far as they are known. */
  get #known(): readonly CreditAccount[] {
    const { snapshot } = this.#accounts;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** The account whose ledger is shown. */
  get #account(): CreditAccount | undefined {
    return this.#known.find(({ id }) => id === this.#chosen) ?? this.#known[0];
  }

  #entries(customerId: string, pageSize: number): ListQuery<CreditEntry> | undefined {
    const account = this.#account;
    return account && this.client?.adapter.credit?.entries && entriesOf(customerId, account.id, pageSize);
  }

  #renderAdjust(): TemplateResult | typeof nothing {
    if (!this.#mayAdjust) return nothing;
    const isBusy = this.#flow.sending.sent !== undefined && !this.#adjustDialog.isOpen;
    return html`<button type="button" class="button" part="adjust" ?disabled=${isBusy} @click=${this.#adjust}>
      ${wordsOf(this.l10n).adjust}
    </button>`;
  }

  #renderNotices(): TemplateResult {
    const { l10n } = this;
    const permission = this.#permissions.of('credit.adjust');
    const denied = permission.state === 'denied' && this.#canAdjust;
    const strip = this.#adjustDialog.isOpen
      ? nothing
      : adjustStrip({
          flow: this.#flow,
          l10n,
          onRead: () => this.refresh(),
          onOpen: this.#mayAdjust ? this.#adjust : undefined,
        });
    return html`${strip}
    ${
      denied
        ? notice({
            path: icons.lock,
            text: html`${wordsOf(l10n).readOnly} ${permission.reason ? datum(permission.reason) : nothing}`,
          })
        : nothing
    }`;
  }

  #renderAccounts(list: List<CreditAccount>, isStale: boolean): TemplateResult {
    const { l10n } = this;
    return html`${warningNotices(list.warnings, l10n)}
    ${accountList(list.items, l10n)}${moreRows(list, l10n, (again) => this.#accounts.more(again))}
    ${this.client?.adapter.credit?.entries ? this.#renderLedger(isStale) : nothing}`;
  }

  #renderLedger(isStale: boolean): TemplateResult {
    const { l10n } = this;
    const words = wordsOf(l10n);
    const accounts = this.#known;
    const labels = shortLabels(accounts, l10n);
    const choice =
      accounts.length > 1
        ? segmented({
            name: 'account',
            label: words.account,
            segments: accounts.map(({ id }, index) => ({ value: id, label: datum(labels[index]!) })),
            value: this.#account!.id,
            onChange: (id) => {
              this.#chosen = id;
              this.requestUpdate();
            },
          })
        : nothing;
    return html`${this.#renderLedgerBar(choice)}
    ${this.#ledger.render({ ...this.stateOptions, label: this.#ledgerLabel, limit: this.#shownLimit, isStale })}`;
  }

  /** What stands below the balances. */
  get #ledger(): LedgerView {
    return this.#viewAll.shown(this.#latest, this.#history);
  }

  /** Of its entries; none where all of them are shown. */
  get #shownLimit(): number | undefined {
    return this.#ledger === this.#history ? undefined : this.#limit;
  }

  #renderLedgerBar(choice: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="ledger-bar" part="ledger-bar">
      ${choice}<span class="quiet small">${wordsOf(this.l10n).onlyReversed}</span>
    </div>`;
  }

  get #ledgerLabel(): string {
    const account = this.#account ? accountLabel(this.#account, this.l10n) : '';
    return this.l10n.text(wordsOf(this.l10n).entries, { account });
  }

  readonly #renderHistory = (): DialogContent => ({
    heading: this.#ledgerLabel,
    wide: true,
    l10n: this.l10n,
    body: html`<div class="body history">
      ${this.#history.render({ ...this.stateOptions, label: this.#ledgerLabel })}
    </div>`,
  });

  readonly #renderDialog = (): DialogContent =>
    adjustDialog({
      flow: this.#flow,
      accounts: this.#known,
      l10n: this.l10n,
      signIn: this.stateOptions.signIn,
      onReview: () => {
        if (!this.#flow.review()) void this.updateComplete.then(() => this.#refocus());
      },
      onDiscard: () => {
        this.#flow.discard();
        this.#flow.start(this.#account?.id);
      },
      onCancel: () => this.#adjustDialog.close(),
    });

  readonly #adjust = (): void => {
    if (this.#flow.sending.sent) return;
    this.#announcement = '';
    this.#flow.start(this.#account?.id);
    this.#adjustDialog.show();
  };

  /** For the customer it is about, if that one is still on screen. The dialog has no more to show, unless it `stays`. */
  #say(customerId: string, text: string, stays = false): void {
    if (customerId !== this.activeCustomer) return;
    if (!stays) this.#adjustDialog.close();
    this.#announcement = text;
  }

  /** To where the operator goes on: what is wrong, what is to be confirmed, what is to be checked. */
  #refocus(): void {
    const targets = this.#adjustDialog.isOpen
      ? ['#adjust-confirmation', '[aria-invalid=true]', '#adjust-amount']
      : ['[part=check]', '[part=adjust]:not(:disabled)'];
    for (const target of targets) {
      const element = this.renderRoot.querySelector<HTMLElement>(target);
      if (element) return element.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'credit-balance': CreditBalance;
  }
}
