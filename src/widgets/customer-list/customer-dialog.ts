// Loaded on its own, when a customer is opened in a dialog for the first time.
import { html, nothing, type TemplateResult } from 'lit';
import { idOf, nameOf, type CustomerListItem } from '../../domain/customer-list.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { Dialog } from '../../ui/dialog.ts';
import { metricStyles } from '../../ui/metric.ts';
import { adopt } from '../../ui/styles.ts';
import { name } from '../../ui/text.ts';
import { customerColumns, columnNames } from './customer-columns.ts';
import { customerListWords } from './words.en.ts';

/** The dialog of one customer: what the list knows, or what the host places in the slot `customer`. */
export class CustomerDialog {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #latest: (opened: CustomerListItem) => CustomerListItem;
  #opened: CustomerListItem | undefined;
  #drawer = false;

  /** `latest` returns the customer as the rows on screen have it. */
  constructor(host: WidgetHost, latest: (opened: CustomerListItem) => CustomerListItem) {
    adopt(host, metricStyles);
    this.#host = host;
    this.#latest = latest;
    this.#dialog = new Dialog(host, 'customer', () => (this.#opened = undefined));
  }

  show(customer: CustomerListItem, { drawer }: { readonly drawer: boolean }): void {
    this.#opened = customer;
    this.#drawer = drawer;
    this.#dialog.show();
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    return this.#dialog.render(() => {
      const customer = this.#opened && this.#latest(this.#opened);
      const href = customer && this.#host.link('customer', { customerId: customer.id });
      const words = l10n.words(customerListWords);
      return {
        heading: customer ? nameOf(customer) : words.heading,
        ...(customer && { shownHeading: name(nameOf(customer), l10n) }),
        drawer: this.#drawer,
        l10n,
        body: html`<div class="body" part="detail">
          <slot name="customer">${customer && this.#facts(customer)}</slot>
          ${href ? html`<p><a class="link" part="profile" href=${href}>${words.profile}</a></p>` : nothing}
        </div>`,
      };
    });
  }

  #facts(customer: CustomerListItem): TemplateResult {
    const { l10n } = this.#host;
    const columns = customerColumns({ l10n, names: columnNames.slice(1), openBy: [], opener: (_, label) => label });
    return html`<dl class="fields" part="facts">
      <dt>${l10n.words(customerListWords).id}</dt>
      <dd><bdi translate="no">${idOf(customer)}</bdi></dd>
      ${columns
        .filter(({ knows }) => !knows || knows(customer))
        .map(
          ({ heading, cell }) =>
            html`<dt>${heading}</dt>
              <dd>${cell?.(customer)}</dd>`,
        )}
    </dl>`;
  }
}
