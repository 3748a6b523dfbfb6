import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { instantColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { codeOf } from '../../domain/field.ts';
import { Login, loginOutcomes } from '../../domain/login.ts';
import { duration } from '../../i18n/ago.ts';
import { codedBadge, codedText } from '../../list/cells.ts';
import { rowExtent } from '../../list/list-description.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { TableWidget, type ListColumn } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { settled } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { type Sentence } from '../../ui/state-view.ts';
import { fieldCell, fieldText, maybe, moment, name, openly } from '../../ui/text.ts';
import { loginLogWords } from './words.en.ts';

const styles = css`
  .table :is(.outcome, .ip, .place) {
    max-inline-size: calc(var(--_unit) * 64);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .table .ip {
    text-align: end;
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table tbody .outcome {
      grid-area: 1 / 2;
      text-align: end;
    }
  }
`;

const outcomes = {
  succeeded: ['neutral', icons.check],
  failed: ['danger', icons.cancel],
  blocked: ['warning', icons.lock],
} as const;

const methods = {
  password: ['neutral', icons.lock],
  link: ['neutral', icons.mail],
  passkey: ['neutral', icons.lock],
  external: ['neutral', icons.arrow],
} as const;

/**
 * The latest attempts of a customer to sign in to the shop, and on request all of them. Says how far back the log goes, if
 * the platform declares it.
 *
 * @summary A customer's logins
 * @tag login-log
 * @fires {ExportEvent} export - Logins are about to be exported. Cancelable.
 * @csspart badge - The outcome of a login that failed or was blocked.
 */
export class LoginLog extends TableWidget<Login> {
  static readonly tag = 'login-log';
  static override styles = [TableWidget.styles, twoLineRows, styles];

  /** The number of latest logins to show. */
  @property({ type: Number }) limit = 5;
  /** How long logins are kept, as an ISO 8601 duration (`P1Y`), if the adapter does not say it. */
  @property() retention?: string;

  constructor() {
    super({ operation: listOperation('logins.list', Login), intent: 'logins', icon: icons.lock, limit: 5 });
  }

  protected override get words() {
    return this.l10n.words(loginLogWords);
  }

  protected override get tools(): ListTools<Login> {
    const { words } = this;
    const options = loginOutcomes.map((value) => ({ value, label: words[value] }));
    return {
      range: { label: words.at },
      filter: { label: words.filter, groups: [{ name: 'outcome', label: words.outcome, options }] },
      file: {
        what: 'logins',
        table: () => ({
          title: words.heading,
          columns: [
            instantColumn(words.at, ({ at }) => at),
            textColumn(words.outcome, ({ outcome }) => codedText(outcomes, outcome, words)),
            textColumn(words.method, ({ method }) => method && codedText(methods, method, words)),
            textColumn(words.device, ({ device }) => device),
            textColumn(words.place, ({ place }) => place),
            textColumn(words.ip, ({ ip }) => fieldCell(ip)),
          ],
        }),
      },
    };
  }

  protected override columnsOf(): readonly ListColumn<Login>[] {
    const { words, l10n } = this;
    return [
      {
        name: 'at',
        heading: words.at,
        names: true,
        className: 'lead',
        cell: ({ at }) => moment(at, l10n),
      },
      {
        name: 'outcome',
        heading: words.outcome,
        className: 'outcome',
        cell: ({ outcome }) =>
          codeOf(outcome) === 'succeeded'
            ? settled(openly(codedText(outcomes, outcome, words), l10n))
            : codedBadge(outcomes, outcome, words, l10n),
      },
      {
        name: 'device',
        heading: words.device,
        className: 'under',
        knows: ({ device }) => device !== undefined,
        cell: ({ device }) => maybe(device, l10n, name),
      },
      {
        name: 'method',
        heading: words.method,
        className: 'beside',
        knows: ({ method }) => method !== undefined,
        cell: ({ method }) => maybe(method, l10n, (known) => name(codedText(methods, known, words), l10n)),
      },
      {
        name: 'place',
        heading: words.place,
        className: 'place quiet',
        knows: ({ place }) => place !== undefined,
        cell: ({ place }) => maybe(place, l10n, name),
      },
      {
        name: 'ip',
        heading: words.ip,
        className: 'ip',
        isData: true,
        knows: ({ ip }) => ip !== undefined,
        cell: ({ ip }) => maybe(ip, l10n, fieldText),
      },
    ];
  }

  protected override emptyState(place: ListPlace): Sentence {
    return { ...super.emptyState(place), help: this.#kept };
  }

  protected override extent({ total }: List<Login>, shown: number, isPart: boolean): string {
    return [rowExtent(this.words, this.l10n, { shown, total, isPart }), this.#kept].filter(Boolean).join('. ');
  }

  /** How far back the log goes, in words. */
  get #kept(): string | undefined {
    const { retention = this.retention } = this.client?.adapter.logins ?? {};
    const time = retention && duration(retention, this.l10n);
    return time ? this.l10n.text(this.words.kept, { time }) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-log': LoginLog;
  }
}
