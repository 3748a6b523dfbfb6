import type { Area, Move } from '../layout/placement.ts';

/** The place that a widget would be dropped at. */
export interface Drop {
  readonly to: NonNullable<Move['to']>;
  readonly area: Area | undefined;
}

interface DragOptions {
  /** The tree with the cells. */
  readonly root: ParentNode & DocumentOrShadowRoot;
  /** `true`: the page has two columns. */
  readonly isWide: () => boolean;
  readonly dragging: (id: string | undefined, drop: Drop | undefined) => void;
  readonly dropped: (id: string, drop: Drop) => void;
}

/** The time in milliseconds until a touch that stays in place drags instead of scrolling. */
const longPress = 400;
/** The distance in pixels from which a movement counts. */
const tolerance = 6;

/** Drags a cell with the pointer: a mouse at once, a finger after a long press. */
export class Drag {
  readonly #options: DragOptions;
  #id: string | undefined;
  #drop: Drop | undefined;
  #end: (() => void) | undefined;

  constructor(options: DragOptions) {
    this.#options = options;
  }

  /** Starts with the `pointerdown` on a handle. */
  start(event: PointerEvent, id: string): void {
    if (event.button !== 0 || !event.isPrimary || this.#end) return;
    const { clientX, clientY, pointerId, pointerType } = event;
    const isTouch = pointerType === 'touch';
    const begin = (): void => {
      this.#id = id;
      this.#options.dragging(id, undefined);
    };
    const timer = isTouch ? setTimeout(begin, longPress) : undefined;
    const move = (moved: PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      const distance = Math.hypot(moved.clientX - clientX, moved.clientY - clientY);
      if (this.#id === undefined && distance > tolerance) {
        // A finger that moves before the long press is over scrolls.
        if (isTouch) return this.cancel();
        begin();
      }
      if (this.#id !== undefined) this.#over(moved.clientX, moved.clientY);
    };
    const up = (released: PointerEvent): void => {
      if (released.pointerId !== pointerId) return;
      const drop = this.#id === undefined ? undefined : this.#drop;
      this.cancel();
      if (drop) this.#options.dropped(id, drop);
    };
    const cancel = (): void => this.cancel();
    const key = (pressed: KeyboardEvent): void => void (pressed.key === 'Escape' && this.cancel());
    // Once the long press is over, the finger must not scroll the page.
    const hold = (touch: TouchEvent): void => void (this.#id !== undefined && touch.preventDefault());
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', key);
    document.addEventListener('touchmove', hold, { passive: false });
    this.#end = () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', key);
      document.removeEventListener('touchmove', hold);
    };
  }

  /** Ends without a drop. */
  cancel(): void {
    this.#end?.();
    this.#end = this.#drop = undefined;
    if (this.#id === undefined) return;
    this.#id = undefined;
    this.#options.dragging(undefined, undefined);
  }

  #over(x: number, y: number): void {
    const edge = 48;
    if (y < edge) scrollBy(0, y - edge);
    else if (y > innerHeight - edge) scrollBy(0, y - innerHeight + edge);
    const cell = this.#options.root
      .elementsFromPoint(x, y)
      .map((element) => element.closest<HTMLElement>('[data-widget]'))
      .find((found) => found);
    const over = cell?.dataset['widget'];
    this.#drop = cell && over !== undefined && over !== this.#id ? this.#dropOn(cell, over, x, y) : undefined;
    this.#options.dragging(this.#id, this.#drop);
  }

  #dropOn(cell: HTMLElement, id: string, x: number, y: number): Drop {
    const { top, left, width, height } = cell.getBoundingClientRect();
    const side = y < top + height / 2 ? 'before' : 'after';
    return { to: { id, side }, area: this.#options.isWide() ? areaAt(cell, (x - left) / width) : undefined };
  }
}

/** The area over a cell: its column, or of a cell with the full width a column at either side of it. */
function areaAt(cell: HTMLElement, part: number): Area {
  const column = cell.closest('.column');
  if (column) return column.matches('.end') ? 'end' : 'main';
  const along = getComputedStyle(cell).direction === 'rtl' ? 1 - part : part;
  return along < 0.25 ? 'main' : along > 0.75 ? 'end' : 'full';
}
