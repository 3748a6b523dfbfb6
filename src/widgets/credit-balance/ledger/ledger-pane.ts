import { html, nothing, type TemplateResult } from 'lit';
import type { ListRequest } from '../../../data/list-query.ts';
import type { ListQuery } from '../../../data/query.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import { Lazy } from '../../../element/lazy.ts';
import { ListController } from '../../../element/query-controller.ts';
import { ViewAllController, type ViewAllHost } from '../../../element/view-all.ts';
import type { DialogContent } from '../../../ui/dialog.ts';
import { LazyDialog } from '../../../ui/lazy-dialog.ts';
import { line, openFailed } from '../../../ui/state-view.ts';
import { accountLabel, wordsOf } from '../account-words.ts';
import { entriesOf } from '../credit-balance.data.ts';
import type { CreditFigures } from '../credit-figures.ts';
import { LedgerView } from './ledger-view.ts';
import type { WholeLedger } from './whole-ledger.ts';
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
  readonly #whole: Lazy<WholeLedger>;
  readonly #dialog: LazyDialog;
  readonly #viewAll: ViewAllController;

  constructor(host: LedgerHost, shown: ShownCredit, options: LedgerPaneOptions) {
    this.#host = host;
    this.#options = options;
    this.#shown = shown;
    const latest = new ListController<CreditEntry>(host, (customerId) => this.#entries(customerId, this.#limit), {
      keepPreviousData: ({ params }) => params?.['accountId'],
    });
    this.#latest = new LedgerView(host, latest);
    this.#dialog = new LazyDialog(host, 'history');
    this.#viewAll = new ViewAllController(host, { intent: 'credit', dialog: this.#dialog });
    this.#whole = new Lazy(host, async () => {
      const { WholeLedger } = await import('./whole-ledger.ts');
      const whole = new WholeLedger(host, {
        getQuery: (...asked) => this.#entries(...asked),
        isShown: () => this.#viewAll.isShown,
        account: () => this.#account,
        about: (view) => this.#running(view, 'whole'),
      });
      await whole.view.virtualize();
      return whole;
    });
  }

  get announcement(): string {
    return this.#whole.module?.announcement ?? '';
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
    this.#whole.module?.list.refresh();
  }

  /** Loads the whole ledger, once. Called before each render; after a failure, only the operator retries. */
  load(): void {
    if (this.#viewAll.isShown && this.#whole.state === 'idle') this.#whole.load();
  }

  render(isStale: boolean): TemplateResult {
    return html`${this.#bar(this.#shown.choice())} ${this.#entriesIn(this.#shownWhole, isStale)}`;
  }

  skeleton(label: string): TemplateResult {
    return html`${this.#bar(line(24))} ${this.#latest.skeleton(label, this.#limit, this.#host.l10n)}`;
  }

  footer(): TemplateResult | typeof nothing {
    const whole = this.#shownWhole;
    return (whole?.view ?? this.#latest).footer(whole ? Infinity : this.#limit, this.#host.l10n, this.#viewAll);
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render((): DialogContent => ({
      heading: this.#label,
      wide: true,
      l10n: this.#host.l10n,
      body: html`<div class="body history">${this.#narrowing()} ${this.#inDialog()}</div>`,
    }));
  }

  #inDialog(): TemplateResult | typeof nothing {
    const { module, state } = this.#whole;
    if (module) return this.#entriesIn(module);
    return state === 'failed' ? nothing : this.#latest.skeleton(this.#label, 9, this.#host.l10n);
  }

  /** Renders the whole ledger, or the latest entries. */
  #entriesIn(whole: WholeLedger | undefined, isStale = false): TemplateResult {
    return (whole?.view ?? this.#latest).render({
      ...this.#host.stateOptions,
      label: this.#label,
      unknownColumns: this.#host.unknownColumns,
      limit: whole ? undefined : this.#limit,
      isStale,
      onReverse: this.#options.onReverse(),
      noMatch: whole?.renderNoMatch(),
    });
  }

  /** Renders the choice of the account and, in the view of the whole ledger, its tools. */
  #bar(choice: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="ledger-bar" part="ledger-bar">
      ${choice}${this.#viewAll.isInline ? this.#narrowing() : this.#aboutLatest(choice)}
    </div>`;
  }

  /** Renders the notes about the latest entries, as far as they apply; without a choice, at least their account. */
  #aboutLatest(choice: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    const { onlyReversed } = wordsOf(this.#host.l10n);
    const running = this.#running(this.#latest, 'latest');
    if (!this.#latest.knowsReversals && running === nothing) return nothing;
    const text = this.#latest.knowsReversals ? onlyReversed : choice === nothing ? this.#label : nothing;
    return html`<span class="quiet small">${text}${running}</span>`;
  }

  /** Renders the explanation of the running balance. */
  #running(ledger: LedgerView, name: string): TemplateResult | typeof nothing {
    return (ledger.knowsBalances && this.#options.figures()?.running(name)) || nothing;
  }

  /** Renders the tools of the whole ledger. */
  #narrowing(): TemplateResult {
    return html`${this.#whole.module?.renderTools() ?? line(60)}${openFailed(this.#whole, this.#host.l10n)}`;
  }

  /** The whole ledger if it is shown below the balances. While it is loading, the latest entries stay. */
  get #shownWhole(): WholeLedger | undefined {
    const { module } = this.#whole;
    if (!module || !this.#viewAll.isInline) return undefined;
    // The latest entries must not pass for the result of a search.
    return module.list.isNarrowed || module.list.snapshot.phase !== 'loading' ? module : undefined;
  }

  #entries(customerId: string, pageSize: number, request?: ListRequest): ListQuery<CreditEntry> | undefined {
    const { account } = this.#shown;
    return (
      account && this.#host.client?.adapter.credit?.entries && entriesOf(customerId, account.id, pageSize, request)
    );
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
