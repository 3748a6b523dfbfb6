import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { instantColumn, moneyColumns, textColumn } from '../../data/file-table.ts';
import { listCan } from '../../data/list-can.ts';
import type { ListOperation, ListRequest } from '../../data/list-query.ts';
import { closedQuoteStatuses, Quote } from '../../domain/quote.ts';
import { codeOf, labelOf } from '../../domain/coded.ts';
import type { RequestEvent } from '../../element/events.ts';
import { openingOf } from '../../element/opening.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { TableWidget, type ListColumn } from '../../list/table-widget.ts';
import { badge, type Tone } from '../../ui/badge.ts';
import { dialogStyles } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { opener, viewAllLink } from '../../ui/opener.ts';
import { line } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles } from '../../ui/table.ts';
import { datum, maybe, name } from '../../ui/text.ts';
import { QuoteCreateEvent, QuoteOpenEvent } from './quotes-panel.events.ts';
import { quotesPanelWords } from './words.en.ts';

const operation: ListOperation<Quote> = {
  name: 'quotes.list',
  schema: Quote,
  call: ({ quotes }, customerId, page, options) => quotes?.list?.(customerId, page, options),
};

const badges = {
  draft: ['neutral', icons.pencil],
  sent: ['accent', icons.mail],
  viewed: ['accent', icons.eye],
  accepted: ['success', icons.checkCircle],
  declined: ['neutral', icons.cancel],
  expired: ['neutral', icons.clock],
  canceled: ['neutral', icons.cancel],
} as const satisfies Readonly<Record<string, readonly [Tone, string]>>;

const isKnown = (code: string): code is keyof typeof badges => Object.hasOwn(badges, code);

const dayLength = 86_400_000;

/**
 * The quotes that a customer can still accept, or that are being prepared, and on request all of them. A quote that ends
 * soon is marked. Quotes open, and are created, on pages of the host.
 *
 * @summary A customer's quotes
 * @tag quotes-panel
 * @slot heading - Replaces the text of the heading.
 * @slot actions - More actions in the header.
 * @slot hint - A hint below the header.
 * @slot help - Help at the end of the widget.
 * @slot loading - Replaces the placeholder for quotes that are loading.
 * @slot empty - Replaces the text for a customer without current quotes.
 * @slot error - Replaces the text for quotes that could not be loaded.
 * @fires {QuoteOpenEvent} quote-open - A quote is about to be opened. Cancelable.
 * @fires {QuoteCreateEvent} quote-create - A quote is about to be created. Cancelable.
 * @fires {ViewAllEvent} view-all - All quotes are asked for. Cancelable.
 * @fires {ExportEvent} export - Quotes are about to be exported. Cancelable.
 * @csspart badge - The status of a quote, or the day on which it ends.
 * @csspart create - The link to the page that creates a quote.
 * @csspart link - The number of a quote that opens.
 * @csspart view-all - The link or button that opens all quotes.
 * @csspart view-less - The button that leads back to the current quotes.
 */
export class QuotesPanel extends TableWidget<Quote> {
  static readonly tag = 'quotes-panel';
  static override styles = [...widgetStyles, tableStyles, dialogStyles, twoLineRows];

  /** How many current quotes to show, newest first. */
  @property({ type: Number }) limit = 5;
  /** How many days before its last day a quote is marked. */
  @property({ attribute: 'ending-days', type: Number }) endingDays = 14;

  constructor() {
    super({ operation, intent: 'quotes', icon: icons.receipt, limit: 5 });
  }

  /** The first rows are the current quotes, if the platform can tell them apart. */
  protected override query(pageSize: number, customerId: string, request: ListRequest = this.#current) {
    return super.query(pageSize, customerId, request);
  }

