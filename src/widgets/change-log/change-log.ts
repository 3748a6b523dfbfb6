import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { instantColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import { actorName } from '../../domain/operator.ts';
import { changeKinds, ProfileChange } from '../../domain/profile-change.ts';
import {
  changedCell,
  changedValues,
  changedValueStyles,
  changeLabel,
} from '../../features/profile-changes/changed-values.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { TableWidget, type ListColumn } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { note } from '../../ui/icons.ts';
import { maybe, moment, name } from '../../ui/text.ts';
import { changeLogWords } from './words.en.ts';

const styles = css`
  .table .values {
    min-inline-size: calc(var(--_unit) * 50);
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table tbody .at {
      grid-area: 1 / 2;
      color: var(--_text-quiet);
    }

    .table tbody .values {
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
  static override styles = [TableWidget.styles, twoLineRows, changedValueStyles, styles];

  /** The number of latest changes to show. */
  @property({ type: Number }) limit = 5;

  constructor() {
    super({ operation: listOperation('changes.list', ProfileChange), intent: 'changes', icon: note, limit: 5 });
  }

  protected override get words() {
    return this.l10n.words(changeLogWords);
  }

  protected override get tools(): ListTools<ProfileChange> {
    const { words, l10n } = this;
    const options = changeKinds.map((value) => ({ value, label: changeLabel(value, l10n) }));
    return {
      range: { label: words.at },
      filter: { label: words.filter, groups: [{ name: 'kind', label: words.kind, options }] },
      file: {
        what: 'changes',
        table: () => ({
          title: words.heading,
          columns: [
            instantColumn(words.at, ({ at }) => at),
            textColumn(words.kind, ({ kind }) => changeLabel(kind, l10n)),
            textColumn(words.field, ({ field }) => changeLabel(field, l10n)),
            textColumn(words.before, ({ oldValue, field }) => changedCell(oldValue, field, l10n)),
            textColumn(words.after, ({ newValue, field }) => changedCell(newValue, field, l10n)),
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
        cell: ({ field }) => name(changeLabel(field, l10n), l10n),
      },
      {
        name: 'change',
        heading: words.change,
        className: 'values',
        cell: (change) => changedValues(change, l10n),
      },
      {
        name: 'by',
        heading: words.by,
        className: 'by',
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
        cell: ({ at }) => moment(at, l10n),
      },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-log': ChangeLog;
  }
}
