import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';
import { changeTree } from '../element/shadow-tree/foreign-changes.ts';

/** Rows drawn beyond those that can be seen. */
const spare = 6;

/** Draws an item into a row element, which may hold another item. */
export type DrawRow<T> = (element: HTMLTableRowElement, item: T) => void;

interface Row<T> {
  readonly element: HTMLTableRowElement;
  index: number;
  item: T | undefined;
}

/**
 * The rows of a table that can be seen, and a few more. The rest is two spacer rows, so it stays a native `<table>`:
 * column widths, sticky head, copying into a spreadsheet and the accessibility tree are the browser's own. All rows
 * have one height, which is measured; in a scroller that is as high as its content every row is drawn.
 */
export class RowWindow<T> implements ReactiveController {
  /** Whose methods the event listeners in a row are. */
  readonly host: ReactiveControllerHost;
  readonly #onEnd: () => void;
  #items: readonly T[] = [];
  #draw: DrawRow<T> = () => {};
  #scroller: HTMLElement | undefined;
  #body: HTMLTableSectionElement | undefined;
  #before = spacer();
  #after = spacer();
  #rows: Row<T>[] = [];
  #height = 0;
  #first = 0;
  #top = 0;
  #resize: ResizeObserver | undefined;
  /** How far it was scrolled when the page began to be printed. */
  #scrolled: number | undefined;

  /** `onEnd` is called when the last rows come near, as often as they do. */
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

  /** From the directive: where the rows go. */
  attach(body: HTMLTableSectionElement, items: readonly T[], draw: DrawRow<T>): void {
    // Drawn by another function the same item may look different: another language, another set of columns.
    if (draw !== this.#draw) for (const row of this.#rows) row.item = undefined;
    this.#items = items;
    this.#draw = draw;
    if (body === this.#body) return;
    this.detach();
    this.#body = body;
    body.replaceChildren();
  }

  /** From the directive: another window draws there now, or this one draws elsewhere. */
  detach(): void {
    this.#body = undefined;
    // Rows are put in beside them: they must not stand in a body that is gone.
    this.#before.remove();
    this.#after.remove();
    this.#rows = [];
    this.#first = this.#height = this.#top = 0;
    this.#scroller?.removeEventListener('scroll', this.#paint);
    this.#scroller = undefined;
    this.#resize?.disconnect();
    this.#resize = undefined;
  }

  /** In the same update as the rest: a microtask later would leave one customer's rows under another's name. */
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

  /** Nothing scrolls on paper: there every row is drawn, and the scroller is as high as they are. */
  readonly #print = ({ type }: Event): void => {
    const scroller = this.#scroller;
    if (type === 'beforeprint' && scroller?.classList.contains('windowed')) this.#scrolled = scroller.scrollTop;
    if (!scroller || this.#scrolled === undefined) return;
    const isOver = scroller.classList.toggle('windowed', type !== 'beforeprint');
    this.#paint();
    if (!isOver) return;
    scroller.scrollTop = this.#scrolled;
    this.#scrolled = undefined;
    // The event of this scroll comes a frame later.
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
    if (!this.#height && total) {
      if (!this.#rows.length) this.#fill(0, 1, 0);
      this.#height = this.#rows[0]?.element.getBoundingClientRect().height ?? 0;
      // Not shown: the observer calls when it is.
      if (!this.#height) return;
    }
    const height = this.#height || 1;
    const visible = Math.ceil(scroller.clientHeight / height);
    // Rows arrive a frame after the scroll, so all the spare ones go where it is heading.
    const { scrollTop } = scroller;
    const ahead = scrollTop > this.#top ? spare : scrollTop < this.#top ? 0 : spare / 2;
    this.#top = scrollTop;
    const first = Math.max(0, Math.min(Math.floor(scrollTop / height) - (spare - ahead), total - visible - spare));
    this.#fill(first, Math.min(total, first + visible + spare), height);
    if (total && first + visible + spare >= total - visible) queueMicrotask(this.#onEnd);
  }

  /** Moves row elements from one end to the other and draws only those whose item has changed. */
  #fill(first: number, end: number, height: number): void {
    this.#space(first, this.#items.length - end, height);
    const count = Math.max(0, end - first);
    while (this.#rows.length < count) {
      const element = document.createElement('tr');
      element.setAttribute('part', 'row');
      element.setAttribute('role', 'row');
      this.#append(element);
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

  /** Spacers stand there only while they stand for rows: elsewhere the first and the last row are the body's own. */
  #space(before: number, after: number, height: number): void {
    this.#before.style.blockSize = `${before * height}px`;
    this.#after.style.blockSize = `${after * height}px`;
    if (!before) this.#before.remove();
    else if (!this.#before.parentNode) this.#body?.prepend(this.#before);
    if (!after) this.#after.remove();
    else if (!this.#after.parentNode) this.#body?.append(this.#after);
  }

  #append(...elements: readonly HTMLTableRowElement[]): void {
    if (this.#after.parentNode) this.#after.before(...elements);
    else this.#body?.append(...elements);
  }

  #prepend(...elements: readonly HTMLTableRowElement[]): void {
    if (this.#before.parentNode) this.#before.after(...elements);
    else this.#body?.prepend(...elements);
  }

  #rotate(shift: number): void {
    if (shift > 0 && shift < this.#rows.length) {
      const moved = this.#rows.splice(0, shift);
      this.#append(...moved.map(({ element }) => element));
      this.#rows.push(...moved);
    } else if (shift < 0 && -shift < this.#rows.length) {
      const moved = this.#rows.splice(shift);
      this.#prepend(...moved.map(({ element }) => element));
      this.#rows.unshift(...moved);
    }
  }
}

function spacer(): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.setAttribute('aria-hidden', 'true');
  return row;
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
    // The same element may be given another window: two of them must not draw into it.
    if (this.#window !== window) this.#window?.detach();
    this.#window = window;
    window.attach(element as HTMLTableSectionElement, items, draw);
    return nothing;
  }
}

const windowedDirective = directive(WindowDirective);

/** On a `<tbody>`: its rows are drawn by the window. */
export const windowed = <T>(
  window: RowWindow<T>,
  items: readonly T[],
  draw: DrawRow<T>,
): DirectiveResult<typeof WindowDirective> =>
  windowedDirective(window as unknown as RowWindow<never>, items as readonly never[], draw as DrawRow<never>);
