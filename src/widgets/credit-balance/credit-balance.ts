import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ListQuery } from '../../data/query.ts';
import type { List } from '../../data/snapshot.ts';
import { codeOf } from '../../domain/coded.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import type { ViewAll } from '../../element/opening.ts';
import { ListController } from '../../element/resource-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { Dialog, dialogStyles, type DialogContent } from '../../ui/dialog.ts';
import { feature } from '../../ui/feature-mark.ts';
import { formStyles } from '../../ui/form.ts';
import { safeHref } from '../../ui/href.ts';
import { icon } from '../../ui/icon.ts';
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
import { accountsOf, couponsOf, entriesOf, usable, type EntrySearch } from './credit-balance.data.ts';
import * as events from './credit-balance.events.ts';
import { styles } from './credit-balance.styles.ts';
import type { LedgerTools } from './ledger-tools.ts';
import { LedgerView } from './ledger-view.ts';

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

  /** Which kinds of account are shown, and in which order, with spaces between them: `points store-credit coupons`. All, where absent. */
  @property() kinds?: string;
  /** Whether credit may be taken away where the account allows it; `allow-debit="false"` where it may not. */
  @property({ attribute: 'allow-debit', converter: { fromAttribute: (value) => value !== 'false' } }) allowDebit = true;
  /** Nothing can be adjusted, taken back, issued or revoked. */
  @property({ type: Boolean }) readonly = false;
  /** From how many days before on it is marked what lapses or expires. */
  @property({ attribute: 'lapsing-days', type: Number }) lapsingDays = 30;

  readonly #accounts = new ListController<CreditAccount>(this, (customerId) => accountsOf(customerId));
  readonly #coupons = new ListController<Coupon>(this, (customerId) =>
    this.#hasCoupons ? couponsOf(customerId, usable) : undefined,
  );
  readonly #latest = new LedgerView(this, (customerId) => this.#entries(customerId, this.#limit));
  readonly #history: LedgerView = new LedgerView(this, (customerId) =>
    this.#viewAll.isShown ? this.#entries(customerId, 100, this.#tools.module?.search) : undefined,
  );
  readonly #adjusting = new Lazy(this, async () => {
    const { AdjustDesk } = await import('./adjust-desk.ts');
    return new AdjustDesk(this, {
      accounts: () => this.#shown,
      allowsDebit: (account) => this.allowDebit && account.allowDebit === true,
      latest: ({ id }) => this.#latest.newestOf(id),
      asks: ({ account, adjustment }) =>
        this.asks(new events.CreditAdjustEvent(account.customerId, account.id, adjustment.reverses)),
      adjusted: ({ customerId, id }, entry) =>
        this.dispatchEvent(new events.CreditAdjustedEvent(customerId, id, entry?.id, entry?.reverses ?? undefined)),
      reread: () => this.#reread(),
      say: this.#say,
      signIn: () => this.stateOptions.signIn,
      mayAdjust: () => this.#mayAdjust,
    });
  });
  readonly #couponry = new Lazy(this, async () => {
    const { CouponDesk } = await import('./coupon-desk.ts');
    return new CouponDesk(this, {
      announce: (request) => this.asks(request),
      say: this.#say,
      may: (operation) => this.#mayWithCoupons(operation),
      signIn: () => this.stateOptions.signIn,
      lapsingDays: () => this.#lapsingDays,
      currencies: () => this.#known.flatMap(({ balance }) => (isMoney(balance) ? [balance.currency] : [])),
    });
  });
  readonly #tools: Lazy<LedgerTools> = new Lazy(this, async () => {
    const { LedgerTools } = await import('./ledger-tools.ts');
    return new LedgerTools(this, {
      ledger: this.#history,
      query: (customerId, pageSize) => this.#entries(customerId, pageSize, this.#tools.module?.search),
      account: () => (this.#account ? accountLabel(this.#account, this.l10n) : ''),
    });
  });
  readonly #historyDialog = new Dialog(this, 'history');
  readonly #viewAll = new ViewAllController(this, {
    href: () => safeHref(this.linkTo('credit', { customerId: this.activeCustomer ?? '' })),
    opens: (event, opening, request) => this.opens(event, opening, request),
    dialog: this.#historyDialog,
  });
  #chosen: string | undefined;
  #said = '';

  override refresh(): void {
    this.#reread();
    this.#history.refresh();
    this.#coupons.refresh();
    this.#couponry.module?.refresh();
    this.permissions.refresh();
  }

  protected override customerChanged(): void {
    this.#adjusting.module?.close();
    this.#couponry.module?.close();
    this.#tools.module?.close();
    this.#viewAll.close();
    this.#chosen = undefined;
    this.#said = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Once: what did not come is asked for again as often as somebody wants.
    if (this.#showsCoupons && this.#couponry.state === 'idle') this.#couponry.load();
    if (this.#viewAll.isShown && this.#tools.state === 'idle') this.#tools.load();
  }

  protected override render() {
    const { l10n } = this;
    const words = wordsOf(l10n);
    const known = this.#accounts.snapshot;
    const snapshot = known.phase === 'ready' && this.#awaitsCoupons ? ({ phase: 'loading' } as const) : known;
    const isReady = snapshot.phase === 'ready';
    const desks = [this.#adjusting.module, this.#couponry.module];
    const tellers = [...desks, this.#tools.module];
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () =>
        html`${accountsSkeleton()}${this.#renderLedgerBar(line(24))}
        ${this.#latest.skeleton(words.heading, this.#limit, l10n)}`,
      isEmpty: () => this.#isEmpty,
      empty: () => ({
        path: icons.card,
        title: words.empty,
        help: words.emptyHelp,
        action: this.#hasCoupons
          ? html`<button type="button" class="button" part="view-coupons" @click=${() => this.#choose(couponKind)}>
              ${words.viewCoupons}
            </button>`
          : nothing,
      }),
      ready: (list) => this.#renderAccounts(list, isReady && snapshot.stale !== undefined),
    });
    return panel({
      heading: words.heading,
      actions: this.#renderAdjust(),
      body: html`${this.#renderNotices()}${view.content}`,
      footer: isReady && !this.#isEmpty ? this.#renderFooter() : nothing,
      dialogs: [...desks.map((desk) => desk?.dialog()), this.#historyDialog.render(this.#renderHistory)],
      busy: view.busy,
      announcement:
        [view.announcement, ...tellers.map((teller) => teller?.announcement), this.#said].find(Boolean) ?? '',
    });
  }

  /** An attribute may say anything. */
  get #limit(): number {
    return this.limit >= 1 ? Math.floor(this.limit) : 9;
  }

  get #lapsingDays(): number {
    return this.lapsingDays >= 0 ? this.lapsingDays : 30;
  }

  /** Whether the platform can and this operator may adjust something that is there. */
  get #mayAdjust(): boolean {
    const { state } = this.permissions.of('credit.adjust');
    return this.#canAdjust && !this.readonly && (state === 'allowed' || state === 'deprecated');
  }

  get #canAdjust(): boolean {
    return this.client?.adapter.credit?.adjust !== undefined && this.#shown.length > 0;
  }

  /** The accounts that are there, as far as they are known. */
  get #known(): readonly CreditAccount[] {
    const { snapshot } = this.#accounts;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** The kinds that the host asks for, in its order; none where it leaves it to the platform. */
  get #kinds(): readonly string[] | undefined {
    const kinds = this.kinds?.split(/[\s,]+/).filter(Boolean);
    return kinds?.length ? kinds : undefined;
  }

  /** Of these the ones that are shown, in their order. */
  get #shown(): readonly CreditAccount[] {
    const kinds = this.#kinds;
    return kinds?.flatMap((kind) => this.#known.filter((account) => codeOf(account.kind) === kind)) ?? this.#known;
  }

  /** Whether coupons are shown at all. */
  get #hasCoupons(): boolean {
    return this.client?.adapter.coupons?.list !== undefined && (this.#kinds?.includes(couponKind) ?? true);
  }

  /** Whether there is neither an account nor a coupon that can be used, and nobody has asked for the others. */
  get #isEmpty(): boolean {
    const { snapshot } = this.#coupons;
    const hasNone = snapshot.phase === 'error' || (snapshot.phase === 'ready' && !snapshot.data.items.length);
    return !this.#shown.length && (!this.#hasCoupons || (hasNone && this.#chosen !== couponKind));
  }

  /** Until it is known whether there are coupons, it is not known that there is nothing. */
  get #awaitsCoupons(): boolean {
    return !this.#shown.length && this.#hasCoupons && ['idle', 'loading'].includes(this.#coupons.snapshot.phase);
  }

  /** Whether somebody may, and the platform can; the reason where somebody may not. */
  #mayWithCoupons(operation: 'issue' | 'revoke'): boolean | string {
    if (this.readonly || !this.client?.adapter.coupons?.[operation]) return false;
    const permission = this.permissions.of(`coupons.${operation}`);
    if (permission.state === 'denied') return permission.reason ?? '';
    return permission.state === 'allowed' || permission.state === 'deprecated';
  }

  /** After how many accounts coupons stand. */
  get #couponPlace(): number {
    const before = this.#kinds?.slice(0, this.#kinds.indexOf(couponKind));
    return before ? this.#shown.filter(({ kind }) => before.includes(codeOf(kind))).length : this.#shown.length;
  }

  /** The account whose ledger is shown. */
  get #account(): CreditAccount | undefined {
    return this.#shown.find(({ id }) => id === this.#chosen) ?? this.#shown[0];
  }

  /** Whether coupons are looked at, and no ledger. */
  get #showsCoupons(): boolean {
    return this.#hasCoupons && !this.#isEmpty && (this.#chosen === couponKind || !this.#shown.length);
  }

  #entries(customerId: string, pageSize: number, search?: EntrySearch): ListQuery<CreditEntry> | undefined {
    const account = this.#account;
    return account && this.client?.adapter.credit?.entries && entriesOf(customerId, account.id, pageSize, search);
  }

  #reread(): void {
    this.#accounts.refresh();
    this.#latest.refresh();
  }

  #renderAdjust(): TemplateResult | typeof nothing {
    if (!this.#canAdjust || this.readonly) return nothing;
    const { l10n } = this;
    const standing = this.permissions.of('credit.adjust');
    return feature(
      { id: 'adjust', standing, l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part="adjust"
          ?disabled=${disabled || (this.#adjusting.module?.isBusy ?? false)}
          aria-describedby=${describedBy}
          @click=${this.#adjust}
        >
          ${wordsOf(l10n).adjust}
        </button>`,
    );
  }

  #renderNotices(): TemplateResult {
    const words = wordsOf(this.l10n);
    const permission = this.permissions.of('credit.adjust');
    const denied = permission.state === 'denied' && this.#canAdjust && !this.readonly;
    return html`${this.#adjusting.module?.strip()}${this.#couponry.module?.strip()}
    ${this.#renderOpenFailed(this.#adjusting)}
    ${
      denied
        ? notice({
            path: icons.lock,
            text: html`${words.readOnly} ${permission.reason ? datum(permission.reason) : nothing}`,
          })
        : nothing
    }`;
  }

  /** What is loaded when it is opened has not come. */
  #renderOpenFailed(lazy: Pick<Lazy<unknown>, 'state' | 'load'>): TemplateResult | typeof nothing {
    if (lazy.state !== 'failed') return nothing;
    return notice({
      path: icons.alert,
      tone: 'warning',
      text: `${wordsOf(this.l10n).openFailed} ${this.l10n.common.reloadHelp}`,
      action: html`<button type="button" class="button inline" part="retry" @click=${() => lazy.load()}>
        ${icon(icons.refresh)}${this.l10n.common.retry}
      </button>`,
    });
  }

  #renderAccounts(list: List<CreditAccount>, isStale: boolean): TemplateResult {
    const { l10n } = this;
    const below = this.#showsCoupons
      ? this.#renderCoupons()
      : this.client?.adapter.credit?.entries && this.#account
        ? this.#renderLedger(isStale)
        : nothing;
    return html`${warningNotices(list.warnings, l10n)}
    ${accountList({
      accounts: this.#shown,
      l10n,
      lapsingDays: this.#lapsingDays,
      coupons: this.#hasCoupons ? { snapshot: this.#coupons.snapshot, place: this.#couponPlace } : undefined,
    })}${moreRows(list, l10n, (again) => this.#accounts.more(again))}${below}`;
  }

  /** Which account, or the coupons: nothing where there is no choice. */
  #renderChoice(): TemplateResult | typeof nothing {
    const { l10n } = this;
    const words = wordsOf(l10n);
    const accounts = this.#shown;
    const labels = shortLabels(accounts, l10n);
    const segments = accounts.map(({ id }, index) => ({ value: `account ${id}`, label: datum(labels[index]!) }));
    if (this.#hasCoupons) segments.splice(this.#couponPlace, 0, { value: couponKind, label: html`${words.coupons}` });
    if (segments.length < 2) return nothing;
    return segmented({
      name: 'account',
      label: words.account,
      segments,
      value: this.#showsCoupons ? couponKind : `account ${this.#account!.id}`,
      onChange: (value) => this.#choose(value === couponKind ? couponKind : value.slice('account '.length)),
    });
  }

  #renderLedger(isStale: boolean): TemplateResult {
    return html`${this.#renderLedgerBar(this.#renderChoice())}
    ${this.#ledger.render({
      ...this.stateOptions,
      label: this.#ledgerLabel,
      limit: this.#shownLimit,
      isStale,
      onReverse: this.#mayAdjust ? this.#reverse : undefined,
      noneFound: this.#ledger === this.#history ? this.#tools.module?.noneFound() : undefined,
    })}`;
  }

  #renderCoupons(): TemplateResult {
    const desk = this.#couponry.module;
    return html`<div class="ledger-bar" part="ledger-bar">${this.#renderChoice()} ${desk?.actions() ?? nothing}</div>
      ${this.#renderOpenFailed(this.#couponry)}
      ${desk ? desk.render() : html`<div class="coupon-wait">${line(60)}${line(44)}${line(60)}</div>`}`;
  }

  #renderFooter(): TemplateResult | typeof nothing {
    if (this.#showsCoupons) return this.#couponry.module?.footer() ?? nothing;
    return this.#ledger.footer(this.#shownLimit ?? Infinity, this.l10n, this.#viewAll);
  }

  /** What stands below the balances. */
  get #ledger(): LedgerView {
    // What was not sought does not stand in for what was.
    if (this.#viewAll.isInline && this.#tools.module?.isSeeking) return this.#history;
    return this.#viewAll.shown(this.#latest, this.#history);
  }

  /** Of its entries; none where all of them are shown. */
  get #shownLimit(): number | undefined {
    return this.#ledger === this.#history ? undefined : this.#limit;
  }

  #renderLedgerBar(choice: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="ledger-bar" part="ledger-bar">
      ${choice}${
        this.#viewAll.isInline
          ? this.#renderTools()
          : html`<span class="quiet small">${wordsOf(this.l10n).onlyReversed}</span>`
      }
    </div>`;
  }

  /** What narrows the whole ledger. */
  #renderTools(): TemplateResult {
    return html`${this.#tools.module?.render() ?? line(60)}${this.#renderOpenFailed(this.#tools)}`;
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
      ${this.#renderTools()}
      ${this.#history.render({ ...this.stateOptions, label: this.#ledgerLabel, onReverse: this.#mayAdjust ? this.#reverse : undefined, noneFound: this.#tools.module?.noneFound() })}
    </div>`,
  });

  readonly #adjust = (): void => this.#adjusting.use((desk) => desk.adjust(this.#account?.id));

  readonly #reverse = (entry: CreditEntry): void => this.#adjusting.use((desk) => desk.reverse(entry));

  readonly #say = (text: string): void => {
    this.#said = text;
    this.requestUpdate();
  };

  #choose(chosen: string): void {
    this.#chosen = chosen;
    this.requestUpdate();
  }
}

/** Coupons stand among the kinds of account. */
const couponKind = 'coupons';

declare global {
  interface HTMLElementTagNameMap {
    'credit-balance': CreditBalance;
  }
}
