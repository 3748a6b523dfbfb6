import { html, nothing, type TemplateResult } from 'lit';
import type { ListQuery } from '../../../data/query.ts';
import type { CreditEntry } from '../../../domain/credit.ts';
import type { DayRange } from '../../../domain/time.ts';
import type { DashboardElement } from '../../../element/dashboard-element.ts';
import { ExportController } from '../../../element/export-controller.ts';
import { importWithWords } from '../../../element/lazy.ts';
import { creditLedgerWords } from './ledger-words.en.ts';
import type { WidgetController } from '../../../element/widget-host.ts';
import { adopt } from '../../../ui/adopt.ts';
import { exportStyles, ExportView } from '../../../ui/export.ts';
import * as icons from '../../../ui/icons.ts';
import { Popovers, popoverStyles } from '../../../ui/popover.ts';
import { rangePicker } from '../../../ui/range-picker.ts';
import { SearchField, searchStyles } from '../../../ui/search-field.ts';
import type { Sentence } from '../../../ui/state-view.ts';
import { toolbarStyles } from '../../../ui/toolbar.ts';
import type { EntrySearch } from '../credit-balance.data.ts';
import { toolStyles } from './ledger-tools.styles.ts';
import type { LedgerView } from './ledger-view.ts';

/** The number of rows per page in an export. */
const pageOfFile = 500;

export interface LedgerToolsOptions {
  readonly ledger: LedgerView;
  /** Returns the query of the ledger on screen, with its search. */
  readonly query: (customerId: string, pageSize: number) => ListQuery<CreditEntry> | undefined;
  /** Returns the account's name. */
  readonly account: () => string;
}

/** The tools that filter and export the whole ledger. */
export class LedgerTools implements WidgetController {
  readonly #host: DashboardElement;
  readonly #options: LedgerToolsOptions;
  readonly #popovers: Popovers;
  readonly #field: SearchField;
  readonly #export: ExportController<CreditEntry>;
  readonly #exportView: ExportView;
  #range: DayRange = {};

  constructor(host: DashboardElement, options: LedgerToolsOptions) {
    for (const styles of [popoverStyles, exportStyles, searchStyles, toolbarStyles, toolStyles]) adopt(host, styles);
    this.#host = host;
    host.addController(this);
    this.#options = options;
    this.#popovers = new Popovers(host);
    this.#field = new SearchField(host);
    this.#export = new ExportController<CreditEntry>(host, {
      what: 'credit-entries',
      table: async () =>
        (await importWithWords(host, () => import('./ledger-file.ts'))).ledgerTable(options.account(), host.l10n),
      shown: () => this.#items,
      all: (customerId) => options.query(customerId, pageOfFile)!,
    });
    this.#exportView = new ExportView(this.#popovers, this.#export);
  }

  get search(): EntrySearch {
    return { text: this.#field.text, range: this.#range };
  }

  get announcement(): string {
    return this.#exportView.announcement;
  }

  hostCustomerChanged(): void {
    this.#range = {};
    this.#field.search('');
  }

  /** `about` explains the figures. */
  render(about: TemplateResult | typeof nothing): TemplateResult {
    const words = this.#words;
    const { snapshot } = this.#options.ledger;
    const { total, hasMore = false } = snapshot.phase === 'ready' ? snapshot.data : {};
    return html`<div class="tools" part="ledger-tools">
        ${this.#field.render({ label: words.find, hint: words.findHint })}
        ${rangePicker(this.#popovers, {
          label: words.dates,
          value: this.#range,
          onChange: (range) => {
            this.#range = range;
            this.#host.requestUpdate();
          },
        })}
        ${about}${this.#items.length ? this.#exportView.button({ shown: this.#items.length, total, hasMore }) : nothing}
      </div>
      ${this.#exportView.strip(this.#options.account())}`;
  }

  /** True if there is a search. */
  get isSearching(): boolean {
    const { text, range } = this.search;
    return Boolean(text || range?.from || range?.to);
  }

  /** Returns the text of an empty result; undefined without a search. */
  noneFound(): Sentence | undefined {
    if (!this.#options.ledger.isFound) return undefined;
    const words = this.#words;
    return {
      path: icons.search,
      title: words.noneFound,
      help: words.noneFoundHelp,
      action: html`<button type="button" class="button" @click=${this.#showAll}>${words.showAll}</button>`,
    };
  }

  readonly #showAll = (): void => {
    this.#range = {};
    this.#field.search('');
    this.#host.requestUpdate();
  };

  get #items(): readonly CreditEntry[] {
    const { snapshot } = this.#options.ledger;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  get #words() {
    return this.#host.l10n.words(creditLedgerWords);
  }
}
