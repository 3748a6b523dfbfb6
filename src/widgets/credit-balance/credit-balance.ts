import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { List } from '../../data/snapshot.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import type { ViewAll } from '../../element/opening.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { footerSkeleton, panel } from '../../ui/panel.ts';
import { segmentedStyles } from '../../ui/segmented.ts';
import { stateView, warningNotices } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles, type UnknownColumns } from '../../ui/table.ts';
import { wordsOf } from './account-words.ts';
import { accountList, accountsSkeleton } from './accounts.ts';
import { CouponAccess } from './coupons/coupon-access.ts';
import { adjustAccess, openingAccess, openingButton } from './credit-forms.ts';
import { styles } from './credit-balance.styles.ts';
import { LedgerPane } from './ledger/ledger-pane.ts';
import { ledgerStyles } from './ledger/ledger.styles.ts';
import { lapsingDaysOf, mayAdjust, ShownCredit } from './shown-credit.ts';

/**
 * The credit accounts and coupons of a customer, with the ledger of each account. The operator adjusts credit and
 * reverses entries in two steps: enter and confirm. Each write is sent once; there are no optimistic balances, and an
 * unknown outcome is reported as unknown.
 *
 * @summary Store credit, points, gift cards and coupons, with their ledger and adjustments
 * @tag credit-balance
 * @slot heading - Replaces the text of the heading.
 * @slot empty - Replaces the empty state.
 * @fires {CreditAdjustEvent} credit-adjust - Credit is about to be adjusted, or an entry to be reversed. Cancelable.
 * @fires {CreditAdjustedEvent} credit-adjusted - Credit was adjusted, or an entry was reversed.
 * @fires {CreditOpenEvent} credit-open - An account is about to be opened. Cancelable.
 * @fires {CreditOpenedEvent} credit-opened - An account was opened.
 * @fires {CouponIssueEvent} coupon-issue - A coupon is about to be issued. Cancelable.
 * @fires {CouponIssuedEvent} coupon-issued - A coupon was issued.
 * @fires {CouponRevokeEvent} coupon-revoke - A coupon is about to be revoked. Cancelable.
 * @fires {CouponRevokedEvent} coupon-revoked - A coupon was revoked.
 * @fires {ExportEvent} export - Entries are about to be exported. Cancelable.
 * @fires {ViewAllEvent} view-all - The whole ledger is about to be opened. Cancelable.
 * @csspart accounts - The balances of all accounts.
 * @csspart metric - A figure with its label and basis.
 * @csspart figure - A figure.
 * @csspart badge - A badge.
 * @csspart adjust - Opens the adjustment of an account.
 * @csspart open-account - Opens the form for a new account.
 * @csspart notice - A strip above the data.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart looked - Confirms that the operator has checked the outcome where the platform cannot report it.
 * @csspart reverse - Reverses an entry.
 * @csspart issue - Opens the form for a new coupon.
 * @csspart revoke - Opens the revocation of a coupon.
 * @csspart view-coupons - Shows the coupons if there are no accounts.
 * @csspart coupons - The list of coupons.
 * @csspart code - The code of a coupon.
 * @csspart ledger-bar - The choice of the account whose ledger is shown.
 * @csspart segmented - A segmented control.
 * @csspart segment - An option of a segmented control.
 * @csspart search - The search field.
 * @csspart ledger-tools - The tools that filter and export the whole ledger.
 * @csspart table - A table.
 * @csspart row - A row.
 * @csspart cell - A cell of a row.
 * @csspart view-all - Opens all rows.
 * @csspart view-less - Goes back to the first rows.
 * @csspart dialog - A dialog.
 * @csspart form - A form.
 * @csspart field - A form field with its label.
 * @csspart input - A form control.
 * @csspart message - A message about a field or a form.
 * @csspart preview - The balance before and after an adjustment.
 * @csspart balance-after - The balance after an adjustment.
 * @csspart clear - The button that clears the search and the dates.
 * @csspart confirmation - The summary to confirm in the second step.
 * @csspart discard - Discards the draft.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart review - Continues to the second step.
 * @csspart back - Goes back to the first step.
 * @csspart confirm - Confirms a form and sends it.
 * @csspart apply - Applies the typed range.
 * @csspart basis - The data that a figure counts.
 * @csspart choice - An option of a group.
 * @csspart column - A column heading.
 * @csspart explanation - The explanation of a figure.
 * @csspart label - The label of a figure.
 * @csspart popover - A popover.
 * @csspart popover-button - Opens a popover.
 * @csspart range - The range picker.
 * @csspart scroller - The scroll container of a table.
 * @csspart sort - Sorts by a column.
 */
