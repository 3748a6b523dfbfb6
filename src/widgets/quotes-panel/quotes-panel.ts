import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { instantColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import { closedQuoteStatuses, Quote } from '../../domain/quote.ts';
import { codeOf } from '../../domain/field.ts';
import { pageLink } from '../../list/cells.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { badge } from '../../ui/badge.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum, maybe, name } from '../../ui/text.ts';
import { requestEvent } from '../../element/events.ts';
import { quotesPanelWords } from './words.en.ts';

/** A quote is about to be opened. */
export class QuoteOpenEvent extends requestEvent('quote-open', 'quoteId') {}

/** A quote for this customer is about to be created. */
export class QuoteCreateEvent extends requestEvent('quote-create') {}

const badges = {
  draft: ['neutral', icons.pencil],
  sent: ['accent', icons.mail],
  viewed: ['accent', icons.eye],
  accepted: ['success', icons.checkCircle],
  declined: ['neutral', icons.cancel],
  expired: ['neutral', icons.clock],
  canceled: ['neutral', icons.cancel],
} as const;

const dayLength = 86_400_000;

/**
 * The quotes that a customer can still accept, or that are being prepared, and on request all of them. A quote that ends
 * soon is marked. Quotes open, and are created, on pages of the host.
 *
 * @summary A customer's quotes
 * @tag quotes-panel
 * @fires {QuoteOpenEvent} quote-open - A quote is about to be opened. Cancelable.
 * @fires {QuoteCreateEvent} quote-create - A quote is about to be created. Cancelable.
 * @fires {ExportEvent} export - Quotes are about to be exported. Cancelable.
 * @csspart badge - The status of a quote, or the day on which it ends.
 * @csspart create - The link to the page that creates a quote.
 * @csspart link - The number of a quote that opens.
 */
export class QuotesPanel extends TableWidget<Quote> {
  static readonly tag = 'quotes-panel';
  static override styles = [TableWidget.styles, twoLineRows];

  /** The number of current quotes to show, newest first. */
  @property({ type: Number }) limit = 5;
  /** The number of days before its last day from which a quote is marked. */
  @property({ attribute: 'ending-days', type: Number }) endingDays = 14;

  constructor() {
    const operation = listOperation('quotes.list', Quote);
    super({ operation, intent: 'quotes', icon: icons.receipt, limit: 5, firstFilter: { state: 'current' } });
  }

  protected override get words() {
    return this.l10n.words(quotesPanelWords);
  }

  protected override get tools(): ListTools<Quote> {
    const { words } = this;
    const title = textColumn<Quote>(words.titleColumn, (quote) => quote.title);
    const created = instantColumn<Quote>(words.created, ({ createdAt }) => createdAt);
    return {
      search: { label: words.search },
      range: { label: words.created },
      file: this.file('quotes', ['number', title, 'status', created, 'valid', 'total']),
    };
  }

  protected override get reasons() {
    return [this.endingDays, this.l10n.today];
  }

  protected override columnsOf(): readonly ListColumn<Quote>[] {
    const { words } = this;
    const column = new ListColumns<Quote>(this.l10n);
    return [
      column.data('number', words.number, ({ number }) => number, {
        ...{ names: true, className: 'lead', sortBy: 'number' },
        title: ({ title }) => title ?? '',
        cell: (quote) => this.#numberCell(quote),
      }),
      column.data('valid', words.validUntil, ({ validUntil }) => validUntil, {
        ...{ className: 'under', sortBy: 'validUntil', isData: false },
        cell: (quote) => this.#validCell(quote),
      }),
      column.coded('status', words.status, ({ status }) => status, { badges, words }),
      column.amount('total', words.total, ({ total }) => total, { sortBy: 'total', absent: words.notPriced }),
    ];
  }

  protected override renderCreate(): TemplateResult | typeof nothing {
    const label = html`${icon(icons.plus)}${this.words.create}`;
    const request = (customerId: string) => new QuoteCreateEvent(customerId);
    return pageLink(this, { intent: 'quote-create', label, part: 'create', className: 'button', request }) ?? nothing;
  }

  #numberCell({ id: quoteId, number, title }: Quote): TemplateResult {
    const label = name(number, this.l10n);
    const request = (customerId: string) => new QuoteOpenEvent(customerId, quoteId);
    const link = pageLink(this, { intent: 'quote', params: { quoteId }, label, isData: true, request });
    return html`${link ?? label}${title ? html` <span class="quiet">${name(title, this.l10n)}</span>` : nothing}`;
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
}

declare global {
  interface HTMLElementTagNameMap {
    'quotes-panel': QuotesPanel;
  }
  interface GlobalEventHandlersEventMap {
    'quote-open': QuoteOpenEvent;
    'quote-create': QuoteCreateEvent;
  }
}
