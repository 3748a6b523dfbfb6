import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { textColumn } from '../../data/file-table.ts';
import type { List } from '../../data/snapshot.ts';
import { type Inquiry, inquiryChannels, inquiryStatuses, type InquiryTotals } from '../../domain/inquiry.ts';
import { bestOf } from '../../domain/operator.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { codedText, orderCell, pageLink } from '../../list/cells.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { rowFeature } from '../../ui/feature-mark.ts';
import { mail } from '../../ui/icons.ts';
import { deniedNotice } from '../../ui/state-view.ts';
import { maybe, moment, name } from '../../ui/text.ts';
import { InquiryOpenEvent } from './inquiries-panel.events.ts';
import { inquiries, badges, channels, repliedText, replyText, statusCell } from './inquiry-texts.ts';
import { inquiriesPanelWords } from './words.en.ts';

const styles = css`
  /* Replying is what a row asks for: it stays in view where there is too little room for the last reply. */
  @container widget (calc(720em / 14) <= inline-size < calc(860em / 14)) {
    .table .beside {
      display: none;
    }

    .table td.lead {
      max-inline-size: calc(var(--_unit) * 44);
    }
  }

  @container widget (inline-size < calc(720em / 14)) {
    /* The subject has the room of an order that there is none of. */
    .table tbody > tr:has(> .amount:empty) > .lead {
      grid-column: 1 / -1;
    }
  }
`;

/**
 * The inquiries of a customer: urgent ones that are open first, then the oldest that is open. Operators reply, close and
 * open them here.
 *
 * @summary A customer's inquiries
 * @tag inquiries-panel
 * @fires {InquiryOpenEvent} inquiry-open - An inquiry is about to be opened on the host's page. Cancelable.
 * @fires {InquiryReplyEvent} inquiry-reply - A reply is about to be sent. Cancelable.
 * @fires {InquiryRepliedEvent} inquiry-replied - A reply was sent.
 * @fires {InquiryChangeEvent} inquiry-change - An inquiry is about to be closed, opened again or marked. Cancelable.
 * @fires {InquiryChangedEvent} inquiry-changed - An inquiry was closed, opened again or marked.
 * @fires {OrderOpenEvent} order-open - The order of an inquiry is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Inquiries are about to be exported. Cancelable.
 * @csspart badge - The status of an inquiry.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart choice - An option of a group.
 * @csspart discard - Discards the draft.
 * @csspart field - A form field with its label.
 * @csspart form - A form.
 * @csspart inquiry - The inquiry above the form that answers it.
 * @csspart link - The subject of an inquiry, or the number of its order, which opens a page.
 * @csspart reply - The button that opens the form to reply to an inquiry or change it.
 * @csspart save - Saves a form.
 */
export class InquiriesPanel extends TableWidget<Inquiry, InquiryTotals> {
  static readonly tag = 'inquiries-panel';
  static override styles = [TableWidget.styles, twoLineRows, styles];

  /** The number of inquiries to show. */
  @property({ type: Number }) limit = 5;

