import { css, html, nothing } from 'lit';
import { compareRow } from '../../data/compare-row.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { codeOf } from '../../domain/field.ts';
import { Inquiry, isOpenInquiry, maxReplyLength, type InquiryChange } from '../../domain/inquiry.ts';
import { isBlank, trimmed } from '../../domain/visible.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import type { FormWords } from '../../forms/form-steps.ts';
import { formMessage } from '../../ui/explain-error.ts';
import { featureMark } from '../../ui/feature-mark.ts';
import { adopt } from '../../ui/styles.ts';
import { moment, name, prose } from '../../ui/text.ts';
import { inquiryFormWords } from './form-words.en.ts';
import {
  InquiryChangedEvent,
  InquiryChangeEvent,
  InquiryRepliedEvent,
  InquiryReplyEvent,
  type InquiryStep,
} from './inquiries-panel.events.ts';
import { authorOf, inquiries, replyText } from './inquiry-texts.ts';

type Step = InquiryStep | 'reply' | 'replyClose';

interface Values {
  readonly step: Step;
  readonly text: string;
}

interface Answer {
  readonly inquiry: Inquiry;
  readonly step: Step;
  readonly text: string;
}

type Draft = FormDraft<Inquiry, Values, Answer, Inquiry>;

const changes: Readonly<Record<InquiryStep, InquiryChange>> = {
  close: { status: 'closed' },
  reopen: { status: 'open' },
  markUrgent: { urgent: true },
  unmarkUrgent: { urgent: false },
};

const isReply = (step: Step): step is 'reply' | 'replyClose' => step === 'reply' || step === 'replyClose';

