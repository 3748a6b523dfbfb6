import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { Lazy, type LazyHost } from '../element/lazy.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';
import { isComposing } from './composing.ts';
import { keyScroll } from './key-scroll.ts';
import { line } from './state-view.ts';

/** The gap between a popover and its button, and the minimum distance to the edge of the window. In pixels. */
const gap = 4;
const edge = 8;

/**
 * Positions a fixed element beside another: below it, or above if it fits only there; aligned to its start edge, or to
 * its end edge if it would leave the window. If it fits nowhere, it covers the other.
 */
export function place(surface: HTMLElement, beside: Element): void {
  const anchor = beside.getBoundingClientRect();
  // In the far corner its rectangle gives the edges of the window, in the units in which the engine measures: engines
  // differ in a page with CSS `zoom`.
  surface.style.inset = 'auto 0 0 auto';
  const { width, height, right: end, bottom } = surface.getBoundingClientRect();
  const [below, above] = [anchor.bottom + gap, anchor.top - gap - height];
  const top = below + height + edge > bottom && above >= edge ? above : below;
  const [fromLeft, upToRight] = [anchor.left, anchor.right - width];
  const left =
    getComputedStyle(beside).direction === 'rtl'
      ? upToRight < edge
        ? fromLeft
        : upToRight
      : fromLeft + width + edge > end
        ? upToRight
        : fromLeft;
  // If the engine measures in pixels of the page, `inset` still takes those of the zoomed element.
  const scale = width / surface.offsetWidth || 1;
  const within = (value: number, most: number) => Math.max(edge, Math.min(value, most - edge)) / scale;
  // Measured coordinates are physical, so the physical `inset` is used.
  surface.style.inset = `${within(top, bottom - height)}px auto auto ${within(left, end - width)}px`;
}

export { popoverStyles } from './popover.styles.ts';

type Host = LazyHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface PopoverButton {
  /** The text, or the accessible name if only an icon is shown. */
  readonly label: string;
  readonly path?: string | undefined;
  /** Text for screen readers before the label, which names the subject of the choice. */
  readonly about?: string | undefined;
  /** `true` if only the icon is shown, which must be a well-known one. */
  readonly iconOnly?: boolean | undefined;
  readonly kind?: 'ghost' | 'inline' | 'edged' | undefined;
  /** The number of selected values, after the label. */
  readonly count?: string | undefined;
  /** A further class, for a control that another element describes. */
  readonly className?: string | undefined;
}

export interface Popover<V> {
  /** The name of the popover, unique in the widget. */
  readonly name: string;
  /** The accessible name of the popover. */
  readonly label: string;
  readonly button: PopoverButton;
  /** Loads the module of the content on the first opening. */
  readonly load?: (() => Promise<V>) | undefined;
  readonly content: (view: V) => TemplateResult;
  /** `true` if the first usable control inside receives the focus. Set to `false` for text only. */
  readonly takesFocus?: boolean | undefined;
}

interface Shown {
  readonly name: string;
  readonly surface: HTMLElement;
  readonly watch: AbortController;
  awaitsFocus: boolean;
  /** `true` if the focus was inside when the popover closed. */
  hadFocus: boolean;
}

/**
 * The popovers of a widget, of which one is open at a time. The browser closes them on Escape and on a click outside,
 * and restores the focus; in a `<dialog>` they appear above it. Their content is rendered only while they are open.
 * Requires `popoverStyles`.
 *
 *     readonly #popovers = new Popovers(this);
 *     actions: this.#popovers.render({ name: 'dates', label, button: { label }, content: () => html`…` })
 */
export class Popovers implements ReactiveController {
  readonly host: Host;
  readonly #views = new Map<string, Lazy<unknown>>();
  #shown: Shown | undefined;
  #customer: string | undefined;

  constructor(host: Host) {
    this.host = host;
    this.#customer = host.activeCustomer;
    host.addController(this);
  }

  isOpen(name: string): boolean {
    return this.#shown?.name === name;
  }

  /** Closes the open popover and returns the focus to its button. */
  close(): void {
    const surface = this.#shown?.surface;
    if (surface?.matches(':popover-open')) surface.hidePopover();
    this.#closed();
  }

  /** Renders the button and its popover, which is hidden until it opens. */
  render<V = void>({ name, label, button, load, content, takesFocus = true }: Popover<V>): TemplateResult {
    const id = `popover-${name}`;
    const isOpen = this.isOpen(name);
    const { path, about, iconOnly = false, kind = 'ghost', count, className = '' } = button;
    const view = load && this.#viewOf(name, load);
    return html`<button
        type="button"
        class="button popover-button ${kind} ${iconOnly ? 'icon-only' : ''} ${className}"
        part="popover-button"
        ${opensNext()}
        aria-controls=${id}
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label=${iconOnly ? button.label : nothing}
        title=${iconOnly ? button.label : nothing}
        @keydown=${this.#key}
        @focusout=${this.#left}
      >
        ${path ? icon(path) : nothing}${about ? html`<span class="visually-hidden">${about}: </span>` : nothing}${
          iconOnly ? nothing : html`<span>${button.label}</span>`
        }${
          count === undefined ? nothing : html` <span class="quiet" translate="no">${count}</span>`
        }${path ? nothing : icon(icons.down)}
      </button>
      <div
        .popover=${'auto'}
        class="popover"
        part="popover"
        id=${id}
        role=${takesFocus ? 'dialog' : 'group'}
        aria-label=${label}
        ${keyScroll(true)}
        @beforetoggle=${(event: ToggleEvent) => this.#opens(name, event, takesFocus)}
        @toggle=${this.#toggled}
        @keydown=${this.#key}
        @focusout=${this.#left}
      >
        ${isOpen ? (view ? this.#onDemand(view, label, content) : content(undefined as V)) : nothing}
      </div>`;
  }

