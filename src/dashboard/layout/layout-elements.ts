import type { Extensions } from '../extensions/extensions.ts';
import { manifestOf } from '../extensions/registry.ts';
import { loadWidget } from '../load-widget.ts';
import { idOf, textIn, type LayoutWidget } from './layout.ts';

/** The state of a widget's element. `unknown`: no script of the page has defined the tag so far. */
export type ElementState = 'there' | 'loading' | 'failed' | 'unknown';

/** Returns the name of a widget's slot. */
export const slotOf = (widget: Pick<LayoutWidget, 'id' | 'tag'>): string => `widget-${idOf(widget)}`;

export interface LayoutElementsOptions {
  readonly getExtensions: () => Extensions | undefined;
  /** Returns the key under which a widget keeps what operators choose in it. */
  readonly keyOf: (widget: LayoutWidget) => string | undefined;
}

/**
 * The elements of a layout, as children of the dashboard: those that the host page has put there, and those that the
 * dashboard adds. They are placed by slots, so an element that moves on screen neither moves in the DOM nor reconnects,
 * and a framework finds its children as it left them.
 */
export class LayoutElements {
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  readonly #getExtensions: () => Extensions | undefined;
  readonly #keyOf: LayoutElementsOptions['keyOf'];
  /** The elements that the dashboard has added, by the id of their widget. */
  readonly #own = new Map<string, HTMLElement>();
  /** The children of the host page that have got a slot. */
  readonly #slotted = new Set<Element>();
  /** The headings that were on screen, by the id of their widget. */
  readonly #titles = new Map<string, string>();
  readonly #states = new Map<string, Exclude<ElementState, 'there'>>();

  constructor(host: HTMLElement, changed: () => void, { getExtensions, keyOf }: LayoutElementsOptions) {
    this.#host = host;
    this.#changed = changed;
    this.#getExtensions = getExtensions;
    this.#keyOf = keyOf;
  }

  /** Returns `true` if the dashboard adds a widget of others, which is registered with a manifest. */
  isExtension(widget: LayoutWidget): boolean {
    const isRegistered = !loadWidget(widget.tag) && manifestOf(widget.tag) !== undefined;
    return isRegistered && !this.#hostsOwn().some((child) => isFor(child, widget));
  }

