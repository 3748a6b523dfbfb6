import { html, nothing, type TemplateResult } from 'lit';
import type { ListQuery } from '../../../data/query.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import { Lazy } from '../../../element/lazy.ts';
import { ViewAllController, type ViewAllHost } from '../../../element/view-all.ts';
import type { DialogContent } from '../../../ui/dialog.ts';
import { LazyDialog } from '../../../ui/lazy-dialog.ts';
import { line, openFailed } from '../../../ui/state-view.ts';
import { accountLabel, wordsOf } from '../account-words.ts';
import { entriesOf, type EntrySearch } from '../credit-balance.data.ts';
import type { CreditFigures } from '../credit-figures.ts';
import type { LedgerTools } from './ledger-tools.ts';
import { LedgerView } from './ledger-view.ts';
import type { CreditHost, ShownCredit } from '../shown-credit.ts';

export type LedgerHost = CreditHost & ViewAllHost & { limit: number };

export interface LedgerPaneOptions {
  /** Returns the function that reverses an entry; undefined without the permission. */
  readonly onReverse: () => ((entry: CreditEntry) => void) | undefined;
  /** Returns the explanations of the figures, after they have loaded. */
  readonly figures: () => CreditFigures | undefined;
}

/** The ledger of an account, below the balances: its latest entries, or the whole ledger in place or in a dialog. */
export class LedgerPane {
  readonly #host: LedgerHost;
  readonly #options: LedgerPaneOptions;
  readonly #shown: ShownCredit;
  readonly #latest: LedgerView;
  readonly #whole: LedgerView;
  readonly #tools: Lazy<LedgerTools>;
  readonly #dialog: LazyDialog;
  readonly #viewAll: ViewAllController;

  constructor(host: LedgerHost, shown: ShownCredit, options: LedgerPaneOptions) {
    this.#host = host;
    this.#options = options;
    this.#shown = shown;
    this.#latest = new LedgerView(host, (customerId) => this.#entries(customerId, this.#limit));
    this.#whole = new LedgerView(host, (customerId) =>
      this.#viewAll.isShown ? this.#entries(customerId, 100, this.#tools.module?.search) : undefined,
    );
    this.#dialog = new LazyDialog(host, 'history');
    this.#viewAll = new ViewAllController(host, { intent: 'credit', dialog: this.#dialog });
    this.#tools = new Lazy(host, async () => {
      const { LedgerTools } = await import('./ledger-tools.ts');
      return new LedgerTools(host, {
        ledger: this.#whole,
        query: (customerId, pageSize) => this.#entries(customerId, pageSize, this.#tools.module?.search),
        account: () => this.#account,
      });
    });
  }

  get announcement(): string {
    return this.#tools.module?.announcement ?? '';
  }

  /** Returns the newest entry if the ledger of that account is loaded. */
  newestOf({ id }: CreditAccount): CreditEntry | undefined {
    return this.#latest.newestOf(id);
  }

  /** Refetches the latest entries only. */
  reread(): void {
    this.#latest.refresh();
  }

  refresh(): void {
    this.reread();
    this.#whole.refresh();
  }

  /** Loads the tools, once. Called before each render; after a failure, only the operator retries. */
  load(): void {
    if (this.#viewAll.isShown && this.#tools.state === 'idle') this.#tools.load();
  }

  render(isStale: boolean): TemplateResult {
    return html`${this.#bar(this.#shown.choice())} ${this.#entriesIn(this.#ledger, isStale)}`;
  }

  skeleton(label: string): TemplateResult {
    return html`${this.#bar(line(24))} ${this.#latest.skeleton(label, this.#limit, this.#host.l10n)}`;
  }

  footer(): TemplateResult | typeof nothing {
    const limit = this.#ledger === this.#whole ? Infinity : this.#limit;
    return this.#ledger.footer(limit, this.#host.l10n, this.#viewAll);
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render((): DialogContent => ({
      heading: this.#label,
      wide: true,
      l10n: this.#host.l10n,
      body: html`<div class="body history">${this.#narrowing()} ${this.#entriesIn(this.#whole)}</div>`,
    }));
  }

  #entriesIn(ledger: LedgerView, isStale = false): TemplateResult {
    const isWhole = ledger === this.#whole;
    return ledger.render({
      ...this.#host.stateOptions,
      label: this.#label,
      unknownColumns: this.#host.unknownColumns,
      limit: isWhole ? undefined : this.#limit,
      isStale,
      onReverse: this.#options.onReverse(),
      noneFound: isWhole ? this.#tools.module?.noneFound() : undefined,
    });
  }

  /** Renders the choice of the account and, in the view of the whole ledger, its tools. */
  #bar(choice: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="ledger-bar" part="ledger-bar">
      ${choice}${this.#viewAll.isInline ? this.#narrowing() : this.#aboutLatest()}
    </div>`;
  }

  /** Renders the notes about the latest entries, as far as they apply. */
  #aboutLatest(): TemplateResult | typeof nothing {
    const { onlyReversed } = wordsOf(this.#host.l10n);
    const running = this.#running(this.#latest, 'latest');
    if (!this.#latest.knowsReversals && running === nothing) return nothing;
    return html`<span class="quiet small">${this.#latest.knowsReversals ? onlyReversed : nothing}${running}</span>`;
  }

  /** Renders the explanation of the running balance. */
  #running(ledger: LedgerView, name: string): TemplateResult | typeof nothing {
    return (ledger.knowsBalances && this.#options.figures()?.running(name)) || nothing;
  }

  /** Renders the tools of the whole ledger. */
  #narrowing(): TemplateResult {
    return html`${this.#tools.module?.render(this.#running(this.#whole, 'whole')) ?? line(60)}${openFailed(this.#tools, this.#host.l10n)}`;
  }

  /** The ledger below the balances. */
  get #ledger(): LedgerView {
    // Entries of another search must not pass for the result of this one.
    if (this.#viewAll.isInline && this.#tools.module?.isSearching) return this.#whole;
    return this.#viewAll.shown(this.#latest, this.#whole);
  }

  #entries(customerId: string, pageSize: number, search?: EntrySearch): ListQuery<CreditEntry> | undefined {
    const { account } = this.#shown;
    return account && this.#host.client?.adapter.credit?.entries && entriesOf(customerId, account.id, pageSize, search);
  }

  /** The `limit`, validated: an attribute can have any value. */
  get #limit(): number {
    const { limit } = this.#host;
    return limit >= 1 ? Math.floor(limit) : 9;
  }

  get #account(): string {
    const { account } = this.#shown;
    return account ? accountLabel(account, this.#shown.list, this.#host.l10n) : '';
  }

  get #label(): string {
    return this.#host.l10n.text(wordsOf(this.#host.l10n).entries, { account: this.#account });
  }
}
