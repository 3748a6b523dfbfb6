import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { instantColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import { codeOf, isWithheld, labelOf, type Coded, type Field } from '../../domain/field.ts';
import { actorName } from '../../domain/operator.ts';
import { changeKinds, ProfileChange, type ChangedValue } from '../../domain/profile-change.ts';
import { fieldCell, fieldText } from '../../list/cells.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { TableWidget, type ListColumn } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { icon } from '../../ui/icon.ts';
import { arrow, note } from '../../ui/icons.ts';
import { line } from '../../ui/state-view.ts';
import { maybe, moment, name } from '../../ui/text.ts';
import { changeLogWords } from './words.en.ts';

type Value = Field<ChangedValue> | null | undefined;

const styles = css`
  .table .change {
    min-inline-size: calc(var(--_unit) * 50);
    overflow-wrap: anywhere;
  }

  del {
    color: var(--_text-quiet);
  }

  ins {
    text-decoration: none;
    font-weight: 500;
  }

  .change > .icon {
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
    margin-inline: calc(var(--_unit) * 1);
    color: var(--_text-quiet);
    vertical-align: calc(var(--_unit) * -0.6);
  }

  .change > .icon:dir(rtl) {
    transform: scaleX(-1);
  }

  @container widget (inline-size < calc(620em / 14)) {
    .table tbody .at {
      grid-area: 1 / 2;
      color: var(--_text-quiet);
    }

    .table tbody .change {
      grid-column: 1 / -1;
      min-inline-size: 0;
    }
  }
`;

/**
 * The latest changes of a customer's level and profile, and on request all of them: the member, its value before and after,
 * who changed it, and when.
 *
 * @summary A customer's changes
 * @tag change-log
 * @fires {ExportEvent} export - Changes are about to be exported. Cancelable.
 */
export class ChangeLog extends TableWidget<ProfileChange> {
  static readonly tag = 'change-log';
  static override styles = [TableWidget.styles, twoLineRows, styles];

  /** The number of latest changes to show. */
  @property({ type: Number }) limit = 5;

  constructor() {
    super({ operation: listOperation('changes.list', ProfileChange), intent: 'changes', icon: note, limit: 5 });
  }

  protected override get words() {
    return this.l10n.words(changeLogWords);
  }

  protected override get tools(): ListTools<ProfileChange> {
    const { words } = this;
    const options = changeKinds.map((value) => ({ value, label: words[value] }));
    const cell = (value: Value, field: Coded) => fieldCell(isWithheld(value) ? value : this.#textOf(value, field));
    return {
      range: { label: words.at },
      filter: { label: words.filter, groups: [{ name: 'kind', label: words.kind, options }] },
      file: {
        what: 'changes',
        table: () => ({
          title: words.heading,
          columns: [
            instantColumn(words.at, ({ at }) => at),
            textColumn(words.kind, ({ kind }) => this.#wordFor(kind)),
            textColumn(words.field, ({ field }) => this.#wordFor(field)),
            textColumn(words.before, ({ oldValue, field }) => cell(oldValue, field)),
            textColumn(words.after, ({ newValue, field }) => cell(newValue, field)),
            textColumn(words.by, ({ actor }) => actor && (actorName(actor) ?? actor.id)),
          ],
        }),
      },
    };
  }

  protected override columnsOf(): readonly ListColumn<ProfileChange>[] {
    const { words, l10n } = this;
    return [
      {
        name: 'field',
        heading: words.field,
        names: true,
        className: 'lead',
        skeleton: line(18),
        cell: ({ field }) => name(this.#wordFor(field), l10n),
      },
      {
        name: 'change',
        heading: words.change,
        className: 'change',
        skeleton: line(32),
        cell: ({ field, oldValue, newValue }) =>
          html`<span class="visually-hidden">${words.before}: </span><del>${this.#render(oldValue, field)}</del>${icon(
              arrow,
            )}<span class="visually-hidden">${words.after}: </span><ins>${this.#render(newValue, field)}</ins>`,
      },
      {
        name: 'by',
        heading: words.by,
        className: 'by',
        skeleton: line(18),
        knows: ({ actor }) => actor !== undefined,
        cell: ({ actor }) =>
          actor === null
            ? html`<span class="quiet">${words.automatic}</span>`
            : maybe(actor, l10n, (by) => name(actorName(by) ?? by.id, l10n)),
      },
      {
        name: 'at',
        heading: words.at,
        className: 'at',
        skeleton: line(14),
        cell: ({ at }) => moment(at, l10n),
      },
    ];
  }

  #render(value: Value, field: Coded): TemplateResult {
    return maybe(value, this.l10n, (known) =>
      fieldText(isWithheld(known) ? known : (this.#textOf(known, field) ?? ''), this.l10n),
    );
  }

  /** Returns a value as text: yes and no, days, and the codes of the verification in words. */
  #textOf(value: ChangedValue | null | undefined, field: Coded): string | null | undefined {
    const { words, l10n } = this;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (value === null || value === undefined) return value;
    const text = labelOf(value) ?? codeOf(value);
    if (codeOf(field) === 'taxExemptUntil' && /^\d{4}-\d\d-\d\d$/.test(text)) return l10n.day(text);
    return codeOf(field) === 'verification' ? this.#wordFor(value) : text;
  }

  /** Returns the label of a kind, a member or a code. */
  #wordFor(coded: Coded): string {
    const { words } = this;
    const code = codeOf(coded);
    return labelOf(coded) ?? (Object.hasOwn(words, code) ? String(words[code as 'level']) : code);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-log': ChangeLog;
  }
}
