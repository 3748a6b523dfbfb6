import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { changeTree } from '../element/shadow-tree/foreign-changes.ts';

/** The rows of a table, of which `fill` renders some. */
interface Rows {
  readonly host: ReactiveControllerHost;
  readonly body: HTMLTableSectionElement | undefined;
  readonly items: readonly unknown[];
  readonly mostAtFirst: number;
  readonly rows: { readonly element: HTMLTableRowElement }[];
  fill(first: number, end: number): void;
}

/** The number of rows that are rendered beyond the visible ones, before they are scrolled fast. */
const leastSpare = 6;

/** The spare rows for each row by which a frame scrolls, because the browser scrolls while rows are rendered. */
const sparePerRow = 3;

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
  /** The heights of a row and of the scroller, in pixels. 0: not known yet. */
  #height = 0;
  #viewHeight = 0;
  /** The scroll position, and that of the previous rendering, in pixels. */
  #top = 0;
  #previousTop = 0;
  #first = 0;
  #spare = leastSpare;
  readonly #resize = new ResizeObserver(() => this.#measure());
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

  scrollToStart(): void {
    this.#spare = leastSpare;
    // Setting the position lays the page out, also if it stays.
    if (this.#top && this.#watched) this.#watched.scrollTop = 0;
  }

  #watch(scroller: HTMLElement): void {
    this.#release();
    this.#watched = scroller;
    this.#height = this.#top = this.#previousTop = 0;
    this.#spare = leastSpare;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#resize.observe(scroller);
  }

  #release(): void {
    this.#watched?.removeEventListener('scroll', this.#onScroll);
    this.#watched = undefined;
    this.#resize.disconnect();
  }

  readonly #onScroll = (): void => {
    this.#top = this.#watched?.scrollTop ?? 0;
    this.paint();
  };

  /**
   * Measures what the rendering needs, when the browser has just laid out the page: reading it at another time would lay
   * it out once more. A hidden table has no height, and is measured when it becomes visible.
   */
  #measure(): void {
    const { rows, items } = this.#window;
    const scroller = this.#watched;
    const isFirst = !this.#height;
    this.#height = rows[0]?.element.getBoundingClientRect().height ?? 0;
    this.#viewHeight = scroller?.clientHeight ?? 0;
    if (!this.#height) return;
    // If the first rows do not fill the scroller, it grows with the spacers. In this frame, the browser would report that
    // only as an error: "ResizeObserver loop completed with undelivered notifications".
    const grows = isFirst && rows.length < items.length && scroller!.scrollHeight < this.#viewHeight + this.#height;
    if (grows) requestAnimationFrame(this.#onScroll);
    else this.#onScroll();
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
    this.#onScroll();
  };

  #paintIn(scroller: HTMLElement): void {
    const { items, mostAtFirst } = this.#window;
    const total = items.length;
    if (!scroller.classList.contains('windowed')) return this.#fill(0, total, 0);
    const height = this.#height;
    if (!height) {
      this.#fill(0, Math.min(total, mostAtFirst), 0);
      // Observing again measures again, in this frame.
      this.#resize.disconnect();
      return this.#resize.observe(scroller);
    }
    const visible = Math.ceil(this.#viewHeight / height);
    // Rows arrive a frame after the scroll, so all spare rows go in the direction of the scroll.
    const top = this.#top;
    const moved = Math.abs(top - this.#previousTop) / height;
    // More than half of a screen is a jump, which is over in one frame.
    if (moved < visible / 2) this.#spare = Math.max(this.#spare, Math.ceil(moved * sparePerRow));
    const spare = this.#spare;
    const ahead = top > this.#previousTop ? spare : top < this.#previousTop ? 0 : Math.floor(spare / 2);
    this.#previousTop = top;
    const first = Math.max(0, Math.min(Math.floor(top / height) - (spare - ahead), total - visible - spare));
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
  const row = body?.firstElementChild as HTMLElement | null | undefined;
  if (row?.className === 'spacer') row.style.blockSize = `${height}px`;
}
