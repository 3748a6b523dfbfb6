// Loaded on its own, when a row opens for the first time.
import { html, nothing, type TemplateResult } from 'lit';
import type { List, Snapshot } from '../data/snapshot.ts';
import type { Opening } from '../element/opening.ts';
import type { WidgetController, WidgetHost } from '../element/widget-host.ts';
import { Dialog } from '../ui/dialog.ts';
import { metricStyles } from '../ui/metric.ts';
import { adopt } from '../ui/styles.ts';
import type { ListColumn } from './list-columns.ts';

/** A label and what it names. */
export type Fact = readonly [label: string, value: TemplateResult | string];

/** The content of the dialog of a row. */
export interface Details<T> {
  readonly row: T;
  readonly heading: string;
  /** Cells of the table, by the name of the column, and others. */
  readonly facts: readonly (string | Fact)[];
  readonly columns: readonly ListColumn<T>[];
}

/** Returns a row as the lists have it now. `undefined` if the operator has lost access. */
export function latestIn<T extends { readonly id: string }>(row: T, ...lists: readonly Snapshot<List<T>>[]) {
  if (lists.some((list) => list.phase === 'error' && list.error.code === 'forbidden')) return undefined;
  const rows = lists.flatMap((list) => (list.phase === 'ready' ? list.data.items : []));
  return rows.find(({ id }) => id === row.id) ?? row;
}

/**
 * The dialog or drawer of one row, with facts about it. A widget loads it with `LazyForm`:
 *
 *     readonly #details = new LazyForm(this, async () => {
 *       const { RowDetails, latestIn } = await import('../../list/row-details.js');
 *       const latest = (row: Quote) => latestIn(row, this.snapshotOf('all'), this.snapshotOf('panel'));
 *       return new RowDetails<Quote>(this, (opened) => this.#detailsOf(latest(opened)));
 *     });
 */
export class RowDetails<T> implements WidgetController {
  readonly announcement = '';
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #detailsOf: (opened: T) => Details<T> | undefined;
  #opened: T | undefined;
  #drawer = false;

  /** `detailsOf` returns the details of a row as it is now, or `undefined` if the operator has lost access. */
  constructor(host: WidgetHost, detailsOf: (opened: T) => Details<T> | undefined) {
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
    const known = facts.map((fact) => (typeof fact === 'string' ? factOf(fact, details) : fact));
    return this.#dialog.render(() => ({
      heading,
      drawer: this.#drawer,
      l10n: this.#host.l10n,
      body: html`<div class="body" part="detail">
        <dl class="fields" part="facts">
          ${known.map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>`,
    }));
  }
}

function factOf<T>(column: string, { row, columns }: Details<T>): Fact {
  const { heading = '', cell, text } = columns.find(({ name }) => name === column) ?? {};
  return [heading, cell?.(row) ?? text?.(row) ?? ''];
}