export class CreditBalance extends DashboardElement {
  static readonly tag = 'credit-balance';
  static override styles = [...widgetStyles, metricStyles, tableStyles, segmentedStyles, styles, ledgerStyles];

  /** The number of latest entries to show. */
  @property({ type: Number }) limit = 9;
  /** The place where the whole ledger opens. `inline` replaces the latest entries in the widget. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  /**
   * The kinds of account to show, in order and separated by spaces: `points store-credit coupons`. All kinds by
   * default.
   */
  @property() kinds?: string;
  /** Allows debits if the account allows them. Set `allow-debit="false"` to disallow them. */
  @property({ attribute: 'allow-debit', converter: { fromAttribute: (value) => value !== 'false' } }) allowDebit = true;
  /** Disables adjusting and reversing credit, and issuing and revoking coupons. */
  @property({ type: Boolean }) readonly = false;
  /** The number of days before a balance lapses or a coupon expires from which it is marked. */
  @property({ attribute: 'lapsing-days', type: Number }) lapsingDays = 30;

  /** Controls a column without any known value: `auto` leaves it out, `dash` shows a dash in every row. */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';

  readonly #shown = new ShownCredit(this);
  readonly #ledger: LedgerPane = new LedgerPane(this, this.#shown, {
    onReverse: () => (mayAdjust(this, this.#shown) ? this.#reverse : undefined),
    figures: () => this.#figures.module,
  });
  readonly #adjusting = adjustAccess(this, this.#shown, this.#ledger);
  readonly #opening = openingAccess(this, this.#shown);
  readonly #coupons = new CouponAccess(this, this.#shown);
  readonly #figures = new Lazy(this, async () => {
    const { CreditFigures } = await import('./credit-figures.ts');
    return new CreditFigures(this, this.#shown);
  });

  readonly #reverse = (entry: CreditEntry): void => this.#adjusting.use((form) => form.open(entry));

  override refresh(): void {
    this.#shown.accounts.refresh();
    this.#shown.coupons.refresh();
    this.#ledger.refresh();
    this.#coupons.section?.refresh();
    this.permissions.refresh();
  }

  protected override loadParts(): void {
    this.#coupons.load();
    this.#ledger.load();
    const isExpected = this.#shown.accounts.snapshot.phase === 'loading' || this.#shown.known.length > 0;
    if (isExpected && this.#figures.state === 'idle') this.#figures.load();
  }

  protected override render() {
    const { l10n } = this;
    const words = wordsOf(l10n);
    const shown = this.#shown;
    const known = shown.accounts.snapshot;
    const snapshot = known.phase === 'ready' && shown.awaitsCoupons ? ({ phase: 'loading' } as const) : known;
    const isReady = snapshot.phase === 'ready';
    const sections = [this.#adjusting, this.#opening, this.#coupons.section];
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () => html`${accountsSkeleton()}${this.#ledger.skeleton(words.heading)}`,
      isEmpty: () => shown.isEmpty,
      empty: () => ({
        path: icons.card,
        title: words.empty,
        help: words.emptyHelp,
        action: html`${this.#opening.button()}
        ${
          shown.hasCoupons
            ? html`<button type="button" class="button" part="view-coupons" @click=${() => shown.choose()}>
                ${words.viewCoupons}
              </button>`
            : nothing
        }`,
      }),
      ready: (list) => this.#renderAccounts(list, isReady && snapshot.refreshError !== undefined),
    });
    return panel({
      heading: words.heading,
      actions: html`${openingButton(this.#opening, this, shown)}${this.#adjusting.button()}`,
      body: html`${sections.map((section) => section?.strip())}${this.#adjusting.notices()}${this.#opening.notices()}${view.content}`,
      footer:
        isReady && !shown.isEmpty
          ? (shown.showsCoupons ? this.#coupons : this.#ledger).footer()
          : footerSkeleton(snapshot),
      dialogs: [...sections.map((section) => section?.dialog()), this.#ledger.dialog()],
      busy: view.busy,
      announcement:
        [view, ...sections, this.#ledger].map((part) => part?.announcement).find(Boolean) ?? this.announcement,
    });
  }

  #renderAccounts(list: List<CreditAccount>, isStale: boolean): TemplateResult {
    const { l10n } = this;
    const shown = this.#shown;
    const below = shown.showsCoupons
      ? this.#coupons.render()
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