  stateOf({ tag }: Pick<LayoutWidget, 'tag'>): ElementState {
    return customElements.get(tag) ? 'there' : (this.#states.get(tag) ?? 'loading');
  }

  /** Returns the heading of a widget in the layout or on screen, otherwise its tag in words. */
  titleOf(widget: LayoutWidget, locale: string): string {
    const { tag } = widget;
    const id = idOf(widget);
    const element = [...this.#host.children].find(({ slot }) => slot === slotOf(widget));
    const panel = element?.shadowRoot?.querySelector('[part~=panel]');
    const shown = panel?.getAttribute('aria-label') ?? panel?.querySelector('[part~=heading]')?.textContent?.trim();
    const named = textIn(widget.heading ?? manifestOf(tag)?.title, locale);
    const title = named || shown || this.#titles.get(id);
    if (title) this.#titles.set(id, title);
    return title || tag.charAt(0).toUpperCase() + tag.slice(1).replaceAll('-', ' ');
  }

  /** Returns `true` if no child of the host page has this tag, and nothing that the page has loaded defines it. */
  isUnknown(widget: LayoutWidget): boolean {
    return (
      this.stateOf(widget) === 'unknown' &&
      !manifestOf(widget.tag) &&
      !this.#hostsOwn().some((child) => isFor(child, widget))
    );
  }

  /** Gives each widget its element. Others that the dashboard has added are removed. */
  show(widgets: readonly LayoutWidget[], all: readonly LayoutWidget[], locale: string): void {
    const free = new Set(this.#hostsOwn());
    const taken = new Map<string, Element>();
    for (const widget of all) {
      const child = [...free].find((one) => isFor(one, widget));
      if (!child) continue;
      free.delete(child);
      taken.set(idOf(widget), child);
      this.#slotted.add(child);
      if (child.slot !== slotOf(widget)) child.slot = slotOf(widget);
    }
    for (const child of free) this.#release(child);
    const own = widgets.filter((widget) => !taken.has(idOf(widget)));
    for (const [id, element] of this.#own) {
      if (own.some((widget) => idOf(widget) === id && widget.tag === element.localName)) continue;
      this.#getExtensions()?.remove(id);
      element.remove();
      this.#own.delete(id);
    }
    for (const widget of own) this.#showOwn(widget, locale);
  }

  /** Removes what the dashboard has added, and gives the host's children back as they were. */
  clear(): void {
    for (const element of this.#own.values()) element.remove();
    this.#own.clear();
    for (const child of this.#slotted) this.#release(child);
  }

  /** Loads the widget of a tag, again after a failure. */
  load(tag: string): void {
    if (customElements.get(tag) || this.#states.get(tag) === 'loading') return;
    const load = loadWidget(tag);
    if (!load) {
      if (!this.#states.has(tag)) void customElements.whenDefined(tag).then(this.#changed);
      this.#states.set(tag, 'unknown');
      return;
    }
    this.#states.set(tag, 'loading');
    load().then(
      () => this.#settled(tag, undefined),
      () => this.#settled(tag, 'failed'),
    );
  }

  #settled(tag: string, state: 'failed' | undefined): void {
    if (state) this.#states.set(tag, state);
    else this.#states.delete(tag);
    this.#changed();
  }

  /** The children that belong to the host page and have no slot of its own choice. */
  #hostsOwn(): readonly Element[] {
    const own = new Set<Element>(this.#own.values());
    return [...this.#host.children].filter((child) => !own.has(child) && (!child.slot || this.#slotted.has(child)));
  }

  #release(child: Element): void {
    if (this.#slotted.delete(child)) child.removeAttribute('slot');
  }

  #showOwn(widget: LayoutWidget, locale: string): void {
    if (this.isExtension(widget)) {
      const shown = this.#getExtensions()?.show(widget, (element) => this.#apply(element, widget, locale));
      if (!shown) this.#own.delete(idOf(widget));
      return;
    }
    this.load(widget.tag);
    if (this.stateOf(widget) === 'unknown') return;
    this.#apply(this.#own.get(idOf(widget)) ?? document.createElement(widget.tag), widget, locale);
  }

  /** Sets what the layout says about an element, and puts it into the page. */
  #apply(element: HTMLElement, widget: LayoutWidget, locale: string): void {
    const { attributes = {}, id } = widget;
    const wanted = new Map<string, string>([['slot', slotOf(widget)]]);
    if (id) wanted.set('id', id);
    const key = loadWidget(widget.tag) && this.#keyOf(widget);
    if (key) wanted.set('preference-key', key);
    for (const [name, value] of Object.entries(attributes))
      if (value !== false) wanted.set(name.toLowerCase(), value === true ? '' : String(value));
    for (const name of element.getAttributeNames())
      if (!wanted.has(name) && (this.#named.get(element)?.has(name) ?? false)) element.removeAttribute(name);
    for (const [name, value] of wanted) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    this.#named.set(element, new Set(wanted.keys()));
    setHeading(element, textIn(widget.heading, locale));
    this.#own.set(idOf(widget), element);
    if (element.parentNode !== this.#host) this.#host.append(element);
  }

  /** The attributes that come from the layout, not from the element itself. */
  readonly #named = new WeakMap<Element, ReadonlySet<string>>();
}

/** Returns whether a child of the host page is the element of a widget: by its id, or by its tag. */
const isFor = (child: Element, { id, tag }: LayoutWidget): boolean =>
  child.localName === tag && (id === undefined || child.id === id);

/** Puts a heading into the slot of the widget, or takes it out. */
function setHeading(element: Element, text: string | undefined): void {
  const there = element.querySelector(':scope > [slot="heading"]');
  if (text === undefined) return there?.remove();
  const heading = there ?? element.appendChild(document.createElement('span'));
  heading.slot = 'heading';
  if (heading.textContent !== text) heading.textContent = text;
}
