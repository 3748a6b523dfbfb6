import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Localization } from '../../i18n/localization.ts';
import { failure } from '../../element/element-states.ts';
import { buttonStyles } from '../../ui/button.ts';
import { stateStyles } from '../../ui/state-view.ts';
import type { PreferenceScope } from '../../domain/preference.ts';
import { adopt } from '../../ui/styles.ts';
import { LayoutProblemEvent } from '../customer-dashboard.events.ts';
import type { Extensions } from '../extensions/extensions.ts';
import { LayoutExtensions } from '../extensions/layout-extensions.ts';
import { LayoutElements, slotOf } from './layout-elements.ts';
import { idOf, readLayout, textIn, type DashboardLayout, type Device, type LayoutWidget } from './layout.ts';
import { LayoutPreferences, type PreferencesHost } from './layout-preferences.ts';
import { layoutStyles } from './layout.styles.ts';
import { place, type Band, type Circumstances, type PlacedSection } from './placement.ts';
import { defaultLayout, presets } from './presets.ts';
import { layoutWords } from './words.en.ts';

/** The dashboard that a layout is for. */
export interface LayoutHost extends HTMLElement, PreferencesHost {
  readonly layout?: DashboardLayout | string | null;
  readonly operatorRole?: string | undefined;
  readonly l10n: Localization;
  readonly renderRoot: Node;
  requestUpdate(): void;
}

/** Renders what a widget stands in, while the page is arranged. */
export interface CellFrame {
  cell(widget: LayoutWidget, content: TemplateResult): TemplateResult;
}

/** Reads, places and renders the layout of a dashboard. */
export class LayoutView {
  readonly #host: LayoutHost;
  readonly #elements: LayoutElements;
  readonly extensions: LayoutExtensions;
  // In a frame of its own: another width class changes the size that is being observed.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#resized()));
  readonly preferences: LayoutPreferences;
  /** What the host page has set as `layout`, and the layout that it means. */
  #set: unknown;
  #given: DashboardLayout = defaultLayout;
  /** The layout while it is arranged, and until it is stored or another one is set. */
  #arranged: DashboardLayout | undefined;
  #device: Device = 'wide';
  #said = '';
  /** The anchor that is kept in view while widgets above it are loading. */
  #anchor: { readonly id: string; readonly until: number } | undefined;

