import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { iconButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { adopt } from '../../ui/styles.ts';
import { idOf, type DashboardLayout, type LayoutWidget } from '../layout/layout.ts';
import type { CellFrame, LayoutView } from '../layout/layout-view.ts';
import {
  areaOf,
  moveWidget,
  orderedWidgets,
  placementOf,
  setHidden,
  stepFrom,
  type Area,
  type Move,
} from '../layout/placement.ts';
import { arrangeStyles } from './arrange.styles.ts';
import { Drag, type Drop } from './drag.ts';
import { Grab } from './grab.ts';
import { LayoutSaving, type ArrangeHost } from './saving.ts';
import { arrangeWords } from './words.en.ts';

/** Up, down, and six dots between them: the handle that a widget is moved by. */
const grip = 'M5.5 3.5v.01M5.5 8v.01M5.5 12.5v.01M10.5 3.5v.01M10.5 8v.01M10.5 12.5v.01';
const upIcon = 'M4.5 9.75L8 6.25l3.5 3.5';
const areas: readonly Area[] = ['main', 'full', 'end'];

/** The mode in which the operator arranges the page: by pointer, by keyboard, and by the controls of each widget. */
export class Arranging implements CellFrame {
  readonly #host: ArrangeHost;
  readonly #view: LayoutView;
  readonly #saving: LayoutSaving;
  readonly #drag: Drag;
  readonly #before: DashboardLayout;
  readonly #history: DashboardLayout[] = [];
  readonly #grab: Grab;
  #dragged: string | undefined;
  #drop: Drop | undefined;
  #announcement = '';

  constructor(host: ArrangeHost, view: LayoutView) {
    this.#host = host;
    this.#view = view;
    // What somebody else saves meanwhile does not replace what is being arranged.
    this.#before = view.layout;
    view.layout = this.#before;
    this.#saving = new LayoutSaving(host, view, () => this.#finish());
    adopt(host, arrangeStyles);
    this.#grab = new Grab({
      get layout() {
        return view.layout;
      },
      get isRtl() {
        return getComputedStyle(host).direction === 'rtl';
      },
      areasOf: (id) => ({ areas: this.#isWide ? areas : [], own: this.#areaOf(this.#widget(id)) }),
      step: (id, way) => this.#step(id, way, 'moved'),
      moveTo: (id, area) => this.#move({ id, area }, 'moved'),
      grabbed: (id) => this.#announce('grabbed', id),
      ended: (id, from, how) => this.#grabEnded(id, from, how),
      focus: (id) => this.#focus(`[data-handle="${id}"]`),
      hasFocus: async (id) => {
        await host.updateComplete;
        return (host.renderRoot as ShadowRoot).activeElement?.getAttribute('data-handle') === id;
      },
    });
    this.#drag = new Drag({
      root: host.renderRoot as ShadowRoot,
      isWide: () => this.#isWide,
      dragging: (id, drop) => {
        this.#dragged = id;
        this.#drop = drop;
        host.requestUpdate();
      },
      dropped: (id, drop) => this.#move({ id, ...drop }, 'dropped'),
    });
  }

  /** Ends the mode without a trace, such as when the host page sets another layout. */
  stop(): void {
    this.#drag.cancel();
  }

  render(): TemplateResult {
    const { words } = this;
    const { extensions, layout, circumstances } = this.#view;
    const hidden = orderedWidgets(extensions.visible(layout), circumstances).filter((widget) => this.#isHidden(widget));
    const available = extensions.available(layout);
    return html`<div class="arrange-bar" part="arrange-bar" role="group" aria-label=${words.arranging}>
      <div>
        <span class="strong">${words.arranging}</span>
        <span class="quiet">${words.help}</span>
      </div>
      ${this.#renderList(words.hiddenParts, 'show', hidden)} ${this.#renderList(words.availableParts, 'add', available)}
      <div>
        ${this.#button(words.undo, this.#undo, icons.returned, !this.#history.length)}
        ${this.#button(words.reset, this.#reset, undefined, this.#view.layout === this.#view.defaultOf('personal'))}
        ${this.#saving.render()} ${this.#button(words.cancel, this.#cancel)}
      </div>
      <div class="visually-hidden" role="status">${this.#saving.announcement || this.#announcement}</div>
    </div>`;
  }

  #renderList(label: string, act: 'show' | 'add', widgets: readonly LayoutWidget[]): TemplateResult | typeof nothing {
    if (!widgets.length) return nothing;
    const button = (widget: LayoutWidget) =>
      this.#button(this.#text(act, widget), () => this.#show(widget), icons.plus);
    return html`<div><span class="quiet">${label}</span> ${widgets.map(button)}</div>`;
  }

  cell(widget: LayoutWidget, content: TemplateResult): TemplateResult {
    const { words } = this;
    const id = idOf(widget);
    const isOver = this.#drop?.to.id === id;
    const classes = {
      dragged: this.#dragged === id,
      'drop-before': isOver && this.#drop?.to.side === 'before',
      'drop-after': isOver && this.#drop?.to.side === 'after',
      [`drop-${this.#drop?.area ?? 'full'}`]: isOver,
    };
    const step = (way: 'up' | 'down') =>
      iconButton({
        label: this.#text(way, widget),
        path: way === 'up' ? upIcon : icons.down,
        disabled: !this.#stepFrom(id, way),
        onClick: () => this.#step(id, way, 'dropped'),
      });
    return html`<div class="cell arranged ${classMap(classes)}" data-widget=${id}>
      <div class="handle-bar" @pointerdown=${(event: PointerEvent) => this.#press(event, id)}>
        <button
          type="button"
          class="button ghost grip"
          part="handle"
          data-handle=${id}
          aria-pressed=${this.#grab.id === id ? 'true' : 'false'}
          aria-label=${this.#text('handle', widget)}
          @click=${() => this.#grab.toggle(id)}
          @keydown=${(event: KeyboardEvent) => this.#grab.handleKey(event, id)}
          @blur=${() => void this.#grab.left(id)}
        >
          ${icon(grip)}${this.#view.titleOf(widget)}
        </button>
        ${step('up')}${step('down')}
        ${
          this.#isWide
            ? html`<select
                part="input"
                aria-label=${this.#text('area', widget)}
                @change=${({ target }: Event) =>
                  this.#move({ id, area: (target as HTMLSelectElement).value as Area }, 'dropped')}
              >
                ${areas.map(
                  (area) =>
                    html`<option value=${area} .selected=${live(this.#areaOf(widget) === area)}>
                      ${words[area]}
                    </option>`,
                )}
              </select>`
            : nothing
        }
        ${iconButton({ label: this.#text('hide', widget), path: icons.eyeOff, onClick: () => this.#hide(widget) })}
      </div>
      <div class="content" .inert=${true}>
        ${this.#view.isUnknown(widget) ? html`<p class="quiet body">${words.unknownPart}</p>` : content}
      </div>
    </div>`;
  }

  private get words() {
    return this.#host.l10n.words(arrangeWords);
  }

  #button(label: string, onClick: () => void, path?: string, disabled = false): TemplateResult {
    return html`<button type="button" class="button" part="button" ?disabled=${disabled} @click=${onClick}>
      ${path ? icon(path) : nothing}${label}
    </button>`;
  }

  #text(name: 'handle' | 'hide' | 'show' | 'add' | 'area' | 'up' | 'down', widget: LayoutWidget): string {
    return this.#host.l10n.text(this.words[name], { what: this.#view.titleOf(widget) });
  }

  get #isWide(): boolean {
    return this.#view.circumstances.device === 'wide';
  }

  #isHidden(widget: LayoutWidget): boolean {
    return placementOf(widget, this.#view.circumstances).hidden === true;
  }

  #areaOf(widget: LayoutWidget): Area {
    return areaOf(placementOf(widget, this.#view.circumstances));
  }

  #stepFrom(id: string, way: 'up' | 'down'): Move['to'] {
    return stepFrom(this.#view.layout, id, way, this.#view.circumstances);
  }

  #widget(id: string): LayoutWidget {
    return this.#view.layout.widgets.find((widget) => idOf(widget) === id)!;
  }

  /** Says where a widget is. */
  #place(id: string): string {
    const { layout, circumstances } = this.#view;
    const shown = orderedWidgets(layout, circumstances).filter((widget) => !this.#isHidden(widget));
    const area = this.#isWide ? this.#areaOf(this.#widget(id)) : 'full';
    const position = shown.findIndex((widget) => idOf(widget) === id) + 1;
    return this.#host.l10n.text(this.words.place, { position, count: shown.length, area: this.words[area] });
  }

  #announce(name: 'grabbed' | 'moved' | 'dropped' | 'nowShown', id: string): void {
    const values = { what: this.#view.titleOf(this.#widget(id)), place: this.#place(id) };
    this.#announcement = this.#host.l10n.text(this.words[name], values);
    this.#host.requestUpdate();
  }

  #change(layout: DashboardLayout): void {
    if (layout === this.#view.layout) return;
    if (this.#grab.id === undefined) this.#history.push(this.#view.layout);
    this.#saving.reset();
    this.#view.layout = layout;
  }

  #move(move: Move, said: 'moved' | 'dropped'): void {
    this.#change(moveWidget(this.#view.layout, move, this.#view.circumstances));
    this.#announce(said, move.id);
  }

  #step(id: string, way: 'up' | 'down', said: 'moved' | 'dropped'): void {
    const to = this.#stepFrom(id, way);
    if (to) this.#move({ id, to }, said);
  }

  #hide(widget: LayoutWidget): void {
    const what = this.#view.titleOf(widget);
    this.#change(setHidden(this.#view.layout, widget, true, this.#view.circumstances));
    this.#announcement = this.#host.l10n.text(this.words.nowHidden, { what });
    this.#focus('.arrange-bar button:not(:disabled)');
  }

  #show(widget: LayoutWidget): void {
    const id = idOf(widget);
    this.#change(setHidden(this.#view.layout, widget, false, this.#view.circumstances));
    this.#announce('nowShown', id);
    this.#focus(`[data-handle="${id}"]`);
  }

  readonly #undo = (): void => {
    const before = this.#history.pop();
    if (!before) return;
    this.#saving.reset();
    this.#view.layout = before;
    this.#announcement = this.words.undone;
  };

  readonly #reset = (): void => {
    this.#change(this.#view.defaultOf('personal'));
    this.#announcement = this.words.isDefault;
  };

  readonly #cancel = (): void => {
    this.#view.layout = this.#before;
    this.#finish();
  };

  #finish(): void {
    this.stop();
    this.#host.arranging = false;
    this.#focus('[part~=arrange]');
  }

  #press(event: PointerEvent, id: string): void {
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest('select, button:not(.grip)')) return;
    this.#drag.start(event, id);
  }

  /** Records the changes of one grab as one step of the history. */
  #grabEnded(id: string, from: DashboardLayout | undefined, how: 'dropped' | 'left' | 'back'): void {
    if (from && how === 'back') this.#view.layout = from;
    else if (from) this.#history.push(from);
    if (how === 'dropped') this.#announce('dropped', id);
    if (how === 'back')
      this.#announcement = this.#host.l10n.text(this.words.putBack, { what: this.#view.titleOf(this.#widget(id)) });
    this.#host.requestUpdate();
  }

  #focus(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      (this.#host.renderRoot as ParentNode).querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