const styles = css`
  .inquiry {
    display: grid;
    gap: calc(var(--_unit) * 1);
    max-block-size: calc(var(--_unit) * 60);
    overflow: auto;
  }

  .inquiry p {
    margin: 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;

/** Replies to an inquiry, or closes, opens or marks it without a reply. */
export class InquiryAnswer extends FormDialog<Inquiry, Values, Answer, Inquiry, Inquiry> {
  constructor(host: WidgetHost) {
    super(host, {
      name: 'answer',
      port: 'inquiries',
      openers: ['reply'],
      request: ({ inquiry: { customerId, id }, step }) =>
        isReply(step) ? new InquiryReplyEvent(customerId, id) : new InquiryChangeEvent(customerId, id, step),
      fact: ({ inquiry: { customerId, id }, step }) =>
        isReply(step) ? new InquiryRepliedEvent(customerId, id) : new InquiryChangedEvent(customerId, id, step),
      reread: () => host.refresh(),
    });
    adopt(host, styles);
  }

  get words() {
    return this.l10n.words(inquiryFormWords);
  }

  override get formWords(): FormWords {
    const { step = 'reply' } = this.draft?.values ?? {};
    return { ...super.formWords, save: this.words[isReply(step) ? 'send' : step] };
  }

  override get heading(): string {
    return this.words.heading;
  }

  override get locksFields(): boolean {
    return true;
  }

  protected override keyOf({ id }: Inquiry): string {
    return id;
  }

  protected override blank(inquiry: Inquiry): Values {
    return { step: this.#stepsOf(inquiry)[0] ?? 'reply', text: '' };
  }

  /** A draft goes on from the inquiry as it is now, which somebody may have answered meanwhile. */
  protected override merge(current: Inquiry): Inquiry {
    return current;
  }

  protected override rows({ subject, values: { step } }: Draft): readonly FormRow<Values>[] {
    const { words, l10n } = this;
    const { permissions } = this.host;
    const denied = (['reply', 'update'] as const)
      .map((action) => permissions.of(`inquiries.${action}`))
      .find(({ state }) => state === 'denied');
    return [
      this.#inquiry(subject),
      {
        kind: 'radio',
        name: 'step',
        label: words.step,
        invalid: words.stepMissing,
        options: this.#stepsOf(subject).map((value) => {
          const availability = permissions.of(operationOf(value));
          return {
            value,
            label: words[value],
            mark: featureMark(availability, l10n),
            isDisabled: availability.state === 'planned',
          };
        }),
      },
      isReply(step)
        ? {
            kind: 'textarea',
            name: 'text',
            label: words.text,
            invalid: words.textMissing,
            maxLength: maxReplyLength,
            takesFocus: true,
          }
        : undefined,
      denied?.state === 'denied'
        ? formMessage('quiet', denied.reason ? name(denied.reason, l10n) : words.denied)
        : undefined,
    ];
  }

  #inquiry({ subject, text, createdAt, lastReply }: Inquiry) {
    const { words, l10n } = this;
    return html`<div class="inquiry" part="inquiry" tabindex="0" role="group" aria-label=${words.inquiry}>
      <p class="strong">${name(subject, l10n)}</p>
      <p class="quiet">${moment(createdAt, l10n)}</p>
      ${text ? html`<p>${prose(text, l10n)}</p>` : nothing}
      ${
        lastReply
          ? html`<p class="quiet">${words.lastReply} ${replyText(lastReply, l10n)}</p>
              ${lastReply.text ? html`<p>${prose(lastReply.text, l10n)}</p>` : nothing}`
          : nothing
      }
    </div>`;
  }

  /** The steps that the platform and the operator's permissions allow. */
  #stepsOf({ status, urgent, ...inquiry }: Inquiry): readonly Step[] {
    const port = this.host.client?.adapter.inquiries;
    const steps: readonly (Step | false | undefined)[] = [
      'reply',
      'replyClose',
      codeOf(status) !== 'closed' && 'close',
      !isOpenInquiry({ status, ...inquiry }) && 'reopen',
      urgent === false && 'markUrgent',
      urgent && 'unmarkUrgent',
    ];
    return steps.filter((step): step is Step => {
      if (!step || !port?.[isReply(step) ? 'reply' : 'update']) return false;
      return !['denied', 'unknown'].includes(this.host.permissions.of(operationOf(step)).state);
    });
  }

  protected override read({ subject: inquiry, values: { step, text } }: Draft): Reading<Answer> {
    if (isReply(step) && isBlank(text)) return { errors: { text: this.words.textMissing } };
    return { errors: {}, input: { inquiry, step, text: isReply(step) ? trimmed(text) : '' } };
  }

  override operation({ inquiry: { customerId, id, version }, step, text }: Answer): Write<Inquiry, Inquiry> {
    return {
      customerId,
      id,
      ifVersion: version,
      schema: Inquiry,
      list: { name: inquiries.name },
      send: ({ inquiries: port }, options) =>
        isReply(step)
          ? port?.reply?.(customerId, id, { text, ...(step === 'replyClose' && { close: true }) }, options)
          : port?.update?.(customerId, id, changes[step], options),
    };
  }

  override compare(client: DashboardClient, { inquiry: base }: Answer, settings: ReadSettings): Promise<void> {
    const valueOf = ({ status, urgent, lastReply }: Inquiry) => [codeOf(status), urgent, lastReply?.at];
    return compareRow(client, { operation: inquiries, base, valueOf }, settings);
  }

  /** A conflict says who has replied meanwhile. */
  protected override texts({ inquiry, step }: Answer, current?: Inquiry): WriteTexts {
    const { words, l10n } = this;
    const [sent, reply] = [isReply(step), current?.lastReply];
    const author = reply && reply.at !== inquiry.lastReply?.at ? (authorOf(reply) ?? words.somebody) : undefined;
    return {
      pending: sent ? words.pendingReply : words.pendingChange,
      unknown: sent ? words.unknownReply : words.unknownChange,
      refused: sent ? words.refusedReply : words.refusedChange,
      done: words[`${step}Done`],
      reasons: { conflict: author ? l10n.text(words.repliedMeanwhile, { author }) : words.changedMeanwhile },
    };
  }
}

const operationOf = (step: Step) => (isReply(step) ? 'inquiries.reply' : 'inquiries.update');
