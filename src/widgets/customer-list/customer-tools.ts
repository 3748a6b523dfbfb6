import { customerColumns } from '../../adapter/toolkit/customer-file.ts';
import { exportFields } from '../../domain/customer-export.ts';
import type { CustomerListItem } from '../../domain/customer-list.ts';
import { verificationCodes } from '../../domain/customer-change.ts';
import type { Named } from '../../domain/customer.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { compareNames } from '../../i18n/localization.ts';
import type { ColumnChoice, ListTools } from '../../list/list-tools.ts';
import type { RefinedListController } from '../../list/refined-list-controller.ts';
import type { ToolSource } from '../../list/refined-table-widget.ts';
import type { FilterGroup, FilterOption } from '../../ui/filter-groups.ts';
import { columnNames, columnSet } from './customer-columns.ts';
import type { ExportAccess } from './export-access.ts';
import { customerListWords } from './words.en.ts';

/** The fields of a file of the list. */
const fileFields = exportFields.filter((field) => field !== 'transactions');

interface CustomerToolsHost extends WidgetHost {
  readonly levels?: readonly Named[] | undefined;
  readonly groups?: readonly Named[] | undefined;
  readonly columnChoice: ColumnChoice;
  readonly exporting: ExportAccess;
}

/** The tools above the customers. Loaded after the customers. */
export class CustomerTools implements ToolSource<CustomerListItem> {
  readonly #host: CustomerToolsHost;
  readonly #active: () => RefinedListController<CustomerListItem>;
  readonly #levels = new Map<string, string>();
  readonly #named = new Map<string, string>();
  readonly #currencies = new Set<string>();
  #seen: readonly CustomerListItem[] | undefined;

  /** `active` returns the list that the operator is using. */
  constructor(host: CustomerToolsHost, active: () => RefinedListController<CustomerListItem>) {
    this.#host = host;
    this.#active = active;
  }

  get tools(): ListTools<CustomerListItem> {
    const { columnChoice } = this.#host;
    const words = this.#words;
    return {
      search: { label: words.search, hint: words.searchHint },
      range: { label: words.lastOrder, filter: 'lastOrder' },
      filter: { label: words.filter, groups: this.#groups },
      columns: {
        label: words.columns,
        all: columnNames.map((name) => ({
          name,
          heading: words[name],
          required: columnSet.required?.includes(name),
        })),
        ...columnChoice,
      },
      file: {
        what: 'customers',
        button: this.#host.exporting.tool,
        table: () => ({
          title: words.heading,
          columns: customerColumns(fileFields, words),
        }),
      },
    };
  }

  get #groups(): readonly FilterGroup[] {
    const { l10n } = this.#host;
    const words = this.#words;
    this.#see(this.#active().list?.items ?? []);
    const optionsOf = (seen: ReadonlyMap<string, string>, given: readonly Named[] = []): readonly FilterOption[] =>
      [...new Map([...seen, ...given.map(({ id, name }) => [id, name] as const)])]
        .map(([value, label]) => ({ value, label }))
        .toSorted((a, b) => compareNames(a.label, b.label, l10n));
    return [
      {
        name: 'verification',
        label: words.status,
        options: verificationCodes.map((value) => ({ value, label: words[value] })),
      },
      { name: 'orders', label: words.orderCount, bounds: { kind: 'count' } },
      { name: 'firstOrder', label: words.firstOrder, bounds: { kind: 'days' } },
      ...[...this.#currencies].map((currency) => ({
        name: 'spent',
        label: `${words.spent} (${currency})`,
        bounds: { kind: 'amount', prefix: `${currency}:` } as const,
      })),
      { name: 'level', label: words.level, options: optionsOf(this.#levels, this.#host.levels) },
      { name: 'group', label: words.groups, options: optionsOf(this.#named, this.#host.groups) },
    ];
  }

  /** Remembers what the customers can be filtered by, because a filtered list has less of it. */
  #see(items: readonly CustomerListItem[]): void {
    if (items === this.#seen) return;
    this.#seen = items;
    for (const { level, groups, lifetimeTotal } of items) {
      if (level) this.#levels.set(level.id, level.name);
      for (const { id, name } of groups ?? []) this.#named.set(id, name);
      for (const { currency } of lifetimeTotal?.amounts ?? []) this.#currencies.add(currency);
    }
  }

  get #words() {
    return this.#host.l10n.words(customerListWords);
  }
}
