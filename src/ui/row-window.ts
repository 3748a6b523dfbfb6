import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import { changeTree } from '../element/shadow-tree/foreign-changes.ts';
import type { RowVirtualizer } from './row-virtualizer.ts';

/** Renders an item into a row element, which may contain another item. */
export type DrawRow<T> = (element: HTMLTableRowElement, item: T) => void;

interface Row<T> {
  readonly element: HTMLTableRowElement;
  index: number;
  item: T | undefined;
}

/** Once loaded, the next table is virtualized before its rows arrive. */
let loaded: typeof import('./row-virtualizer.ts') | undefined;

/** Renders the rows of a table: all of them, or those that are visible if the table is bounded. */
export class RowWindow<T> implements ReactiveController {
  /** The host that event listeners in rows are bound to. */
  readonly host: ReactiveControllerHost;
  /** The number of rows of a bounded table until its height is known: about as many as are rendered then. */
  readonly mostAtFirst = 30;
  body: HTMLTableSectionElement | undefined;
  items: readonly T[] = [];
  rows: Row<T>[] = [];
  readonly #onEnd: () => void;
  #virtualizer: RowVirtualizer | undefined;
  #loading: Promise<void> | undefined;
  #draw: DrawRow<T> = () => {};

  /** `onEnd` is called each time the last rows of a bounded table come near. */
  constructor(host: ReactiveControllerHost, onEnd: () => void = () => {}) {
    this.host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /** Loads what a bounded table needs. After a failure, the next call tries again. */
  virtualize(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      if (!loaded) {
        loaded = await import('./row-virtualizer.ts');
        // The first rows may be on screen by now. Only they depend on it, not the rest of the host.
        queueMicrotask(this.hostUpdated.bind(this));
      }
      this.#virtualizer = new loaded.RowVirtualizer(this, this.#onEnd);
    } catch {
      this.#loading = undefined;
    }
  }

  /** Called by the directive to set the `<tbody>` and its items. */
  attach(body: HTMLTableSectionElement, items: readonly T[], draw: DrawRow<T>): void {
    // Another draw function means that the same item may look different: another locale, other columns.
    if (draw !== this.#draw) for (const row of this.rows) row.item = undefined;
    this.items = items;
    this.#draw = draw;
    if (body === this.body) return;
    this.detach();
    this.body = body;
    body.replaceChildren();
  }

  /** Called by the directive when another window takes over the `<tbody>`, or this one moves to another. */
  detach(): void {
    this.body = undefined;
    this.rows = [];
  }

  /**
   * Renders rows in the same update as the rest of the widget: a microtask later, rows of one customer would stand
   * under the name of another.
   */
  hostUpdated(): void {
    const { body, items } = this;
    if (!body?.isConnected) return;
    const isBounded = body.closest('.windowed') !== null;
    if (isBounded) void this.virtualize();
    if (this.#virtualizer) return this.#virtualizer.paint();
    changeTree(body, () => this.fill(0, isBounded ? Math.min(items.length, this.mostAtFirst) : items.length));
  }

  /** Scrolls a bounded table to its first row. Others are as high as their rows. */
  scrollToStart(): void {
    this.#virtualizer?.scrollToStart();
  }

  /** Renders the items from `first` to `end`, and only those that have changed. */
  fill(first: number, end: number): void {
    const { body, rows } = this;
    while (rows.length < end - first) {
      const element = document.createElement('tr');
      element.setAttribute('part', 'row');
      element.setAttribute('role', 'row');
      body?.append(element);
      rows.push({ element, index: -1, item: undefined });
    }
    for (const { element } of rows.splice(Math.max(0, end - first))) element.remove();
    rows.forEach((row, offset) => {
      const index = first + offset;
      const item = this.items[index]!;
      if (row.item !== item) this.#draw(row.element, item);
      if (row.index !== index) row.element.ariaRowIndex = String(index + 2);
      row.item = item;
      row.index = index;
    });
  }
}

/** A spacer for rows that are not rendered. Its own `<tbody>` keeps the first and the last row first and last child. */
export const spacer: TemplateResult = html`<tbody aria-hidden="true">
  <tr class="spacer"></tr>
</tbody>`;

class WindowDirective extends Directive {
  #window: RowWindow<never> | undefined;

  render(_window: RowWindow<never>, _items: readonly never[], _draw: DrawRow<never>) {
    return nothing;
  }

  override update({ element }: ElementPart, [window, items, draw]: Parameters<WindowDirective['render']>) {
    // The same element may get another window, and two windows must not render into it.
    if (this.#window !== window) this.#window?.detach();
    this.#window = window;
    window.attach(element as HTMLTableSectionElement, items, draw);
    return nothing;
  }
}

const windowedDirective = directive(WindowDirective);

/** A directive for a `<tbody>` whose rows the window renders. */
export const windowed = <T>(
  window: RowWindow<T>,
  items: readonly T[],
  draw: DrawRow<T>,
): DirectiveResult<typeof WindowDirective> =>
  windowedDirective(window as unknown as RowWindow<never>, items as readonly never[], draw as DrawRow<never>);
