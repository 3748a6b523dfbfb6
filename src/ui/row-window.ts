import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';
import { changeTree } from '../element/shadow-tree/foreign-changes.ts';

/** The number of rows that are rendered beyond the visible ones. */
const spare = 6;

/** Renders an item into a row element, which may contain another item. */
export type DrawRow<T> = (element: HTMLTableRowElement, item: T) => void;

interface Row<T> {
  readonly element: HTMLTableRowElement;
  index: number;
  item: T | undefined;
}

/**
 * Virtualizes the rows of a table: renders the visible ones and a few more. Two spacers stand for the rest, so that the
 * table stays a native `<table>`, with the browser's column widths, sticky header, copying into spreadsheets and
 * accessibility tree. All rows have the same height, which is measured. In a scroller as high as its content every row
 * is rendered.
 */
export class RowWindow<T> implements ReactiveController {
  /** The host that event listeners in rows are bound to. */
  readonly host: ReactiveControllerHost;
  readonly #onEnd: () => void;
  #items: readonly T[] = [];
  #draw: DrawRow<T> = () => {};
  #scroller: HTMLElement | undefined;
  #body: HTMLTableSectionElement | undefined;
  #rows: Row<T>[] = [];
  #height = 0;
  #first = 0;
  #top = 0;
  #resize: ResizeObserver | undefined;
  /** The scroll position before the page was printed. */
  #scrolled: number | undefined;

  /** `onEnd` is called each time the last rows come near. */
  constructor(host: ReactiveControllerHost, onEnd: () => void = () => {}) {
    this.host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    this.#watch();
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#resize?.disconnect();
    this.#resize = undefined;
  }

