import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { changeTree } from '../element/shadow-tree/foreign-changes.ts';

/** The rows of a table, of which `fill` renders some. */
interface Rows {
  readonly host: ReactiveControllerHost;
  readonly body: HTMLTableSectionElement | undefined;
  readonly items: readonly unknown[];
  readonly rows: { readonly element: HTMLTableRowElement }[];
  fill(first: number, end: number): void;
}

/** The number of rows that are rendered beyond the visible ones. */
const spare = 6;

/**
 * Virtualizes the rows of a bounded table: renders the visible ones and a few more. Two spacers stand for the rest, so
 * that the table stays a native `<table>`, with the browser's column widths, sticky header, copying into spreadsheets
 * and accessibility tree. All rows have the same height, which is measured. In a scroller as high as its content every
 * row is rendered. Loaded with the first bounded table.
 */
export class RowVirtualizer implements ReactiveController {
  readonly #window: Rows;
  readonly #onEnd: () => void;
  #watched: HTMLElement | undefined;
  #height = 0;
  #first = 0;
  #top = 0;
  #resize: ResizeObserver | undefined;
  /** The scroll position before the page was printed. */
  #scrolled: number | undefined;

  /** `onEnd` is called each time the last rows come near. */
  constructor(window: Rows, onEnd: () => void) {
    this.#window = window;
    this.#onEnd = onEnd;
    window.host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    if (this.#scroller) this.#watch(this.#scroller);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#release();
  }

  readonly paint = (): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    if (scroller !== this.#watched) this.#watch(scroller);
    changeTree(scroller, () => this.#paintIn(scroller));
  };

  get #scroller(): HTMLElement | undefined {
    return this.#window.body?.closest<HTMLElement>('.table-scroll') ?? undefined;
  }

  #watch(scroller: HTMLElement): void {
    this.#release();
    this.#watched = scroller;
    scroller.addEventListener('scroll', this.paint, { passive: true });
    this.#resize = new ResizeObserver(() => {
      this.#height = 0;
      this.paint();
    });
    this.#resize.observe(scroller);
  }

  #release(): void {
    this.#watched?.removeEventListener('scroll', this.paint);
    this.#watched = undefined;
    this.#resize?.disconnect();
  }

  /** Renders every row for printing, with a scroller as high as its content, because nothing scrolls on paper. */
  readonly #print = ({ type }: Event): void => {
    const scroller = this.#scroller;
    if (type === 'beforeprint' && scroller?.classList.contains('windowed')) this.#scrolled = scroller.scrollTop;
    if (!scroller || this.#scrolled === undefined) return;
    const isOver = scroller.classList.toggle('windowed', type !== 'beforeprint');
    this.paint();
    if (!isOver) return;
    scroller.scrollTop = this.#scrolled;
    this.#scrolled = undefined;
    // The scroll event fires only in the next frame.
    this.paint();
  };

  #paintIn(scroller: HTMLElement): void {
    const { items, rows } = this.#window;
    const total = items.length;
    if (!scroller.classList.contains('windowed')) return this.#fill(0, total, 0);
    // Two rows are measured, because the last one has no border below it.
    const enough = Math.min(2, total);
    if (rows.length < enough) {
      this.#fill(0, enough, 0);
      this.#height = 0;
    }
    if (!this.#height && total) {
      this.#height = rows[0]?.element.getBoundingClientRect().height ?? 0;
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
    const { body, items } = this.#window;
    // They are resized and never removed, because WebKit then scrolls back to the start.
    resize(body?.previousElementSibling, first * height);
    resize(body?.nextElementSibling, (items.length - end) * height);
    this.#rotate(first - this.#first);
    this.#first = first;
    this.#window.fill(first, end);
  }

  #rotate(shift: number): void {
    const { body, rows } = this.#window;
    if (shift > 0 && shift < rows.length) {
      const moved = rows.splice(0, shift);
      body?.append(...moved.map(({ element }) => element));
      rows.push(...moved);
    } else if (shift < 0 && -shift < rows.length) {
      const moved = rows.splice(shift);
      body?.prepend(...moved.map(({ element }) => element));
      rows.unshift(...moved);
    }
  }
}

function resize(body: Element | null | undefined, height: number): void {
  const row = body?.querySelector<HTMLElement>(':scope > .spacer');
  if (row) row.style.blockSize = `${height}px`;
}