  constructor(host: LayoutHost, getExtensions: () => Extensions | undefined) {
    this.#host = host;
    this.preferences = new LayoutPreferences(host, () => host.requestUpdate());
    this.#elements = new LayoutElements(host, () => host.requestUpdate(), {
      getExtensions,
      keyOf: (widget) => this.preferences.keyOf(idOf(widget)),
    });
    this.extensions = new LayoutExtensions(getExtensions, (widget) => this.#elements.isExtension(widget));
    for (const styles of [buttonStyles, stateStyles, layoutStyles]) adopt(host, styles);
    this.connect();
    this.#follow();
  }

  /** The layout as it is shown: what is being arranged, what is stored, or that of the host page. */
  get layout(): DashboardLayout {
    return this.extensions.extended(this.#arranged ?? this.preferences.layout ?? this.#given);
  }

  /** Sets the layout to show until the host page sets another. */
  set layout(layout: DashboardLayout) {
    this.#arranged = layout;
    this.#host.requestUpdate();
  }

  /** The layout of an operator who has none, that of everybody or of the host page; of everybody, that of the page. */
  defaultOf(scope: PreferenceScope): DashboardLayout {
    return this.extensions.extended((scope === 'personal' && this.preferences.sharedLayout) || this.#given);
  }

  get words() {
    return this.#host.l10n.words(layoutWords);
  }

  get circumstances(): Circumstances {
    return { role: this.#host.operatorRole, device: this.#device };
  }

  titleOf(widget: LayoutWidget): string {
    return this.#elements.titleOf(widget, this.#host.l10n.locale);
  }

  /** Returns `true` if no script has defined the tag of a widget. */
  isUnknown(widget: LayoutWidget): boolean {
    return this.#elements.isUnknown(widget);
  }

  connect(): void {
    this.#measure();
    this.#observer.observe(this.#host);
    globalThis.addEventListener('hashchange', this.#follow);
    for (const type of inputs) globalThis.addEventListener(type, this.#release, { passive: true });
  }

  disconnect(): void {
    this.#observer.disconnect();
    globalThis.removeEventListener('hashchange', this.#follow);
    for (const type of inputs) globalThis.removeEventListener(type, this.#release);
  }

  /** Gives the children of the host page back. */
  clear(): void {
    this.disconnect();
    this.#elements.clear();
  }

  /** Reads the layout if it is another, and gives its widgets their elements. Called before each render. */
  update(): void {
    const { layout, l10n } = this.#host;
    if (layout !== this.#set) this.#read((this.#set = layout));
    this.preferences.update();
    if (this.preferences.isLoading) return;
    const { layout: current } = this;
    const shown = place(this.extensions.visible(current), this.circumstances).flatMap(({ bands }) =>
      bands.flatMap(({ main, end }) => [...main, ...end]),
    );
    this.#elements.show(shown, current.widgets, l10n.locale);
    const unknown = shown.filter((widget) => this.isUnknown(widget));
    this.#report(unknown.map(({ tag }) => `<${tag}> is not defined on this page, so its place stays empty.`));
  }

  render(frame?: CellFrame): TemplateResult {
    const { l10n } = this.#host;
    if (this.preferences.isLoading) return html``;
    const sections = place(this.extensions.visible(this.layout), this.circumstances);
    return html`${this.#renderLinks(sections)}
      <div class="placed ${this.#device}">
        ${repeat(
          sections,
          ({ id }) => id ?? '',
          (section) => this.#renderSection(section, textIn(section.heading, l10n.locale), frame),
        )}
        <slot></slot>
      </div>`;
  }

  #renderLinks(sections: readonly PlacedSection[]): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    const named = sections.flatMap(({ id, heading }) => {
      const text = textIn(heading, l10n.locale);
      return id && text ? [{ id, text }] : [];
    });
    if (named.length < 2) return nothing;
    const { sections: label } = this.words;
    return html`<nav class="sections" part="sections" aria-label=${label}>
      ${named.map(({ id, text }) => html`<a class="link" part="section-link" href="#${id}" @click=${this.#go}>${text}</a>`)}
    </nav>`;
  }

  #renderSection({ id, bands }: PlacedSection, heading: string | undefined, frame?: CellFrame): TemplateResult {
    const title = heading
      ? html`<h2 class="section-heading" part="section-heading" id="heading-${id}">${heading}</h2>`
      : nothing;
    const cells = repeat(bands, bandKey, (band) => this.#renderBand(band, frame));
    const sheet = html`${title}
      <div class="sheet" part="sheet">${cells}</div>`;
    return heading
      ? html`<section class="section" part="section" tabindex="-1" data-section=${id!} aria-labelledby="heading-${id}">
          ${sheet}
        </section>`
      : html`<div class="section" part="section" data-section=${id ?? nothing}>${sheet}</div>`;
  }

  #renderBand({ main, end }: Band, frame?: CellFrame): TemplateResult {
    const cells = (widgets: readonly LayoutWidget[]) =>
      repeat(widgets, idOf, (widget) => this.#renderCell(widget, frame));
    if (!end.length) return html`${cells(main)}`;
    const wide = html`<div class="column">${cells(main)}</div>`;
    const narrow = html`<div class="column end">${cells(end)}</div>`;
    return this.layout.side === 'start'
      ? html`<div class="band start">${narrow}${wide}</div>`
      : html`<div class="band">${wide}${narrow}</div>`;
  }

  #renderCell(widget: LayoutWidget, frame?: CellFrame): TemplateResult {
    const hasFailed = this.#elements.stateOf(widget) === 'failed';
    const slot = html`<slot name=${slotOf(widget)} ?hidden=${hasFailed}></slot>`;
    const content = this.#elements.isExtension(widget)
      ? this.extensions.card(widget, this.titleOf(widget), slot)
      : html`${hasFailed ? failure(this.#host.l10n, () => this.#elements.load(widget.tag)) : nothing} ${slot}`;
    if (frame) return frame.cell(widget, content);
    return this.isUnknown(widget)
      ? html``
      : html`<div class="cell" tabindex="-1" data-widget=${idOf(widget)}>${content}</div>`;
  }

  #read(given: unknown): void {
    const named = typeof given === 'string' ? given.trim() : given;
    const preset =
      typeof named === 'string' && Object.hasOwn(presets, named || 'default') ? presets[named || 'default'] : undefined;
    const isName = typeof named === 'string' && !/^[[{]/.test(named);
    this.#arranged = undefined;
    if (preset) this.#given = preset;
    else if (isName)
      this.#fallBack([`There is no layout named "${named}". There are: ${Object.keys(presets).join(', ')}.`]);
    else {
      const read = readLayout(named);
      if ('layout' in read) this.#given = read.layout;
      else this.#fallBack(read.problems);
    }
  }

  #fallBack(problems: readonly string[]): void {
    this.#given = defaultLayout;
    this.#report([...problems, 'The default layout is shown instead.']);
  }

  /** Says what is wrong with the layout, once. */
  #report(problems: readonly string[]): void {
    const text = problems.join(' ');
    if (!text || text === this.#said) return;
    this.#said = text;
    console.warn(`<${this.#host.localName} layout>: ${text}`);
    this.#host.dispatchEvent(new LayoutProblemEvent(problems));
  }

  /** Measures the width class. It is in em, as in the container queries of widgets. */
  #measure(): void {
    const { width } = this.#host.getBoundingClientRect();
    const box = (this.#host.renderRoot as ParentNode).querySelector('.dashboard') ?? this.#host;
    const em = Number.parseFloat(getComputedStyle(box).fontSize) || 14;
    const device = width < (480 / 14) * em ? 'narrow' : width < (960 / 14) * em ? 'medium' : 'wide';
    if (!width || device === this.#device) return;
    this.#device = device;
    this.#host.requestUpdate();
  }

  #resized(): void {
    if (!this.#host.isConnected) return;
    this.#measure();
    this.#scroll();
  }

  /** The id of a section is in the shadow tree, where the browser does not look for it. */
  readonly #follow = (event?: Event): void => {
    this.#goTo(fragment());
    // The browser would move the place of the focus, if it found the target.
    if (event) this.#find(fragment())?.focus({ preventScroll: true });
  };

  #goTo(id: string): void {
    this.#anchor = id ? { id, until: performance.now() + settling } : undefined;
    this.#scroll();
  }

  #scroll(): void {
    const { id, until = 0 } = this.#anchor ?? {};
    if (id && performance.now() < until) this.#find(id)?.scrollIntoView({ block: 'start' });
  }

  /** From now on, the operator decides what is in view. */
  readonly #release = (): void => {
    this.#anchor = undefined;
  };

  readonly #go = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const id = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
    // The URL is replaced without `hashchange`, because the router of a page may read it as a route.
    history.replaceState(history.state, '', `#${id}`);
    this.#goTo(id);
    this.#find(id)?.focus({ preventScroll: true });
  };

  #find(id: string): HTMLElement | undefined {
    const all = (this.#host.renderRoot as ParentNode).querySelectorAll<HTMLElement>('[data-section], [data-widget]');
    return [...all].find(({ dataset }) => (dataset['section'] ?? dataset['widget']) === id);
  }
}

/** The time in milliseconds during which an anchor stays in view. */
const settling = 5000;
const inputs = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Returns the decoded fragment of the URL. One that is not encoded text, which others may have chosen, names nothing. */
function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

const bandKey = ({ main: [first], end }: Band): string => `${first ? idOf(first) : ''} ${end.length > 0}`;