  /** Called by the directive to set the `<tbody>` and its items. */
  attach(body: HTMLTableSectionElement, items: readonly T[], draw: DrawRow<T>): void {
    // Another draw function means that the same item may look different: another locale, other columns.
    if (draw !== this.#draw) for (const row of this.#rows) row.item = undefined;
    this.#items = items;
    this.#draw = draw;
    if (body === this.#body) return;
    this.detach();
    this.#body = body;
    body.replaceChildren();
  }

  /** Called by the directive when another window takes over the `<tbody>`, or this one moves to another. */
  detach(): void {
    this.#body = undefined;
    this.#rows = [];
    this.#first = this.#height = this.#top = 0;
    this.#scroller?.removeEventListener('scroll', this.#paint);
    this.#scroller = undefined;
    this.#resize?.disconnect();
    this.#resize = undefined;
  }

  /**
   * Renders rows in the same update as the rest of the widget: a microtask later, rows of one customer would stand
   * under the name of another.
   */
  hostUpdated(): void {
    if (!this.#body?.isConnected) return;
    if (!this.#scroller) {
      this.#scroller = this.#body.closest<HTMLElement>('.table-scroll') ?? undefined;
      this.#scroller?.addEventListener('scroll', this.#paint, { passive: true });
      this.#watch();
    }
    this.#paint();
  }

  #watch(): void {
    if (this.#resize || !this.#scroller) return;
    this.#resize = new ResizeObserver(() => {
      this.#height = 0;
      this.#paint();
    });
    this.#resize.observe(this.#scroller);
  }

  /** Renders every row for printing, with a scroller as high as its content, because nothing scrolls on paper. */
  readonly #print = ({ type }: Event): void => {
    const scroller = this.#scroller;
    if (type === 'beforeprint' && scroller?.classList.contains('windowed')) this.#scrolled = scroller.scrollTop;
    if (!scroller || this.#scrolled === undefined) return;
    const isOver = scroller.classList.toggle('windowed', type !== 'beforeprint');
    this.#paint();
    if (!isOver) return;
    scroller.scrollTop = this.#scrolled;
    this.#scrolled = undefined;
    // The scroll event fires only in the next frame.
    this.#paint();
  };

  readonly #paint = (): void => {
    const body = this.#body;
    const scroller = this.#scroller;
    if (body && scroller) changeTree(body, () => this.#paintIn(scroller));
  };

  #paintIn(scroller: HTMLElement): void {
    const total = this.#items.length;
    if (!scroller.classList.contains('windowed')) return this.#fill(0, total, 0);
    // Two rows are measured, because the last one has no border below it.
    const enough = Math.min(2, total);
    if (this.#rows.length < enough) {
      this.#fill(0, enough, 0);
      this.#height = 0;
    }
    if (!this.#height && total) {
      this.#height = this.#rows[0]?.element.getBoundingClientRect().height ?? 0;
      // A hidden table has no height. The observer calls again when it becomes visible.
      if (!this.#height) return;
    }
    const height = this.#height || 1;
    const visible = Math.ceil(scroller.clientHeight / height);
    // Rows arrive a frame after the scroll, so all spare rows go in the direction of the scroll.
    const { scrollTop } = scroller;
    const ahead = scrollTop > this.#top ? spare : scrollTop < this.#top ? 0 : spare / 2;
    this.#top = scrollTop;
    const first = Math.max(0, Math.min(Math.floor(scrollTop / height) - (spare - ahead), total - visible - spare));
    this.#fill(first, Math.min(total, first + visible + spare), height);
    if (total && first + visible + spare >= total - visible) queueMicrotask(this.#onEnd);
  }

  /** Moves row elements from one end to the other and renders only those whose item has changed. */
  #fill(first: number, end: number, height: number): void {
    this.#space(first, this.#items.length - end, height);
    const count = Math.max(0, end - first);
    while (this.#rows.length < count) {
      const element = document.createElement('tr');
      element.setAttribute('part', 'row');
      element.setAttribute('role', 'row');
      this.#body?.append(element);
      this.#rows.push({ element, index: -1, item: undefined });
    }
    for (const { element } of this.#rows.splice(count)) element.remove();
    this.#rotate(first - this.#first);
    this.#first = first;
    this.#rows.forEach((row, offset) => {
      const index = first + offset;
      const item = this.#items[index]!;
      if (row.item !== item) this.#draw(row.element, item);
      if (row.index !== index) row.element.ariaRowIndex = String(index + 2);
      row.item = item;
      row.index = index;
    });
  }

  /** Sizes the spacers. They are resized and never removed, because WebKit then scrolls back to the start. */
  #space(before: number, after: number, height: number): void {
    resize(this.#body?.previousElementSibling, before * height);
    resize(this.#body?.nextElementSibling, after * height);
  }

  #rotate(shift: number): void {
    if (shift > 0 && shift < this.#rows.length) {
      const moved = this.#rows.splice(0, shift);
      this.#body?.append(...moved.map(({ element }) => element));
      this.#rows.push(...moved);
    } else if (shift < 0 && -shift < this.#rows.length) {
      const moved = this.#rows.splice(shift);
      this.#body?.prepend(...moved.map(({ element }) => element));
      this.#rows.unshift(...moved);
    }
  }
}

/** A spacer for rows that are not rendered. Its own `<tbody>` keeps the first and the last row first and last child. */
export const spacer: TemplateResult = html`<tbody aria-hidden="true">
  <tr class="spacer"></tr>
</tbody>`;

function resize(body: Element | null | undefined, height: number): void {
  const row = body?.querySelector<HTMLElement>(':scope > .spacer');
  if (row) row.style.blockSize = `${height}px`;
}

class WindowDirective extends Directive {
  #window: RowWindow<never> | undefined;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('windowed() stands on a <tbody>');
  }

  render(_window: RowWindow<never>, _items: readonly never[], _draw: DrawRow<never>) {
    return nothing;
  }

  override update(
    { element }: ElementPart,
    [window, items, draw]: [RowWindow<never>, readonly never[], DrawRow<never>],
  ) {
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
