import { instantColumn, moneyColumns, numberColumn, textColumn } from '../../data/file-table.ts';
import type { CustomerListItem } from '../../domain/customer-list.ts';
import { verificationCodes } from '../../domain/customer-change.ts';
import { isWithheld } from '../../domain/field.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { codedText } from '../../list/cells.ts';
import type { ColumnChoice, ListTools } from '../../list/list-tools.ts';
import type { ToolSource } from '../../list/refined-table-widget.ts';
import { columnNames, columnSet, idOf, nameOf, verifications, visible } from './customer-columns.ts';
import { customerListWords } from './words.en.ts';

interface CustomerToolsHost extends WidgetHost {
  readonly columnChoice: ColumnChoice;
}

/** The tools above the customers. Loaded after the customers. */
export class CustomerTools implements ToolSource<CustomerListItem> {
  readonly #host: CustomerToolsHost;

  constructor(host: CustomerToolsHost) {
    this.#host = host;
  }

  get tools(): ListTools<CustomerListItem> {
    const { columnChoice } = this.#host;
    const words = this.#words;
    return {
      search: { label: words.search, hint: words.noMatchHelp },
      range: { label: words.lastOrder, filter: 'lastOrder' },
      filter: {
        label: words.filter,
        groups: [
          {
            name: 'verification',
            label: words.status,
            options: verificationCodes.map((value) => ({ value, label: words[value] })),
          },
          {
            name: 'orders',
            label: words.orderCount,
            options: [
              { value: '0/0', label: words.noOrders },
              { value: '1/1', label: words.oneOrder },
              { value: '2/9', label: words.fewOrders },
              { value: '10/', label: words.manyOrders },
            ],
          },
        ],
      },
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
        table: () => ({
          title: words.heading,
          columns: [
            textColumn(words.id, idOf),
            textColumn(words.name, nameOf),
            textColumn(words.email, ({ email }) => visible(email)),
            textColumn(words.phone, ({ phones }) =>
              isWithheld(phones) ? (visible(phones) as string) : phones?.[0]?.number,
            ),
            // A second currency is rare, and has no column of its own.
            ...moneyColumns<CustomerListItem>(
              { amount: words.spent, currency: words.currency },
              ({ lifetimeTotal }) => lifetimeTotal?.amounts[0],
            ),
            numberColumn(words.orders, ({ orders }) => orders?.value),
            instantColumn(words.firstOrder, ({ firstOrderAt }) => firstOrderAt),
            instantColumn(words.lastOrder, ({ lastOrderAt }) => lastOrderAt),
            textColumn(
              words.status,
              ({ verification }) => verification && codedText(verifications, verification, words),
            ),
            textColumn(words.level, ({ level }) => level?.name),
            textColumn(words.groups, ({ groups }) => groups?.map(({ name }) => name).join(', ')),
          ],
        }),
      },
    };
  }

  get #words() {
    return this.#host.l10n.words(customerListWords);
  }
}