  hostUpdate(): void {
    if (this.host.activeCustomer === this.#customer) return;
    this.#customer = this.host.activeCustomer;
    this.close();
  }

  hostUpdated(): void {
    if (!this.#shown) return;
    if (this.#shown.surface.isConnected) this.#focusInside();
    // A new render has replaced the surface.
    else this.#closed();
  }

  /** The browser hides a popover that leaves the document without an event. */
  hostDisconnected(): void {
    this.#closed();
  }

  #viewOf<V>(name: string, load: () => Promise<V>): Lazy<V> {
    const view = (this.#views.get(name) as Lazy<V> | undefined) ?? new Lazy(this.host, load);
    this.#views.set(name, view as Lazy<unknown>);
    return view;
  }

  #onDemand<V>(view: Lazy<V>, what: string, content: (view: V) => TemplateResult): TemplateResult {
    if (view.module !== undefined) return content(view.module);
    if (view.state !== 'failed') return html`<div class="popover-wait">${line(32)}${line(24)}${line(32)}</div>`;
    const { l10n } = this.host;
    return html`<div class="popover-failure">
      <p class="message danger" role="alert">
        ${icon(icons.alert)}<span>${l10n.text(l10n.common.failed, { what })} ${l10n.common.reloadHelp}</span>
      </p>
      <button type="button" class="button" part="retry" @click=${() => this.#retry(view)}>
        ${icon(icons.refresh)}${l10n.common.retry}
      </button>
    </div>`;
  }

  /** Moves the focus to the opener, because the focused retry button is removed. */
  #retry<V>(view: Lazy<V>): void {
    if (this.#shown) {
      buttonOf(this.#shown.surface).focus();
      this.#shown.awaitsFocus = true;
    }
    view.load();
  }

  #opens(name: string, { newState, currentTarget }: ToggleEvent, awaitsFocus: boolean): void {
    const surface = currentTarget as HTMLElement;
    if (newState !== 'open') {
      if (surface === this.#shown?.surface) this.#shown.hadFocus = surface.contains(focusedIn(surface));
      return;
    }
    this.#shown?.watch.abort();
    const watch = new AbortController();
    this.#shown = { name, surface, watch, awaitsFocus, hadFocus: false };
    follow(surface, watch.signal);
    this.#views.get(name)?.load();
    this.host.requestUpdate();
  }

  /** The `toggle` event fires in a later task. */
  readonly #toggled = ({ newState, currentTarget }: ToggleEvent): void => {
    if (currentTarget !== this.#shown?.surface) return;
    if (newState === 'open') this.#focusInside();
    else this.#closed();
  };

  /** Handles Escape, because WebKit would also close the surrounding dialog. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event) || !this.#shown) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  /** Closes the popover when the focus leaves it, so that it does not cover the control that is focused next. */
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    const surface = this.#shown?.surface;
    if (!surface || !(relatedTarget instanceof Node)) return;
    if (!surface.contains(relatedTarget) && relatedTarget !== buttonOf(surface)) this.close();
  };

  /**
   * Focuses the selected control or else the first one, as soon as it has rendered, unless the operator has moved on.
   */
  #focusInside(): void {
    const { surface, awaitsFocus } = this.#shown!;
    if (!awaitsFocus || !surface.matches(':popover-open')) return;
    const target =
      surface.querySelector<HTMLElement>('[aria-pressed=true]') ??
      surface.querySelector<HTMLElement>(':is(input, select, button, summary):not(:disabled)');
    if (!target) return;
    this.#shown!.awaitsFocus = false;
    if (isNowhere(surface.ownerDocument) || focusedIn(surface) === buttonOf(surface)) target.focus();
  }

  #closed(): void {
    if (!this.#shown) return;
    const { surface, watch, hadFocus } = this.#shown;
    watch.abort();
    this.#shown = undefined;
    // Not every browser restores the focus in a shadow tree. A click elsewhere has already moved it.
    if (hadFocus) buttonOf(surface).focus();
    this.host.requestUpdate();
  }
}

class OpensNext extends Directive {
  render() {
    return nothing;
  }

  override update({ element }: ElementPart) {
    (element as HTMLButtonElement).popoverTargetElement = element.nextElementSibling;
    return nothing;
  }
}

/** Makes the button open and close the next element as its popover, natively. */
const opensNext = directive(OpensNext);

const buttonOf = (surface: HTMLElement) => surface.previousElementSibling as HTMLButtonElement;

const focusedIn = (surface: HTMLElement): Element | null => (surface.getRootNode() as ShadowRoot).activeElement;

const isNowhere = ({ activeElement, body }: Document): boolean => !activeElement || activeElement === body;

/** Keeps a popover beside the element before it while anything scrolls or changes its size. */
export function follow(surface: HTMLElement, signal: AbortSignal): void {
  const button = buttonOf(surface);
  const move = (): void => {
    if (surface.matches(':popover-open')) place(surface, button);
  };
  // A `ResizeObserver` first calls back before the next paint.
  const resize = new ResizeObserver(move);
  for (const element of [surface, button]) resize.observe(element);
  signal.addEventListener('abort', () => resize.disconnect());
  addEventListener('resize', move, { signal });
  // A scroll event in a shadow tree does not propagate out of it.
  for (let root = surface.getRootNode(); ; root = root.host.getRootNode()) {
    root.addEventListener('scroll', move, { signal, capture: true, passive: true });
    if (!(root instanceof ShadowRoot)) return;
  }
}
