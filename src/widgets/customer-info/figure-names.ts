import { html, type TemplateResult } from 'lit';
import type { CustomerStats } from '../../domain/stats.ts';
import { line } from '../../ui/state-view.ts';

/** The default figures: four, the number of columns. */
export const defaultFigures = 'lifetime-total orders average-order first-order';

/**
 * Returns the names of the figures in a list, in order. If the platform's orders are transactions, these replace the
 * figures of orders.
 */
export const figuresIn = (list: string, countBasis?: string): readonly string[] => [
  ...new Set(
    list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((name) => (name === 'orders' && countBasis === 'transactions' ? 'transactions' : name)),
  ),
];

/** Returns true if all names are usual figures, which need no further module. */
export const areUsual = (names: readonly string[]): boolean =>
  names.every((name) => defaultFigures.split(' ').includes(name));

/** The properties of the answer that are not figures. */
const frame: readonly string[] = ['customerId', 'range', 'asOf'];

/** Returns true if the platform has any figure. */
export const knowsFigures = (stats: CustomerStats): boolean =>
  Object.entries(stats).some(([name, figure]) => figure !== undefined && !frame.includes(name));

const widths = [32, 10, 24, 32] as const;

/** Renders the placeholder, with the same dimensions. */
export const metricsSkeleton = (number = 4): TemplateResult =>
  html`<div class="columns">
    ${Array.from(
      { length: number },
      (_, index) =>
        html`<div class="metric">
          <div class="label">${line(18)}</div>
          <div class="figure">${line(widths[index % 4]!)}</div>
          <div class="basis">${line(32)}</div>
        </div>`,
    )}
  </div>`;
