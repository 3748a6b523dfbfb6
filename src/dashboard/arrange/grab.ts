import type { DashboardLayout } from '../layout/layout.ts';
import type { Area } from '../layout/placement.ts';

/** The page whose widgets the keyboard moves. */
export interface GrabHost {
  readonly layout: DashboardLayout;
  readonly isRtl: boolean;
  /** The areas that a widget can be moved to sideways, and its own. */
  areasOf(id: string): { readonly areas: readonly Area[]; readonly own: Area };
  step(id: string, way: 'up' | 'down'): void;
  moveTo(id: string, area: Area): void;
  /** Called when the grab ends: with the layout before it, if it has changed since, and whether the widget went back. */
  ended(id: string, from: DashboardLayout | undefined, how: 'dropped' | 'left' | 'back'): void;
  grabbed(id: string): void;
  /** Focuses the handle of a widget after the next update. */
  focus(id: string): void;
  /** Returns whether the handle of a widget has the focus, after the next update. */
  hasFocus(id: string): Promise<boolean>;
}

/** Moves a widget by keyboard: Space or Enter grabs and drops it, arrow keys move it, Escape puts it back. */
export class Grab {
  readonly #host: GrabHost;
  /** The widget that is held, and the layout before it was grabbed. */
  #held: { readonly id: string; readonly from: DashboardLayout } | undefined;

  constructor(host: GrabHost) {
    this.#host = host;
  }

  /** The widget that is held. */
  get id(): string | undefined {
    return this.#held?.id;
  }

  /** Grabs a widget, or drops it. Space and Enter click the handle. */
  toggle(id: string): void {
    if (this.id === id) return this.#end('dropped');
    this.#held = { id, from: this.#host.layout };
    this.#host.grabbed(id);
  }

  handleKey(event: KeyboardEvent, id: string): void {
    if (this.id !== id) return;
    const forward = this.#host.isRtl ? -1 : 1;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowUp: () => this.#host.step(id, 'up'),
      ArrowDown: () => this.#host.step(id, 'down'),
      ArrowLeft: () => this.#sideways(id, -forward),
      ArrowRight: () => this.#sideways(id, forward),
      Escape: () => this.#end('back'),
    };
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    actions[event.key]!();
    this.#host.focus(id);
  }

  /** Drops what is held when the focus leaves it, unless the handle only moved along in the page. */
  async left(id: string): Promise<void> {
    if (this.id === id && !(await this.#host.hasFocus(id)) && this.id === id) this.#end('left');
  }

  #sideways(id: string, offset: number): void {
    const { areas, own } = this.#host.areasOf(id);
    const area = areas[areas.indexOf(own) + offset];
    if (area) this.#host.moveTo(id, area);
  }

  #end(how: 'dropped' | 'left' | 'back'): void {
    const { id, from } = this.#held!;
    this.#held = undefined;
    this.#host.ended(id, from === this.#host.layout ? undefined : from, how);
  }
}
