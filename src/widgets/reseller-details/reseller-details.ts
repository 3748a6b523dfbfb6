import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordQuery } from '../../data/query.ts';
import { actorName } from '../../domain/operator.ts';
import { ResellerRecord, resellerMembers } from '../../domain/reseller.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { safeHref } from '../../element/href.ts';
import { RecordController } from '../../element/query-controller.ts';
import { FormAccess } from '../../forms/form-access.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { panel } from '../../ui/panel.ts';
import { line, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { datum, moment, name, prose } from '../../ui/text.ts';
import type { ResellerForm } from './reseller-form.ts';
import { resellerDetailsWords } from './words.en.ts';

const styles = css`
  .section {
    padding: calc(var(--_unit) * 3) var(--_pad);
    border-block-start: 1px solid var(--_hairline);
  }

  .section dl.fields {
    margin: 0;
    max-inline-size: 72ch;
  }

  .section dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;

/** The widths of the placeholders: a business that is known is known with its certificate and a remark. */
const usualWidths = [32, 44, 24, 18, 60, 32] as const;

const resellerQuery = (customerId: string): RecordQuery<ResellerRecord> => ({
  name: 'reseller.get',
  customerId,
  schema: ResellerRecord,
  load: (adapter, options) => adapter.reseller?.get?.(customerId, options),
});

/**
 * The details of a customer who sells on. Platforms withdraw these details: the widget shows the notice of yours, if
 * `permissions` says `deprecated`, and only reads, unless `editable` is set. No layout shows it by itself.
 *
 * @summary Reseller details with the platform's notice of their withdrawal, read-only by default
 * @tag reseller-details
 * @fires {ResellerUpdateEvent} reseller-update - Details are about to be changed. Cancelable.
 * @fires {ResellerUpdatedEvent} reseller-updated - Details were changed.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart details - The details.
 * @csspart edit - Opens the form.
 * @csspart link - The place where the customer sells.
 */
export class ResellerDetails extends DashboardElement {
  static readonly tag = 'reseller-details';
  static override styles = [...widgetStyles, metricStyles, styles];

  /** Allows changes, if the platform and the operator's permissions do. */
  @property({ type: Boolean }) editable = false;

  readonly #details = new RecordController<ResellerRecord>(this, resellerQuery);
  readonly #form: FormAccess<ResellerForm> = new FormAccess<ResellerForm>(
    this,
    async () => {
      const { ResellerForm: Form } = await import('./reseller-form.ts');
      return new Form(this);
    },
    {
      operation: 'reseller.update',
      part: 'edit',
      label: () => this.#words.edit,
      isOffered: () =>
        this.editable && this.#known !== undefined && this.client?.adapter.reseller?.update !== undefined,
      open: (form) => this.#known && form.open(this.#known),
      denied: (reason) => (reason ? name(reason, this.l10n) : this.#words.readOnly),
    },
  );

  override refresh(): void {
    this.#details.refresh();
    this.permissions.refresh();
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const view = stateView(this.#details.snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () =>
        html`<div class="section">
          <dl class="fields">
            ${usualWidths.map(
              (width) =>
                html`<dt>${line(14)}</dt>
                  <dd>${line(width)}</dd>`,
            )}
          </dl>
        </div>`,
      isEmpty: (details) => !resellerMembers.some((member) => details[member]),
      empty: () => ({ path: icons.note, title: words.empty, help: words.emptyHelp }),
      ready: (details) => this.#facts(details),
      retry: () => this.refresh(),
    });
    return panel({
      heading: words.heading,
      actions: this.#form.button(),
      body: html`${this.#form.notices()}${this.#form.strip()}${view.content}`,
      dialogs: this.#form.dialog(),
      busy: view.busy,
      announcement: view.announcement || this.#form.announcement || this.announcement,
    });
  }

  get #words() {
    return this.l10n.words(resellerDetailsWords);
  }

  get #known(): ResellerRecord | undefined {
    const { snapshot } = this.#details;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** Renders what the platform knows. A member that it does not know is left out. */
  #facts({ businessName, website, certificate, certificateUntil, remark, ...last }: ResellerRecord): TemplateResult {
    const { l10n } = this;
    const words = this.#words;
    const fact = <T>(
      label: string,
      value: T | null | undefined,
      draw: (known: T) => unknown,
      none: string = l10n.common.none,
    ) =>
      value === undefined
        ? nothing
        : html`<dt>${label}</dt>
            <dd>${value === null ? html`<span class="quiet">${none}</span>` : draw(value)}</dd>`;
    return html`<div class="section">
      <dl class="fields" part="details">
        ${fact(words.businessName, businessName, (text) => name(text, l10n))}
        ${fact(words.website, website, (text) => this.#link(text))}
        ${fact(words.certificate, certificate, (text) => name(text, l10n))}
        ${certificate ? fact(words.certificateUntil, certificateUntil, (day) => datum(l10n.day(day)), words.noEnd) : nothing}
        ${fact(words.remark, remark, (text) => prose(text, l10n))}
        ${last.updatedAt ? fact(words.updated, last, () => this.#change(last)) : nothing}
      </dl>
    </div>`;
  }

  #link(website: string): TemplateResult {
    const text = name(website, this.l10n);
    const href = safeHref(website);
    return href ? html`<a class="link" part="link" rel="noreferrer" href=${href}>${text}</a>` : text;
  }

  #change({ updatedAt, updatedBy }: Pick<ResellerRecord, 'updatedAt' | 'updatedBy'>): TemplateResult {
    const { l10n } = this;
    const by = updatedBy && name(actorName(updatedBy) ?? updatedBy.id, l10n);
    return html`${updatedAt ? moment(updatedAt, l10n) : nothing}${by ? html`, ${by}` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reseller-details': ResellerDetails;
  }
}
