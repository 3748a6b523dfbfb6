import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { List } from '../../data/snapshot.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import type { ViewAll } from '../../element/opening.ts';
import { dialogStyles } from '../../ui/dialog.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { panel } from '../../ui/panel.ts';
import { segmentedStyles } from '../../ui/segmented.ts';
import { stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles, type UnknownColumns } from '../../ui/table.ts';
import { warningNotices } from '../../ui/warnings.ts';
import { wordsOf } from './account-words.ts';
import { accountList, accountsSkeleton } from './accounts.ts';
import { AdjustAccess } from './adjust/adjust-access.ts';
import { CouponAccess } from './coupons/coupon-access.ts';
import { styles } from './credit-balance.styles.ts';
import { LedgerPane } from './ledger/ledger-pane.ts';
import { ledgerStyles } from './ledger/ledger.styles.ts';
import { lapsingDaysOf, ShownCredit } from './shown-credit.ts';

/**
 * What credit a customer has, account by account, and which coupons; the ledger behind each balance; its adjustment,
 * and the reversal of an entry, in two steps, which write once, show nothing that is not so, and say when nobody knows.
 *
 * @summary Store credit, points, gift cards and coupons, with their ledger, and their adjustment
 * @tag credit-balance
 * @slot heading - In place of the heading's words.
 * @slot actions - Further actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the accounts are on their way.
 * @slot empty - In place of what is shown where there are none.
 * @slot error - In place of what is shown where they could not be loaded.
 * @fires {CreditAdjustEvent} credit-adjust - Credit is about to be adjusted, or an entry to be taken back. Cancelable.
 * @fires {CreditAdjustedEvent} credit-adjusted - Credit was adjusted, or an entry taken back.
 * @fires {CouponIssueEvent} coupon-issue - A coupon is about to be issued. Cancelable.
 * @fires {CouponIssuedEvent} coupon-issued - A coupon was issued.
 * @fires {CouponRevokeEvent} coupon-revoke - A coupon is about to be revoked. Cancelable.
 * @fires {CouponRevokedEvent} coupon-revoked - A coupon was revoked.
 * @fires {ExportEvent} export - Entries are asked for as a file. Cancelable.
 * @fires {ViewAllEvent} view-all - The whole ledger is asked for. Cancelable.
 * @csspart accounts - The balances.
 * @csspart metric - One balance, with its label and what lapses.
 * @csspart figure - The balance itself.
 * @csspart badge - What lapses soon; an entry that was reversed.
 * @csspart adjust - What opens the adjustment.
 * @csspart notice - How it stands with what was sent; why nothing can be adjusted; what is missing.
 * @csspart check - What asks again for the outcome of what is in doubt.
 * @csspart looked - What says that the operator has found it out, where the platform cannot be asked.
 * @csspart reverse - What takes an entry back.
 * @csspart issue - What opens the issuing of a coupon.
 * @csspart revoke - What opens the revocation of a coupon.
 * @csspart view-coupons - What shows the coupons where there is nothing else.
 * @csspart coupons - The coupons.
 * @csspart code - What the customer types in.
 * @csspart ledger-bar - Where the account is chosen whose ledger is shown.
 * @csspart segmented - A choice of a few, all in view.
 * @csspart segment - One of them.
 * @csspart search - The field to search with.
 * @csspart ledger-tools - What narrows the whole ledger, and makes a file of it.
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
 * @csspart apply - What takes the days that were typed.
 * @csspart basis - What a figure is a figure of.
 * @csspart choice - One of several to choose from.
 * @csspart column - The head of a column.
 * @csspart explanation - What a figure counts.
 * @csspart label - The name of a figure.
 * @csspart popover - What a button opens beside it.
 * @csspart popover-button - What opens a popover.
 * @csspart range - Days to choose from.
 * @csspart scroller - What a table scrolls in.
 * @csspart sort - What sorts by a column.
 */
export class CreditBalance extends DashboardElement {
  static readonly tag = 'credit-balance';
  static override styles = [
    ...widgetStyles,
    metricStyles,
    tableStyles,
    segmentedStyles,
    dialogStyles,
    styles,
    ledgerStyles,
  ];