  readonly #answer = new LazyForm(this, async () => new (await import('./inquiry-answer.ts')).InquiryAnswer(this));
  protected override readonly forms = [this.#answer];

  constructor() {
    super({ operation: inquiries, intent: 'inquiries', icon: mail, limit: 5 });
  }

  protected override get words() {
    return this.l10n.words(inquiriesPanelWords);
  }

  protected override get tools(): ListTools<Inquiry> {
    const { words } = this;
    const options = <C extends keyof typeof words>(codes: readonly C[]) =>
      codes.map((value) => ({ value, label: words[value] as string }));
    return {
      search: { label: words.search },
      range: { label: words.received },
      filter: {
        label: words.filter,
        groups: [
          { name: 'status', label: words.status, options: options(inquiryStatuses) },
          { name: 'channel', label: words.channel, options: options(inquiryChannels) },
        ],
      },
      file: this.file('inquiries', [
        'subject',
        textColumn(words.text, ({ text }) => text),
        textColumn(words.channel, ({ channel }) => channel && codedText(channels, channel, words)),
        textColumn(words.urgent, ({ urgent }) => (urgent ? words.urgent : undefined)),
        'status',
        'received',
        'reply',
        textColumn(words.repliedBy, repliedText),
        'order',
      ]),
    };
  }

  protected override get reasons() {
    return [this.#availability.state, this.#canReply];
  }

  /** What is open, rather than how many inquiries there are. */
  protected override countOf(list: List<Inquiry, InquiryTotals>): string | undefined {
    const { open, urgent } = list.totals ?? {};
    if (open === undefined) return super.countOf(list);
    const { words, l10n } = this;
    return [l10n.text(words.openCount, { count: open }), urgent && l10n.text(words.urgentCount, { count: urgent })]
      .filter(Boolean)
      .join(', ');
  }

  protected override columnsOf(): readonly ListColumn<Inquiry>[] {
    const { words, l10n } = this;
    const column = new ListColumns<Inquiry>(l10n);
    return [
      column.data('subject', words.subject, ({ subject }) => subject, {
        ...{ names: true, className: 'lead', sortBy: 'subject' },
        title: ({ subject, text }) => [subject, text].filter(Boolean).join('\n'),
        cell: (inquiry) => this.#subjectCell(inquiry),
      }),
      column.moment('received', words.received, ({ createdAt }) => createdAt, {
        ...{ className: 'under', sortBy: 'createdAt' },
        cell: ({ createdAt, channel }) =>
          html`${moment(createdAt, l10n)}${
            channel ? html` <span class="quiet">${name(codedText(channels, channel, words), l10n)}</span>` : nothing
          }`,
      }),
      column.moment('reply', words.lastReply, ({ lastReply }) => lastReply && lastReply.at, {
        className: 'beside',
        cell: ({ lastReply }) =>
          lastReply === null
            ? html`<span class="quiet">${words.noReply}</span>`
            : maybe(lastReply, l10n, (reply) => replyText(reply, l10n)),
      }),
      column.coded('status', words.status, ({ status }) => status, {
        ...{ badges, words },
        cell: (inquiry) => statusCell(inquiry, l10n),
      }),
      column.data('order', words.order, ({ order }) => order && order.number, {
        ...{ className: 'amount' },
        cell: ({ order }) => (order === null ? html`` : orderCell(this, order)),
      }),
      {
        name: 'answer',
        heading: words.action,
        className: 'action',
        knows: () => this.#availability.state !== 'denied',
        cell: (inquiry) =>
          rowFeature(
            { availability: this.#availability, l10n },
            {
              part: 'reply',
              text: this.#canReply ? words.reply : words.change,
              label: l10n.text(this.#canReply ? words.replyOne : words.changeOne, { subject: inquiry.subject }),
              onClick: () => this.#answer.use((form) => form.open(inquiry)),
            },
          ),
      },
    ];
  }

  protected override renderNotices(): TemplateResult {
    const isOffered = this.client?.adapter.inquiries?.reply !== undefined;
    const denied = () => deniedNotice(this.permissions.of('inquiries.reply'), this.words.readOnly, this.l10n);
    return html`${super.renderNotices()}${isOffered ? denied() : nothing}`;
  }

  /** `false` if the operator can only change inquiries. */
  get #canReply(): boolean {
    const isOffered = this.client?.adapter.inquiries?.reply !== undefined;
    return isOffered && this.permissions.of('inquiries.reply').state !== 'denied';
  }

  /** The availability of replies and changes together. */
  get #availability() {
    const port = this.client?.adapter.inquiries;
    const actions = (['reply', 'update'] as const).filter((action) => port?.[action]);
    return bestOf(actions.map((action) => this.permissions.of(`inquiries.${action}`)));
  }

  #subjectCell({ id: inquiryId, subject, text }: Inquiry): TemplateResult {
    const label = name(subject, this.l10n);
    const request = (customerId: string) => new InquiryOpenEvent(customerId, inquiryId);
    const link = pageLink(this, {
      intent: 'inquiry',
      params: { inquiryId },
      label,
      part: 'link',
      isData: true,
      request,
    });
    return html`${link ?? label}${text ? html` <span class="quiet">${name(text, this.l10n)}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'inquiries-panel': InquiriesPanel;
  }
}