  get #current(): ListRequest {
    const { client } = this;
    return client && listCan(client.adapter, 'quotes.list', 'filter', 'state') ? { filter: { state: 'current' } } : {};
  }

  protected override get isSelection(): boolean {
    return this.#current.filter !== undefined;
  }

  protected override get words() {
    return this.l10n.words(quotesPanelWords);
  }

  protected override get tools(): ListTools<Quote> {
    const { words } = this;
    return {
      search: { label: words.search },
      range: { label: words.created },
      file: {
        what: 'quotes',
        table: () => ({
          title: words.heading,
          columns: [
            textColumn(words.number, ({ number }) => number),
            textColumn(words.titleColumn, ({ title }) => title),
            textColumn(words.status, ({ status }) => this.#statusText(status)),
            instantColumn(words.created, ({ createdAt }) => createdAt),
            textColumn(words.validUntil, ({ validUntil }) => validUntil),
            ...moneyColumns<Quote>({ amount: words.total, currency: words.currency }, ({ total }) => total),
          ],
        }),
      },
    };
  }

  protected override get reasons() {
    return [this.activeCustomer, this.endingDays, this.l10n.today];
  }

  protected override columns(): readonly ListColumn<Quote>[] {
    const { words, l10n } = this;
    return [
      {
        name: 'number',
        heading: words.number,
        names: true,
        className: 'lead',
        sortBy: 'number',
        isData: true,
        skeleton: line(14),
        title: ({ title }) => title ?? '',
        cell: (quote) => this.#numberCell(quote),
      },
      {
        name: 'valid',
        heading: words.validUntil,
        className: 'under',
        sortBy: 'validUntil',
        skeleton: line(14),
        knows: ({ validUntil }) => validUntil !== undefined,
        cell: (quote) => this.#validCell(quote),
      },
      {
        name: 'status',
        heading: words.status,
        className: 'aside',
        skeleton: html`<span class="skeleton chip w18"></span>`,
        cell: ({ status }) => this.#statusBadge(status),
      },
      {
        name: 'total',
        heading: words.total,
        numeric: true,
        className: 'total',
        sortBy: 'total',
        skeleton: line(14, { end: true }),
        cell: ({ total }) =>
          total === null
            ? html`<span class="quiet">${words.notPriced}</span>`
            : maybe(total, l10n, (amount) => datum(l10n.amount(amount))),
      },
    ];
  }

  protected override renderActions(): TemplateResult | typeof nothing {
    const href = this.link('quote-create');
    if (href === undefined) return nothing;
    return opener({
      label: html`${icon(icons.plus)}${this.words.create}`,
      part: 'create',
      className: 'button',
      opening: { as: 'page', href },
      onOpen: (event) => this.#open(event, href, (customerId) => new QuoteCreateEvent(customerId)),
    });
  }

  protected override renderEmptyAction(): TemplateResult {
    return html`${this.renderActions()}${this.isSelection ? viewAllLink(this.words.viewAll, this.allController) : nothing}`;
  }

  #numberCell({ id, number, title }: Quote): TemplateResult {
    const opening = openingOf(['page'], undefined, this.link('quote', { quoteId: id }));
    const label = name(number, this.l10n);
    const onOpen = (event: Event) =>
      this.#open(event, opening?.href, (customerId) => new QuoteOpenEvent(customerId, id));
    return html`${opening ? opener({ label, part: 'link', isData: true, opening, onOpen }) : label}${
      title ? html` <span class="quiet">${name(title, this.l10n)}</span>` : nothing
    }`;
  }

  #validCell({ status, validUntil }: Quote): TemplateResult {
    const { words, l10n } = this;
    if (validUntil === null) return html`<span class="quiet">${words.noExpiry}</span>`;
    return maybe(validUntil, l10n, (until) => {
      const day = l10n.shortDay(until);
      if (['accepted', ...closedQuoteStatuses].includes(codeOf(status))) return datum(day);
      if (until < l10n.today) return html`<span class="quiet">${l10n.text(words.ended, { day })}</span>`;
      const days = (Date.parse(until) - Date.parse(l10n.today)) / dayLength;
      return days <= this.endingDays ? badge('warning', icons.clock, l10n.text(words.endsSoon, { day })) : datum(day);
    });
  }

  #statusText(status: Quote['status']): string {
    const code = codeOf(status);
    return labelOf(status) ?? (isKnown(code) ? this.words[code] : code);
  }

  #statusBadge(status: Quote['status']): TemplateResult {
    const code = codeOf(status);
    const [tone, path] = isKnown(code) ? badges[code] : (['neutral', icons.info] as const);
    return badge(tone, path, this.#statusText(status));
  }

  #open(event: Event, href: string | undefined, request: (customerId: string) => RequestEvent): void {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined && href !== undefined)
      this.open(event, { as: 'page', href }, request(activeCustomer));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quotes-panel': QuotesPanel;
  }
}
