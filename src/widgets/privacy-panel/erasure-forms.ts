// Loaded on its own, when an erasure is first requested or withdrawn.
import { html, nothing, type TemplateResult } from 'lit';
import type { Write } from '../../data/write.ts';
import { CustomerPrivacy, maxErasureNote } from '../../domain/privacy.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog, RowAction } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import type { LoadedForm } from '../../forms/lazy-form.ts';
import { prose } from '../../ui/text.ts';
import { erasureFormWords } from './erasure-words.en.ts';
import {
  ErasureRequestedEvent,
  ErasureRequestEvent,
  ErasureWithdrawEvent,
  ErasureWithdrawnEvent,
} from './privacy-panel.events.ts';

interface Values {
  readonly note: string;
}

interface Request {
  readonly base: CustomerPrivacy;
  readonly note: string;
}

/** What both writes change. */
const written = ({ customerId, version }: CustomerPrivacy) => ({
  ...{ customerId, ifVersion: version, schema: CustomerPrivacy },
  touches: ['privacy.get', 'changes.list'],
});

type Draft = FormDraft<CustomerPrivacy, Values, Request, CustomerPrivacy>;

/** Requests the erasure: a remark, and a second step that says what follows. */
class ErasureRequest extends FormDialog<CustomerPrivacy, Values, Request, CustomerPrivacy> {
  constructor(host: WidgetHost) {
    super(host, {
      name: 'erasure',
      port: 'privacy',
      openers: ['request-erasure', 'withdraw-erasure'],
      request: ({ base }) => new ErasureRequestEvent(base.customerId),
      fact: ({ base }) => new ErasureRequestedEvent(base.customerId),
      reread: () => host.refresh(),
    });
  }

  get words() {
    return this.l10n.words(erasureFormWords);
  }

  override get heading(): string {
    return this.words.request;
  }

  protected override blank(): Values {
    return { note: '' };
  }

  protected override rows(): readonly FormRow<Values>[] {
    const { note: label, noteHelp: help } = this.words;
    const isOptional = true;
    return [{ kind: 'textarea', name: 'note', label, help, isOptional, maxLength: maxErasureNote, takesFocus: true }];
  }

  protected override read({ subject: base, values }: Draft): Reading<Request> {
    return { errors: {}, input: { base, note: values.note.trim() } };
  }

  override operation({ base, note }: Request): Write<CustomerPrivacy> {
    const { customerId } = base;
    return {
      ...written(base),
      send: ({ privacy }, options) => privacy?.requestErasure?.(customerId, note ? { note } : {}, options),
    };
  }

  override review({ note }: Request): FormReview {
    const { words, l10n } = this;
    return {
      heading: words.question,
      terms: html`${
        note
          ? html`<dt>${words.note}</dt>
              <dd>${prose(note, l10n)}</dd>`
          : nothing
      }`,
      remarks: [words.effect, words.keeps],
      confirm: words.confirm,
      isDanger: true,
    };
  }

  protected override texts(): WriteTexts {
    const { pending, unknown, refused, done, changed } = this.words;
    return { pending, unknown, refused, done, reasons: { conflict: changed } };
  }
}

/** Withdraws the request, once confirmed. */
class ErasureWithdrawal extends RowAction<CustomerPrivacy, CustomerPrivacy, never> {
  constructor(host: WidgetHost) {
    super(host, {
      name: 'withdrawal',
      port: 'privacy',
      openers: ['withdraw-erasure', 'request-erasure'],
      request: ({ customerId }) => new ErasureWithdrawEvent(customerId),
      fact: ({ customerId }) => new ErasureWithdrawnEvent(customerId),
      reread: () => host.refresh(),
    });
  }

  get words() {
    return this.l10n.words(erasureFormWords);
  }

  override operation(base: CustomerPrivacy): Write<CustomerPrivacy> {
    return {
      ...written(base),
      send: ({ privacy }, options) => privacy?.withdrawErasure?.(base.customerId, options),
    };
  }

  override review(): FormReview {
    const { withdrawQuestion: heading, withdrawEffect, withdraw: confirm } = this.words;
    return { heading, terms: html``, remarks: [withdrawEffect], confirm };
  }

  protected override texts(): WriteTexts {
    const { withdrawing: pending, withdrawUnknown: unknown, withdrawRefused: refused, withdrawn: done } = this.words;
    return { pending, unknown, refused, done, reasons: { conflict: this.words.changed } };
  }
}

/** Both forms of an erasure. */
export class ErasureForms implements LoadedForm {
  readonly request: ErasureRequest;
  readonly withdrawal: ErasureWithdrawal;

  constructor(host: WidgetHost) {
    this.request = new ErasureRequest(host);
    this.withdrawal = new ErasureWithdrawal(host);
  }

  get announcement(): string {
    return this.request.announcement || this.withdrawal.announcement;
  }

  strip(): readonly (TemplateResult | typeof nothing)[] {
    return [this.request.strip(), this.withdrawal.strip()];
  }

  dialog(): readonly (TemplateResult | typeof nothing)[] {
    return [this.request.dialog(), this.withdrawal.dialog()];
  }
}
