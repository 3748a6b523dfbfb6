import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import * as v from 'valibot';
import { instantColumn, numberColumn, textColumn } from '../../data/file-table.ts';
import { listOperation, type ListRequest } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { isMoney, unitOf } from '../../domain/money.ts';
import { recordOf, TimelineEvent, timelineKinds } from '../../domain/timeline.ts';
import { Lazy } from '../../element/lazy.ts';
import { changedValueStyles } from '../../features/profile-changes/changed-values.ts';
import { firstRequestOf } from '../../list/list-description.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { ListWidget } from '../../list/list-widget.ts';
import { clock } from '../../ui/icons.ts';
import { line, openFailed, retryButton, warningNotices } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { datum } from '../../ui/text.ts';
import { timelineStyles } from './customer-timeline.styles.ts';
import { amountOf, detailText, titleText, whoText } from './event-text.ts';
import { eventItem } from './event-item.ts';
import { customerTimelineWords } from './words.en.ts';

/** An event with a record of another customer is malformed. */
const OwnEvent = v.pipe(
  TimelineEvent,
  v.check((event) => recordOf(event).customerId === event.customerId),
);

const description = {
  operation: listOperation('timeline.list', OwnEvent),
  intent: 'timeline',
  icon: clock,
  limit: 10,
} as const;

/**
 * What happened with a customer, by day, newest first: purchases with what was bought, returns, notes, logins, changes and
 * credit, and on request all of it. If a part could not be loaded, the others are shown.
 *
 * @summary What happened with a customer
 * @tag customer-timeline
 * @fires {OrderOpenEvent} order-open - An order or a return is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Events are about to be exported. Cancelable.
 * @csspart badge - The state of an event that did not go as usual.
 * @csspart day - The heading of a day.
 * @csspart event - An event.
 * @csspart items - Shows and hides what was bought or returned.
 * @csspart lines - What was bought or returned.
 * @csspart link - A link to an order or to its checkout.
 */
export class CustomerTimeline extends ListWidget<TimelineEvent> {
  static readonly tag = 'customer-timeline';
  static override styles = [...widgetStyles, changedValueStyles, timelineStyles];

  /** The number of latest events to show. */
  @property({ type: Number }) limit = 10;
  /** The kinds of events to show: `purchase return note login change credit`. All of them by default. */
  @property() kinds?: string;

  readonly #lines = new Lazy(this, async () => {
    const { OrderLines } = await import('./order-lines.ts');
    return new OrderLines(this);
  });

  constructor() {
    super(description);
  }

  protected override get words() {
    return this.l10n.words(customerTimelineWords);
  }

  /** The kinds that the host page chose. */
  get #kinds() {
    const chosen = timelineKinds.filter((kind) => this.kinds?.split(/\s+/).includes(kind));
    return chosen.length > 0 ? chosen : timelineKinds;
  }

  protected override query(
    pageSize: number,
    customerId: string,
    request: ListRequest = firstRequestOf(description, this.client),
  ) {
    const kinds = this.#kinds;
    if (kinds === timelineKinds) return super.query(pageSize, customerId, request);
    return super.query(pageSize, customerId, { ...request, filter: { kind: kinds.join(), ...request.filter } });
  }

  override refresh(): void {
    super.refresh();
    this.#lines.module?.refresh();
  }

  protected override get tools(): ListTools<TimelineEvent> {
    const { words, l10n } = this;
    const options = this.#kinds.map((value) => ({ value, label: words[value] }));
    return {
      range: { label: words.at },
      filter: { label: words.filter, groups: [{ name: 'kind', label: words.kind, options }] },
      file: {
        what: 'timeline',
        table: () => ({
          title: words.heading,
          columns: [
            instantColumn(words.at, ({ at }) => at),
            textColumn(words.kind, ({ kind }) => words[kind]),
            textColumn(words.title, (event) => titleText(event, l10n)),
            textColumn(words.details, (event) => detailText(event, l10n)),
            textColumn(words.by, (event) => whoText(event, l10n)),
            numberColumn(words.amount, (event) => amountOf(event)?.value),
            textColumn(words.unit, (event) => {
              const amount = amountOf(event);
              return amount && (isMoney(amount) ? amount.currency : unitOf(amount));
            }),
          ],
        }),
      },
    };
  }

  protected override renderRows(
    items: readonly TimelineEvent[],
    place: ListPlace,
    { warnings }: List<TimelineEvent>,
  ): TemplateResult {
    return html`${warningNotices(warnings, this.l10n, this.#knownWarnings)}
      <div class="days">
        ${repeat(
          this.#daysOf(items),
          ([day]) => day,
          ([day, events]) =>
            html`<section class="day">
              <h3 class="day-heading" part="day">${this.#dayHeading(day)}</h3>
              <ol>
                ${repeat(
                  events,
                  ({ id }) => id,
                  (event) => eventItem(this, event, this.#lines, place),
                )}
              </ol>
            </section>`,
        )}
      </div>`;
  }

  /** Most days have few events, and those with an amount or a text have a third line. */
  protected override renderSkeleton(rows: number): TemplateResult {
    const event = (third: TemplateResult | typeof nothing) =>
      html`<li class="event">
        <span class="sign"></span>
        <div class="what">
          <p>${line(32)}</p>
          <p>${line(24)}</p>
          ${third}
        </div>
        <span class="when">${line(10, { end: true })}</span>
      </li>`;
    const day = html`<section class="day">
      <div class="day-heading">${line(14)}</div>
      <ol>
        ${event(html`<p>${line(18)}</p>`)}${event(nothing)}
      </ol>
    </section>`;
    return html`<div class="days">${Array.from({ length: Math.ceil(rows / 2) }, () => day)}</div>`;
  }

  protected override renderNotices(): TemplateResult | typeof nothing {
    return openFailed(this.#lines, this.l10n);
  }

  protected override extent(...args: Parameters<ListWidget<TimelineEvent>['extent']>): TemplateResult {
    const zone = this.l10n.text(this.l10n.common.timesIn, { zone: this.l10n.zoneName });
    return html`${super.extent(...args)}. ${zone}`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.first.snapshot.phase === 'error' && this.first.snapshot.error.code === 'forbidden') this.allDialog.close();
  }

  /** The parts that may be missing, in words, each with a button that tries again. */
  get #knownWarnings() {
    const { words, l10n } = this;
    const action = retryButton(l10n.common.retry, () => this.refresh());
    const ports = ['orders', 'notes', 'logins', 'changes', 'credit'] as const;
    return new Map(
      ports.map((port) => [port, { text: l10n.text(l10n.common.failed, { what: words[`${port}Part`] }), action }]),
    );
  }

  #dayHeading(day: string): TemplateResult | string {
    const { words, l10n } = this;
    if (day === l10n.today) return words.today;
    const yesterday = new Date(Date.parse(l10n.today) - 86_400_000).toISOString().slice(0, 10);
    return day === yesterday ? words.yesterday : datum(l10n.day(day));
  }

  /** Groups events by their day in the time zone of the page. */
  #daysOf(items: readonly TimelineEvent[]): readonly (readonly [string, TimelineEvent[]])[] {
    const days = new Map<string, TimelineEvent[]>();
    for (const event of items) {
      const day = this.l10n.calendarDay(new Date(event.at));
      const events = days.get(day);
      if (events) events.push(event);
      else days.set(day, [event]);
    }
    return [...days];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-timeline': CustomerTimeline;
  }
}
