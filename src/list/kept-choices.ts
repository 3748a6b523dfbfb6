import type { DashboardClient } from '../data/client.ts';
import { importWithWords } from '../element/lazy.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import type { ChoosableWidget, ShownChoices } from './choosable-widget.ts';
import type { FurtherTool } from './list-tools.ts';
import type { ListPreferences } from './preferences/list-preferences.ts';
import type { ViewsTool } from './preferences/views-tool.ts';
import type { ListRefinement } from './refined-list-controller.ts';

/** The longest time that the rows wait for what the operator has chosen before. Milliseconds. */
const patience = 1000;

/**
 * The columns, the rows per page and the order that the operator has chosen for a list. They and the views are kept in the
 * port `preferences` of the adapter, if the list has a key; what does that is loaded then. The first rows wait for what is
 * stored there, so that they are fetched once.
 */
export class KeptChoices implements ShownChoices {
  /** The columns that the operator has chosen. */
  columns: readonly string[] | undefined;
  /** The rows per page that the operator has chosen. */
  rows: number | undefined;
  readonly #host: WidgetHost;
  readonly #widget: ChoosableWidget;
  #client: DashboardClient | undefined;
  #key: string | undefined;
  #count = 0;
  #preferences: ListPreferences | ViewsTool | undefined;
  #isWaiting = false;
  #lastChange: ListRefinement | undefined;

  constructor(host: WidgetHost, widget: ChoosableWidget) {
    this.#host = host;
    this.#widget = widget;
  }

  /** `true` while the first rows should wait. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** The tool of the views, if the list has one, once what is stored has been read. */
  get tool(): FurtherTool | undefined {
    const preferences = this.#preferences;
    return preferences && 'render' in preferences ? preferences : undefined;
  }

  /** The choices that the list begins with, for each customer: the kept order, unless the host page sets one. */
  get start(): ListRefinement {
    return this.#preferences?.list.start ?? {};
  }

  /** Shows other columns, or those of the host page, and keeps them. */
  showColumns(columns: readonly string[] | undefined): void {
    this.choose(columns, this.rows);
    this.#preferences?.keep({ columns });
  }

  /** Shows columns and rows per page. */
  choose(columns: readonly string[] | undefined, rows: number | undefined): void {
    this.columns = columns;
    this.rows = rows;
    this.#host.requestUpdate();
  }

  /** Reads what is stored for another adapter or key. Called before each update. */
  update(): void {
    const { client } = this.#host;
    const given = client?.adapter.preferences?.get && this.#widget.key();
    const key = given && given !== 'none' ? given : undefined;
    if (client === this.#client && key === this.#key) return;
    this.#preferences?.list.begin({});
    this.#client = client;
    this.#key = key;
    this.#preferences = undefined;
    this.#isWaiting = key !== undefined;
    if (key !== undefined) void this.#load(key, ++this.#count);
  }

  /** Keeps the order, if the operator has changed it. Called after each update. */
  updated(): void {
    const { change } = this.#widget.active();
    if (change === this.#lastChange) return;
    this.#lastChange = change;
    this.#preferences?.list.keepOrder(change);
  }

  /** A view shows rows of one customer. What is kept applies to the next one too. */
  customerChanged(): void {
    if (this.#preferences?.view) this.#preferences.showKept();
  }

  async #load(key: string, number: number): Promise<void> {
    const isCurrent = (): boolean => number === this.#count && key === this.#key;
    const begin = (): void => {
      if (!isCurrent() || !this.#isWaiting) return;
      this.#isWaiting = false;
      this.#host.requestUpdate();
    };
    const timer = setTimeout(begin, patience);
    try {
      const preferences = await this.#open(key, number);
      // If that fails, it is read again when the views are opened.
      await preferences.read('personal').catch(() => {});
      if (!isCurrent()) return;
      this.#preferences = preferences;
      const isUntouched = !this.columns && Object.keys(this.#widget.active().chosen).length === 0;
      if (isUntouched) preferences.showKept();
    } catch {
      // Without its preferences, a list is still a list.
    } finally {
      clearTimeout(timer);
      begin();
      this.#host.requestUpdate();
    }
  }

  /** Loads what reads and writes the choices, with the tool of the views if the list has one. */
  async #open(key: string, number: number): Promise<ListPreferences | ViewsTool> {
    const host = this.#host;
    if (!this.#widget.hasViews) {
      const { ListPreferences: Preferences } = await import('./preferences/list-preferences.ts');
      return new Preferences(host, key, this.#widget, this);
    }
    const { ViewsTool: Tool } = await importWithWords(host, () => import('./preferences/views-tool.ts'));
    return new Tool(host, key, this.#widget, this, number);
  }
}
