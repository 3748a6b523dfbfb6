import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { listQuery, rowCount } from '../../data/list-query.ts';
import type { RecordQuery } from '../../data/query.ts';
import type { CustomerExport } from '../../domain/customer-export.ts';
import { codeOf } from '../../domain/field.ts';
import { actorName } from '../../domain/operator.ts';
import {
  canRequestErasure,
  CustomerPrivacy,
  type Erasure,
  type erasureStates,
  type PrivacyStatement,
} from '../../domain/privacy.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { safeHref } from '../../element/href.ts';
import { ListController, RecordController } from '../../element/query-controller.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { codedBadge, type Badges } from '../../list/cells.ts';
import { feature } from '../../ui/feature-mark.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { panel } from '../../ui/panel.ts';
import { deniedNotice, line, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { datum, moment, name, prose } from '../../ui/text.ts';
import type { ErasureForms } from './erasure-forms.ts';
import { entrySkeletons, exportEntries, exportLog } from './export-log.ts';
import { styles } from './privacy-panel.styles.ts';
import { privacyPanelWords } from './words.en.ts';

const badges: Badges<(typeof erasureStates)[number]> = {
  none: ['neutral', icons.check],
  requested: ['warning', icons.clock],
  'in-progress': ['accent', icons.clock],
  done: ['neutral', icons.check],
  refused: ['neutral', icons.cancel],
};

const privacyQuery = (customerId: string): RecordQuery<CustomerPrivacy> => ({
  name: 'privacy.get',
  customerId,
  schema: CustomerPrivacy,
  load: (adapter, options) => adapter.privacy?.get?.(customerId, options),
});

/**
 * Data protection: what the platform states, in its own words; the erasure of the customer's personal data, which
 * operators request and the platform decides about; and the log of all exports of customers.
 *
 * @summary Statements of the platform, the erasure of a customer's data, and the log of exports
 * @tag privacy-panel
 * @fires {ErasureRequestEvent} erasure-request - An erasure is about to be requested. Cancelable.
 * @fires {ErasureRequestedEvent} erasure-requested - An erasure was requested.
 * @fires {ErasureWithdrawEvent} erasure-withdraw - A request for erasure is about to be withdrawn. Cancelable.
 * @fires {ErasureWithdrawnEvent} erasure-withdrawn - A request for erasure was withdrawn.
 * @csspart badge - The state of an erasure or of an export.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart confirm - Confirms a form and sends it.
 * @csspart erasure - The state of the erasure.
 * @csspart link - The platform's page about a statement.
 * @csspart log - The exports of customers.
 * @csspart log-entry - An export of customers.
 * @csspart request-erasure - Opens the request for erasure.
 * @csspart review - Continues to the second step.
 * @csspart statements - What the platform states.
 * @csspart withdraw-erasure - Opens the withdrawal of the request.
 */
export class PrivacyPanel extends DashboardElement {
  static readonly tag = 'privacy-panel';
  static override styles = [...widgetStyles, metricStyles, styles];

  /** The number of latest exports to show at first. */
  @property({ type: Number }) limit = 5;

  readonly #privacy = new RecordController<CustomerPrivacy>(this, privacyQuery);
  readonly #log = new ListController<CustomerExport>(this, {
    platform: () => (this.client?.adapter.exports?.log ? listQuery(exportLog, this.#logged, '') : undefined),
  });
  readonly #forms = new LazyForm<ErasureForms>(this, async () => {
    const { ErasureForms: Forms } = await import('./erasure-forms.ts');
    return new Forms(this);
  });

  override refresh(): void {
    this.#privacy.refresh();
    this.#log.refresh();
    this.permissions.refresh();
  }

  protected override render(): TemplateResult {
    const { l10n } = this;
    const words = this.#words;
    const view = stateView(this.#privacy.snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () =>
        html`<div class="section">
            <div class="title">${line(24)}</div>
            <ul class="statements">
              ${([60, 44, 60] as const).map((width) => html`<li>${line(width)}</li>`)}
            </ul>
            ${line(60)}
          </div>
          <div class="section"><div class="title">${line(32)}</div></div>`,
      isEmpty: ({ statements, erasure }) => !statements?.length && !erasure,
      empty: () => ({ path: icons.lock, title: words.empty, help: words.emptyHelp }),
      ready: (privacy) =>
        html`${this.#statements(privacy.statements ?? [])}${privacy.erasure ? this.#erasure(privacy, privacy.erasure) : nothing}`,
      retry: () => this.refresh(),
    });
    return panel({
      heading: words.heading,
      body: html`${this.#forms.notices()}${this.#forms.strip()}${deniedNotice(
        this.client?.adapter.privacy?.requestErasure
          ? this.permissions.of('privacy.requestErasure')
          : { state: 'allowed' },
        words.readOnly,
        l10n,
      )}${view.content}${this.#exports()}`,
      dialogs: this.#forms.dialog(),
      busy: view.busy,
      announcement: view.announcement || this.#forms.announcement || this.announcement,
    });
  }

  /** The number of exports that are shown at first. */
  get #logged(): number {
    return rowCount(this.limit, 5, 50);
  }

  get #words() {
    return this.l10n.words(privacyPanelWords);
  }

  #statements(statements: readonly PrivacyStatement[]): TemplateResult | typeof nothing {
    if (!statements.length) return nothing;
    const { l10n } = this;
    const words = this.#words;
    return html`<div class="section">
      <div class="title"><h3>${words.statements}</h3></div>
      <ul class="statements" part="statements">
        ${statements.map(({ text, since, url }) => {
          const href = safeHref(url);
          return html`<li>
            ${prose(text, l10n)}
            ${since ? html`<span class="quiet">${l10n.text(words.since, { day: l10n.day(since) })}</span>` : nothing}
            ${href ? html`<a class="link" part="link" href=${href}>${words.about}</a>` : nothing}
          </li>`;
        })}
      </ul>
      <p class="quiet">${words.statementsHelp}</p>
    </div>`;
  }

  #erasure(privacy: CustomerPrivacy, erasure: Erasure): TemplateResult {
    const words = this.#words;
    const isNone = codeOf(erasure.state) === 'none';
    return html`<div class="section" part="erasure">
      <div class="title">
        <h3>${words.erasure}</h3>
        ${isNone ? html`<span class="quiet">${words.none}</span>` : codedBadge(badges, erasure.state, words, this.l10n)}
        ${this.#action(privacy, erasure)}
      </div>
      ${isNone ? nothing : html`<dl class="fields">${this.#facts(erasure)}</dl>`}
    </div>`;
  }

  #facts({ state, requestedAt, requestedBy, dueOn, decidedAt, note, reason }: Erasure): TemplateResult {
    const { l10n } = this;
    const words = this.#words;
    const code = codeOf(state);
    const fact = (label: string, value: TemplateResult | string | undefined) =>
      value
        ? html`<dt>${label}</dt>
            <dd>${value}</dd>`
        : nothing;
    const by =
      requestedBy === null ? words.byCustomer : requestedBy && name(actorName(requestedBy) ?? requestedBy.id, l10n);
    const decided = { done: words.erasedOn, refused: words.refusedOn }[code] ?? words.decided;
    return html`${fact(
      words.requestedOn,
      requestedAt ? html`${moment(requestedAt, l10n)}${by ? html`, ${by}` : nothing}` : undefined,
    )}${fact(words.due, code === 'requested' && dueOn ? datum(l10n.day(dueOn)) : undefined)}${fact(
      decided,
      decidedAt ? moment(decidedAt, l10n) : undefined,
    )}${fact(words.reason, reason ? prose(reason, l10n) : undefined)}${fact(
      words.note,
      note ? prose(note, l10n) : undefined,
    )}`;
  }

  /** Renders what the operator can do in the state of the erasure. */
  #action(privacy: CustomerPrivacy, erasure: Erasure): TemplateResult | typeof nothing {
    const { requestErasure, withdrawErasure } = this.client?.adapter.privacy ?? {};
    const request = {
      part: 'request-erasure',
      operation: 'privacy.requestErasure',
      label: this.#words.request,
      isOffered: requestErasure && canRequestErasure(erasure),
      open: (forms: ErasureForms) => forms.request.open(privacy),
    };
    const withdrawal = {
      part: 'withdraw-erasure',
      operation: 'privacy.withdrawErasure',
      label: this.#words.withdraw,
      isOffered: withdrawErasure && codeOf(erasure.state) === 'requested',
      open: (forms: ErasureForms) => forms.withdrawal.open(privacy),
    };
    const { part, operation, label, isOffered, open } = canRequestErasure(erasure) ? request : withdrawal;
    if (!isOffered) return nothing;
    return feature(
      { id: part, availability: this.permissions.of(operation), l10n: this.l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part=${part}
          ?disabled=${disabled}
          aria-haspopup="dialog"
          aria-describedby=${describedBy}
          @click=${() => this.#forms.use(open)}
        >
          ${label}
        </button>`,
    );
  }

  /** Renders the log of exports, which belongs to the platform and loads on its own. */
  #exports(): TemplateResult | typeof nothing {
    if (!this.client?.adapter.exports?.log) return nothing;
    const { l10n } = this;
    const words = this.#words;
    const view = stateView(this.#log.snapshot, {
      ...this.stateOptions,
      isPart: true,
      what: words.log,
      skeleton: () => entrySkeletons(this.#logged),
      isEmpty: ({ items }) => !items.length,
      empty: () => ({ path: icons.note, title: words.logEmpty }),
      ready: (list) => {
        const { items, total } = list;
        const text = total === undefined ? '' : l10n.text(words.logPart, { shown: items.length, total });
        return html`${exportEntries(list, l10n)}${moreRows(list, l10n, (again) => this.#log.more(again), text)}`;
      },
      retry: () => this.#log.refresh(),
    });
    return html`<div class="section" aria-busy=${view.busy ? 'true' : 'false'}>
      <div class="title"><h3>${words.log}</h3></div>
      ${view.content}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'privacy-panel': PrivacyPanel;
  }
}
