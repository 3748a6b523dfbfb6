import { css, html, nothing, type TemplateResult } from 'lit';
import type { ListRequest } from '../../../data/list-query.ts';
import type { ListQuery } from '../../../data/query.ts';
import type { CreditEntry } from '../../../domain/credit.ts';
import type { DashboardElement } from '../../../element/dashboard-element.ts';
import { ListToolbar } from '../../../list/list-toolbar.ts';
import type { ListTools } from '../../../list/list-tools.ts';
import { RefinedListController } from '../../../list/refined-list-controller.ts';
import { adopt } from '../../../ui/styles.ts';
import { wordsOf } from '../account-words.ts';
import { creditLedgerWords } from './ledger-words.en.ts';
import { LedgerView } from './ledger-view.ts';

export interface WholeLedgerOptions {
  /** Returns the query for the entries of the account on screen. */
  readonly getQuery: (customerId: string, pageSize: number, request: ListRequest) => ListQuery<CreditEntry> | undefined;
  readonly isShown: () => boolean;
  /** Returns the account's name. */
  readonly account: () => string;
  /** Renders the explanation of the running balance, if the entries have one. */
  readonly about: (view: LedgerView) => TemplateResult | typeof nothing;
}

/** All entries of an account, with the tools that search and export them. Loaded when they are requested. */
export class WholeLedger {
  readonly list: RefinedListController<CreditEntry>;
  readonly view: LedgerView;
  readonly #host: DashboardElement;
  readonly #options: WholeLedgerOptions;
  readonly #toolbar: ListToolbar<CreditEntry, unknown>;

  constructor(host: DashboardElement, options: WholeLedgerOptions) {
    this.#host = host;
    this.#options = options;
    const { getQuery, isShown } = options;
    this.list = new RefinedListController(host, (customerId, request) =>
      isShown() ? getQuery(customerId, 100, request) : undefined,
    );
    this.view = new LedgerView(host, this.list);
    this.#toolbar = new ListToolbar<CreditEntry, unknown>(host, {
      operation: 'credit.entries',
      list: this.list,
      tools: () => this.#tools,
      getFileQuery: (pageSize, customerId, request) => getQuery(customerId, pageSize, request)!,
    });
    adopt(host, toolStyles);
  }

  get announcement(): string {
    return this.#toolbar.announcement;
  }

  renderTools(): TemplateResult {
    return html`<div class="tools" part="ledger-tools">${this.#toolbar.render(this.list.list)}</div>
      ${this.#toolbar.strip(this.#options.account())}`;
  }

  /** Renders the notice that no entry matches; `undefined` if nothing was searched. */
  renderNoMatch(): TemplateResult | undefined {
    if (!this.list.isNarrowed) return undefined;
    const { noEntries: empty, viewAll } = wordsOf(this.#host.l10n);
    return this.#toolbar.renderNoMatch({ empty, viewAll, ...this.#words });
  }

  get #words() {
    return this.#host.l10n.words(creditLedgerWords);
  }

  get #tools(): ListTools<CreditEntry> {
    const { find, findHint, dates } = this.#words;
    const about = this.#options.about(this.view);
    return {
      search: { label: find, hint: findHint },
      range: { label: dates },
      ...(about !== nothing && { further: [{ render: () => about }] }),
      file: {
        what: 'credit-entries',
        table: async () => (await import('./ledger-file.ts')).ledgerTable(this.#options.account(), this.#host.l10n),
      },
    };
  }
}

const toolStyles = css`
  .ledger-bar > .tools {
    flex: 0 1 auto;
    min-inline-size: 0;
    padding: 0;
  }
`;
