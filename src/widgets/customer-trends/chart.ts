import { html, nothing, type TemplateResult } from 'lit';
import type { WidgetHost } from '../../element/widget-host.ts';

/** A chart as data and drawing: what each point says, how the points lie, and the numbers behind them. */
export interface Chart {
  /** The accessible name: `Orders by weekday and hour`. */
  readonly label: string;
  /** What each point says: `March 2026: 12 new customers, 30 returning`. */
  readonly points: readonly string[];
  /** The number of points side by side. The arrow keys up and down move by as many. */
  readonly columns: number;
  /** The point that has the keyboard first. */
  readonly start: number;
  /** The sentence above the chart while no point is chosen. */
  readonly summary: string;
  readonly legend?: TemplateResult;
  /** Renders the drawing. An element of a point has its index in `data-point`. */
  readonly plot: (chosen: number | undefined) => TemplateResult;
  /** The numbers: the headings, and a row for each entry, whose first cell names it. */
  readonly numbers: { readonly headings: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
}

type Cell = string | TemplateResult;

/**
 * The point of a chart that is under the pointer or has the keyboard. For assistive technology, the chart is one slider
 * whose value is the sentence of the point: a stop of the Tab key instead of one for each of 168 points.
 */
export class ChartCursor {
  readonly #host: WidgetHost;
  #pointed: number | undefined;
  #focused: number | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
  }

  /** Forgets the point: another chart or other data are shown. */
  reset(): void {
    this.#pointed = this.#focused = undefined;
  }

  /** Renders a chart with what its chosen point says. `labels` are those of the table. */
  render(chart: Chart, labels: { readonly numbers: string }): TemplateResult {
    const last = chart.points.length - 1;
    const at = this.#pointed ?? this.#focused;
    const chosen = at === undefined ? undefined : Math.min(at, last);
    const now = Math.min(this.#focused ?? chart.start, last);
    const sentence = chosen === undefined ? chart.summary : chart.points[chosen];
    return html`<div class="chart">
        <p class="readout" part="readout">
          <bdi>${sentence}</bdi>
        </p>
        ${chart.legend ?? nothing}
        <div
          class="plot"
          part="chart"
          role="slider"
          tabindex="0"
          aria-label=${chart.label}
          aria-valuemin="0"
          aria-valuemax=${last}
          aria-valuenow=${now}
          aria-valuetext=${chart.points[now] ?? ''}
          @keydown=${(event: KeyboardEvent) => this.#key(event, chart, now)}
          @focus=${() => this.#focus(now)}
          @blur=${() => this.#focus(undefined)}
          @pointerover=${(event: Event) => this.#point(event)}
          @pointerleave=${() => this.#show(undefined)}
        >
          ${chart.plot(chosen)}
        </div>
      </div>
      <details class="numbers">
        <summary part="numbers">${labels.numbers}</summary>
        <div class="scroll">
          <table part="table">
            <caption class="visually-hidden">
              ${chart.label}
            </caption>
            <thead>
              <tr>
                ${chart.numbers.headings.map((heading) => html`<th scope="col">${heading}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${chart.numbers.rows.map(
                ([name, ...cells]) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    ${cells.map((cell) => html`<td translate=${typeof cell === 'string' ? 'no' : nothing}>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  #focus(index: number | undefined): void {
    this.#focused = index;
    this.#host.requestUpdate();
  }

  #point({ target }: Event): void {
    const point = target instanceof Element ? target.closest('[data-point]') : null;
    this.#show(point ? Number(point.getAttribute('data-point')) : undefined);
  }

  #show(index: number | undefined): void {
    this.#pointed = index;
    this.#host.requestUpdate();
  }

  #key(event: KeyboardEvent, { points, columns }: Chart, now: number): void {
    const { key, currentTarget } = event;
    const ahead = currentTarget instanceof Element && currentTarget.matches(':dir(rtl)') ? -1 : 1;
    // Points in one line: up is onward, as in every slider.
    const down = columns === points.length ? -1 : columns;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: ahead,
      ArrowLeft: -ahead,
      ArrowDown: down,
      ArrowUp: -down,
      Home: -now,
      End: points.length - 1 - now,
    };
    const next = now + (steps[key] ?? 0);
    if (!Object.hasOwn(steps, key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#pointed = undefined;
    if (next >= 0 && next < points.length) this.#focus(next);
  }
}
