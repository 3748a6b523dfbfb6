// Loaded on its own, when a row opens for the first time.
import { html, nothing, type TemplateResult } from 'lit';
import type { Opening } from '../element/opening.ts';
import type { WidgetController, WidgetHost } from '../element/widget-host.ts';
import { Dialog } from '../ui/dialog.ts';
import { metricStyles } from '../ui/metric.ts';
import { adopt } from '../ui/styles.ts';
import type { Fact } from './list-columns.ts';

/** The content of the dialog of a row. */
export interface Details {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/**
 * The dialog or drawer of one row, with facts about it. A widget loads it with `FormAccess`:
 *
 *     readonly #details = new FormAccess(this, async () => {
 *       const { RowDetails } = await import('../../list/row-details.ts');
 *       return new RowDetails<Transaction>(this, (opened) => this.#detailsOf(this.latest(opened)));
 *     });
 */
export class RowDetails<T> implements WidgetController {
  readonly announcement = '';
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #detailsOf: (opened: T) => Details | undefined;
  #opened: T | undefined;
  #drawer = false;

  /** `detailsOf` returns the details of a row as it is now, or `undefined` if the operator has lost access. */
  constructor(host: WidgetHost, detailsOf: (opened: T) => Details | undefined) {
    adopt(host, metricStyles);
    this.#host = host;
    this.#detailsOf = detailsOf;
    this.#dialog = new Dialog(host, 'details', () => (this.#opened = undefined));
    host.addController(this);
  }

  open(row: T, { as }: Opening): void {
    this.#opened = row;
    this.#drawer = as === 'drawer';
    this.#dialog.show();
  }

  /** Closes the dialog if the operator has lost access: they must not keep seeing the row. */
  hostUpdate(): void {
    if (this.#opened && !this.#detailsOf(this.#opened)) this.#dialog.close();
  }

  strip(): typeof nothing {
    return nothing;
  }

  dialog(): TemplateResult | typeof nothing {
    const details = this.#opened && this.#detailsOf(this.#opened);
    if (!details) return nothing;
    const { heading, facts } = details;
    return this.#dialog.render(() => ({
      heading,
      drawer: this.#drawer,
      l10n: this.#host.l10n,
      body: html`<div class="body" part="detail">
        <dl class="fields" part="facts">
          ${facts.map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>`,
    }));
  }
}
