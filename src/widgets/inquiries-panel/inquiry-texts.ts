// What the table and the form say of an inquiry.
import { html, nothing, type TemplateResult } from 'lit';
import { listOperation } from '../../data/list-query.ts';
import { codeOf } from '../../domain/field.ts';
import { Inquiry, inquiryRank, InquiryTotals } from '../../domain/inquiry.ts';
import { actorName } from '../../domain/operator.ts';
import type { Localization } from '../../i18n/localization.ts';
import { codedBadge, codedText } from '../../list/cells.ts';
import { badge, settled } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { moment, name, openly } from '../../ui/text.ts';
import { inquiriesPanelWords } from './words.en.ts';

export const inquiries = { ...listOperation('inquiries.list', Inquiry), totals: InquiryTotals };

/** The badges of the statuses, by code. */
export const badges = {
  open: ['warning', icons.clock],
  answered: ['neutral', icons.check],
  closed: ['neutral', icons.check],
} as const;

const plain = ['neutral', icons.mail] as const;
/** The channels that have texts. */
export const channels = { email: plain, chat: plain, phone: plain, form: plain, social: plain } as const;

/** Renders the status: a badge while somebody must act, otherwise plain text. */
export function statusCell(inquiry: Inquiry, l10n: Localization): TemplateResult {
  const words = l10n.words(inquiriesPanelWords);
  if (inquiryRank(inquiry) === 0) return badge('danger', icons.alert, words.urgent);
  return ['answered', 'closed'].includes(codeOf(inquiry.status))
    ? settled(openly(codedText(badges, inquiry.status, words), l10n))
    : codedBadge(badges, inquiry.status, words, l10n);
}

type Reply = NonNullable<Inquiry['lastReply']>;

/** Returns who has replied. */
export const authorOf = ({ author }: Reply): string | undefined => author && (actorName(author) ?? author.id);

/** Returns who has replied last, for a file. */
export const repliedText = ({ lastReply }: Inquiry): string | undefined =>
  lastReply ? authorOf(lastReply) : undefined;

/** Renders when a reply was sent, and by whom. */
export function replyText(reply: Reply, l10n: Localization): TemplateResult {
  const author = authorOf(reply);
  return html`${moment(reply.at, l10n)}${author ? html` <span class="quiet">${name(author, l10n)}</span>` : nothing}`;
}
