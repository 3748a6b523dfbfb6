import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { numberColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { PriceGroup } from '../../domain/price-group.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import { RowSelection } from '../../list/row-selection.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { settled } from '../../ui/badge.ts';
import { feature } from '../../ui/feature-mark.ts';
import { tag } from '../../ui/icons.ts';
import { deniedNotice } from '../../ui/state-view.ts';
import { maybe } from '../../ui/text.ts';
import { priceGroupsWords } from './words.en.ts';

/**
 * The price groups of a customer, those that are applied first on top, and on request all of the platform. There,
 * operators choose several and assign or unassign them at once.
 *
 * @summary A customer's price groups
 * @tag price-groups
 * @fires {PriceGroupAssignEvent} price-group-assign - Price groups are about to be assigned. Cancelable.
 * @fires {PriceGroupAssignedEvent} price-group-assigned - Price groups were assigned.
 * @fires {PriceGroupUnassignEvent} price-group-unassign - Price groups are about to be unassigned. Cancelable.
 * @fires {PriceGroupUnassignedEvent} price-group-unassigned - Price groups were unassigned.
 * @fires {ExportEvent} export - Price groups are about to be exported. Cancelable.
 * @csspart assign - Assigns the chosen price groups.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart choice - The check box of a price group.
 * @csspart clear-selection - Deselects all rows.
 * @csspart confirm - Confirms a form and sends it.
 * @csspart select-all - Selects all rows on screen.
 * @csspart selection - What can be done with the selected rows.
 * @csspart unassign - Unassigns the chosen price groups.
 */
export class PriceGroups extends TableWidget<PriceGroup> {
  static readonly tag = 'price-groups';
  static override styles = [TableWidget.styles, twoLineRows];

  /** The number of assigned price groups to show, by priority. */
  @property({ type: Number }) limit = 4;

  readonly #selection = new RowSelection<PriceGroup>(this, {
    nameOf: (group) => group.name,
    shown: () => this.listOf('all')?.items ?? [],
    onChange: () => {},
    words: () => this.words,
  });
  readonly #change = new LazyForm(
    this,
    async () => new (await import('./price-group-change.ts')).PriceGroupChange(this, () => this.#selection.clear()),
  );
  protected override readonly forms = [this.#change];

  constructor() {
    const operation = listOperation('priceGroups.list', PriceGroup);
    super({ operation, intent: 'price-groups', icon: tag, limit: 4, firstFilter: { assigned: 'true' } });
  }

  protected override customerChanged(): void {
    this.#selection.clear();
  }

  protected override get words() {
    return this.l10n.words(priceGroupsWords);
  }

  protected override get tools(): ListTools<PriceGroup> {
    const { words } = this;
    const assigned = textColumn<PriceGroup>(words.assigned, (group) => (group.assigned ? words.assigned : undefined));
    return {
      search: { label: words.search },
      file: this.file('price-groups', ['name', 'discount', 'priority', 'members', assigned]),
    };
  }

  protected override get isSelection(): boolean {
    return true;
  }

  protected override firstOf(items: readonly PriceGroup[]): readonly PriceGroup[] {
    return super.firstOf(items.filter(({ assigned }) => assigned));
  }

  protected override isEmpty({ items, ...list }: List<PriceGroup>, place: ListPlace): boolean {
    return super.isEmpty({ ...list, items: place === 'panel' ? this.firstOf(items) : items }, place);
  }

  protected override reasonsOf(place: ListPlace) {
    return place === 'all' ? [this.#selection.ids, this.#canChange] : [];
  }

  protected override columnsOf(place: ListPlace): readonly ListColumn<PriceGroup>[] {
    const { words, l10n } = this;
    const column = new ListColumns<PriceGroup>(l10n);
    const number = (value: number | undefined) => (value === undefined ? undefined : l10n.number(value));
    const columns = [
      column.data('name', words.name, ({ name }) => name, { names: true, className: 'lead', sortBy: 'name' }),
      column.data('discount', words.discount, ({ discount }) => discount, { className: 'under' }),
      column.data('members', words.members, ({ members }) => number(members), {
        ...{ className: 'aside', sortBy: 'members', isData: false },
        cell: ({ members }) => maybe(members, l10n, (count) => l10n.text(words.memberCount, { count })),
        file: [numberColumn(words.members, ({ members }) => members)],
      }),
      column.data('priority', words.priority, ({ priority }) => number(priority), {
        ...{ sortBy: 'priority', numeric: true },
        file: [numberColumn(words.priority, ({ priority }) => priority)],
      }),
    ];
    if (place === 'panel') return columns;
    const assigned: ListColumn<PriceGroup> = {
      name: 'assigned',
      heading: words.assigned,
      cell: (group) => (group.assigned ? settled(words.assigned) : html``),
    };
    return [...(this.#canChange ? [this.#selection.column()] : []), ...columns, assigned];
  }

  protected override renderToolbar(tools: TemplateResult): TemplateResult {
    return html`${super.renderToolbar(tools)}${this.#renderChosen()}`;
  }

  protected override renderNotices(): TemplateResult {
    return html`${super.renderNotices()}${this.#denied()}`;
  }

  #denied(): TemplateResult | typeof nothing {
    if (!this.client?.adapter.priceGroups?.assign) return nothing;
    return deniedNotice(this.permissions.of('priceGroups.assign'), this.words.readOnly, this.l10n);
  }

  get #canChange(): boolean {
    return this.can('priceGroups.assign') || this.can('priceGroups.unassign');
  }

  /** Renders what can be done with the chosen groups, as they are now. */
  #renderChosen(): TemplateResult | typeof nothing {
    if (!this.#canChange) return nothing;
    const { words, l10n } = this;
    const groups = (this.listOf('all')?.items ?? []).filter(({ id }) => this.#selection.ids.has(id));
    const button = ({ part, those }: { part: 'assign' | 'unassign'; those: readonly PriceGroup[] }) =>
      this.client?.adapter.priceGroups?.[part]
        ? feature(
            { id: part, availability: this.permissions.of(`priceGroups.${part}`), l10n },
            ({ disabled, describedBy }) =>
              html`<button
                type="button"
                class="button"
                part=${part}
                ?disabled=${disabled || !those.length}
                aria-describedby=${describedBy}
                @click=${() => this.#change.use((form) => form.open({ way: part, groups: those }))}
              >
                ${l10n.text(words[`${part}Chosen`], { count: those.length })}
              </button>`,
          )
        : nothing;
    const [free, assigned] = [false, true].map((is) => groups.filter((group) => group.assigned === is));
    return this.#selection.bar(
      html`${button({ part: 'assign', those: free! })} ${button({ part: 'unassign', those: assigned! })}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'price-groups': PriceGroups;
  }
}
