import type { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import { Preference, preferenceScopes, type PreferenceScope } from '../../domain/preference.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { WriteController, type WriteState } from '../../element/write-controller.ts';
import { requestOf } from '../refined-list-controller.ts';
import { readChoices, type ListChoices, type SavedView, type ViewState } from '../../data/list-choices.ts';
import type { ChoosableWidget, ShownChoices } from '../choosable-widget.ts';
import { KeptList } from './kept-list.ts';

const methods = { personal: 'set', shared: 'setShared' } as const;
const operations = { personal: 'preferences.set', shared: 'preferences.setShared' } as const;
/** The intention of what is kept without being asked, beside those of the menu. */
const silent = 'keep';

/** Changes what is stored. Applied again to what somebody else has stored meanwhile. */
export type Change = (choices: ListChoices) => ListChoices;

/**
 * What operators have chosen for one list, in the port `preferences`: columns, rows per page and order, which the list
 * begins with, and views, which the operator or everybody can apply.
 */
export class ListPreferences {
  readonly host: WidgetHost;
  readonly list: KeptList;
  /** The view that the operator has applied. */
  view: SavedView | undefined;
  readonly #key: string;
  readonly #writes: WriteController;
  readonly #stored = new Map<PreferenceScope, Preference>();
  /** The scopes that the server has refused: without a customer on the page, permissions are not known before. */
  readonly #denied = new Set<PreferenceScope>();
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(host: WidgetHost, key: string, widget: ChoosableWidget, choices: ShownChoices) {
    this.host = host;
    this.list = new KeptList(widget, choices, this);
    this.#key = key;
    this.#writes = new WriteController(host);
  }

  /** Fetches what is stored in a scope, unless that has been done. */
  async read(scope: PreferenceScope, again = false): Promise<void> {
    if (!again && this.#stored.has(scope)) return;
    const { locale, timeZone } = this.host.l10n;
    const options = { signal: AbortSignal.timeout(10_000), locale, timeZone };
    this.#stored.set(scope, check(Preference, await this.#port!.get!(scope, this.#key, options)));
    this.host.requestUpdate();
  }

  /** Returns what is stored in a scope. */
  choices(scope: PreferenceScope): ListChoices {
    return readChoices(this.#stored.get(scope)?.value ?? {});
  }

  /** The scopes that the platform can store and the operator may change. */
  get scopes(): readonly PreferenceScope[] {
    return preferenceScopes.filter((scope) => this.host.can(operations[scope]) && !this.#denied.has(scope));
  }

  /** `true` if the list shows something else than the applied view. */
  get isChanged(): boolean {
    return this.view !== undefined && textOf(this.view) !== textOf(this.list.state);
  }

  /** Shows what the operator has chosen for the list before. */
  showKept(): void {
    this.view = undefined;
    this.list.begin(this.choices('personal'));
  }

  /** Shows a view. */
  apply(view: SavedView): void {
    this.view = view;
    this.list.show(view);
  }

  /** Keeps what the operator has chosen for the list, unless it is the change of a view. A failure is no loss. */
  keep(change: Partial<Omit<ListChoices, 'views'>>): void {
    // Permissions that are still loading must not lose a choice: if it is not allowed, the server says so.
    const { state } = this.host.permissions.of(operations.personal);
    if (this.view || !this.#port?.set || state === 'denied') return;
    this.#keeping = this.#keeping.then(async () => {
      const before = this.choices('personal');
      if (JSON.stringify({ ...before, ...change }) === JSON.stringify(before)) return;
      await this.change('personal', silent, (choices) => ({ ...choices, ...change }));
    });
  }

  /** Returns the state of a write. */
  state(intention: string): WriteState {
    return this.#writes.state(intention);
  }

  /** Forgets an outcome: the operator wants something else. One that is unknown stays, until it is resolved. */
  reset(intention: string): void {
    if (this.state(intention).phase !== 'unknown') this.#writes.resetIntention(intention);
  }

  /**
   * Stores a change. Returns whether that is done. If somebody else has stored something meanwhile, the change is applied
   * to that, unless `isLost` says that it would overwrite what this operator has not seen.
   */
  async change(
    scope: PreferenceScope,
    intention: string,
    change: Change,
    isLost?: (current: ListChoices) => boolean,
  ): Promise<boolean> {
    if (this.state(intention).phase === 'unknown' && this.#port?.guarantees?.idempotency === false) {
      // Without idempotency, another attempt could write twice: what is stored shows whether the first has succeeded.
      this.#writes.resetIntention(intention);
      await this.read(scope, true).catch(() => {});
      return false;
    }
    for (let attempt = 0; ; attempt++) {
      const stored = await this.#write(scope, intention, change(this.choices(scope)));
      if (stored) return true;
      const state = this.state(intention);
      if (state.phase === 'refused' && state.error.code === 'forbidden') this.#denied.add(scope);
      const current = state.phase === 'refused' && currentOf(state.error);
      if (!current) return false;
      this.#stored.set(scope, current);
      this.host.requestUpdate();
      if (attempt >= 2 || isLost?.(this.choices(scope))) return false;
      this.#writes.resetIntention(intention);
    }
  }

  async #write(scope: PreferenceScope, intention: string, value: ListChoices): Promise<boolean> {
    // Without the members that are `undefined`.
    const content = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
    const version = this.#stored.get(scope)?.version ?? '0';
    const stored = await this.#writes.run(intention, {
      customerId: undefined,
      schema: Preference,
      ifVersion: version,
      send: ({ preferences }, options) => preferences?.[methods[scope]]?.(this.#key, { value: content }, options),
    });
    if (stored) this.#stored.set(scope, stored);
    this.host.requestUpdate();
    return stored !== undefined;
  }

  get #port() {
    return this.host.client?.adapter.preferences;
  }
}

/** Returns a text that is equal for states that show the same. */
const textOf = ({ query, columns, limit }: ViewState): string => JSON.stringify([requestOf(query), columns, limit]);

function currentOf({ code, current }: AdapterError): Preference | undefined {
  return code === 'conflict' ? (current as Preference | undefined) : undefined;
}