  /** How many of the latest entries to show. */
  @property({ type: Number }) limit = 9;
  /** Where the whole ledger is shown. `inline`: here, in place of the latest entries. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  /** Which kinds of account are shown, and in which order, with spaces between them: `points store-credit coupons`. All, where absent. */
  @property() kinds?: string;
  /** Whether credit may be taken away where the account allows it; `allow-debit="false"` where it may not. */
  @property({ attribute: 'allow-debit', converter: { fromAttribute: (value) => value !== 'false' } }) allowDebit = true;
  /** Nothing can be adjusted, taken back, issued or revoked. */
  @property({ type: Boolean }) readonly = false;
  /** From how many days before on it is marked what lapses or expires. */
  @property({ attribute: 'lapsing-days', type: Number }) lapsingDays = 30;

  /** What becomes of a column of which no row knows anything: it is not there (`auto`), or has a dash in every row (`dash`). */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';

  readonly #shown = new ShownCredit(this);
  readonly #ledger: LedgerPane = new LedgerPane(this, this.#shown, {
    onReverse: () => this.#adjusting.reverse,
    figures: () => this.#figures.module,
  });
  readonly #adjusting = new AdjustAccess(this, this.#shown, this.#ledger);
  readonly #couponry = new CouponAccess(this, this.#shown);
  readonly #figures = new Lazy(this, async () => {
    const { CreditFigures } = await import('./credit-figures.ts');
    return new CreditFigures(this, this.#shown);
  });

  override refresh(): void {
    this.#shown.accounts.refresh();
    this.#shown.coupons.refresh();
    this.#ledger.refresh();
    this.#couponry.desk?.refresh();
    this.permissions.refresh();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#couponry.load();
    this.#ledger.load();
    if (this.#shown.known.length && this.#figures.state === 'idle') this.#figures.load();
  }

  protected override render() {
    const { l10n } = this;
    const words = wordsOf(l10n);
    const shown = this.#shown;
    const known = shown.accounts.snapshot;
    const snapshot = known.phase === 'ready' && shown.awaitsCoupons ? ({ phase: 'loading' } as const) : known;
    const isReady = snapshot.phase === 'ready';
    const desks = [this.#adjusting.desk, this.#couponry.desk];
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () => html`${accountsSkeleton()}${this.#ledger.skeleton(words.heading)}`,
      isEmpty: () => shown.isEmpty,
      empty: () => ({
        path: icons.card,
        title: words.empty,
        help: words.emptyHelp,
        action: shown.hasCoupons
          ? html`<button type="button" class="button" part="view-coupons" @click=${() => shown.choose()}>
              ${words.viewCoupons}
            </button>`
          : nothing,
      }),
      ready: (list) => this.#renderAccounts(list, isReady && snapshot.refreshError !== undefined),
    });
    return panel({
      heading: words.heading,
      actions: this.#adjusting.button(),
      body: html`${desks.map((desk) => desk?.strip())}${this.#adjusting.notices()}${view.content}`,
      footer: isReady && !shown.isEmpty ? (shown.showsCoupons ? this.#couponry : this.#ledger).footer() : nothing,
      dialogs: [...desks.map((desk) => desk?.dialog()), this.#ledger.dialog()],
      busy: view.busy,
      announcement:
        [view, ...desks, this.#ledger].map((teller) => teller?.announcement).find(Boolean) ?? this.announcement,
    });
  }

  #renderAccounts(list: List<CreditAccount>, isStale: boolean): TemplateResult {
    const { l10n } = this;
    const shown = this.#shown;
    const below = shown.showsCoupons
      ? this.#couponry.render()
      : this.client?.adapter.credit?.entries && shown.account
        ? this.#ledger.render(isStale)
        : nothing;
    return html`${warningNotices(list.warnings, l10n)}
    ${accountList({
      accounts: shown.list,
      l10n,
      lapsingDays: lapsingDaysOf(this),
      figures: this.#figures.module,
      coupons: shown.hasCoupons ? { snapshot: shown.coupons.snapshot, place: shown.couponPlace } : undefined,
    })}${moreRows(list, l10n, (again) => shown.accounts.more(again))}${below}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'credit-balance': CreditBalance;
  }
}
