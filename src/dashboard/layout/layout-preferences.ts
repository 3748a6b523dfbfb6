import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { Permissions } from '../../domain/operator.ts';
import { Preference, preferenceScopes, type PreferenceScope } from '../../domain/preference.ts';
import { idOf, readLayout, type DashboardLayout } from './layout.ts';

/** The dashboard whose preferences they are. */
export interface PreferencesHost {
  readonly client: { readonly adapter: Adapter } | undefined;
  readonly activeCustomer: string | undefined;
  readonly preferenceKey: string;
  readonly arrangeable: boolean;
}

const methods = { personal: 'set', shared: 'setShared' } as const;

/** The operators' choices for the dashboard: the layout, and the columns of each widget. */
interface Chosen {
  readonly layout?: DashboardLayout | undefined;
  readonly columns?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The preferences of a dashboard, in the adapter's port `preferences`. Those of the operator override the shared ones. */
export class LayoutPreferences {
  readonly #host: PreferencesHost;
  readonly #changed: () => void;
  readonly #stored = new Map<PreferenceScope, Preference>();
  #loadedFrom: string | undefined;
  #adapter: Adapter | undefined;
  #permissions: Permissions = {};
  /** `true` until what is stored has arrived, so that no other layout flashes up before. */
  isLoading = false;
  /** The last write. The next one waits for it, because it is based on its version. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(host: PreferencesHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** The scopes that the platform can store and the operator may change. */
  get scopes(): readonly PreferenceScope[] {
    return preferenceScopes.filter((scope) => this.#port?.[methods[scope]] && !this.deniedReason(scope));
  }

  /** Returns why the operator may not save in a scope, in the words of the platform. */
  deniedReason(scope: PreferenceScope): string | undefined {
    const permission = this.#permissions[`preferences.${methods[scope]}`];
    return permission?.state === 'denied' ? (permission.reason ?? '') : undefined;
  }

  /** The layout that is stored. */
  get layout(): DashboardLayout | undefined {
    return this.#chosen('personal').layout ?? this.sharedLayout;
  }

  /** The layout of everybody, if one is stored. */
  get sharedLayout(): DashboardLayout | undefined {
    return this.#chosen('shared').layout;
  }

  /** Returns a layout with the columns that the operator has chosen as attributes. */
  withColumns(layout: DashboardLayout): DashboardLayout {
    const { columns } = this.#chosen('personal');
    if (!columns) return layout;
    const widgets = layout.widgets.map((widget) => {
      const own = Object.hasOwn(columns, idOf(widget)) ? columns[idOf(widget)] : undefined;
      return own ? { ...widget, attributes: { ...widget.attributes, columns: own.join(' ') } } : widget;
    });
    return { ...layout, widgets };
  }

  /** Fetches what is stored, again for another adapter or key. Called before each render. */
  update(): void {
    const { arrangeable, preferenceKey, activeCustomer } = this.#host;
    const from = arrangeable && this.#port?.get ? JSON.stringify([preferenceKey, activeCustomer]) : undefined;
    const adapter = this.#host.client?.adapter;
    if (from === this.#loadedFrom && adapter === this.#adapter) return;
    const isSameKey = adapter === this.#adapter && this.#loadedFrom !== undefined;
    this.#loadedFrom = from;
    this.#adapter = adapter;
    if (!isSameKey) this.#stored.clear();
    if (from === undefined) return;
    this.isLoading = !isSameKey;
    void this.#load(adapter!, from);
  }

  /** Stores a layout. Rejects with `conflict` if somebody else has stored another one, unless `isForced`. */
  save(layout: DashboardLayout | undefined, scope: PreferenceScope, isForced = false): Promise<void> {
    return this.#write(scope, { ...this.#chosen(scope), layout }, isForced);
  }

  /** Keeps the columns that the operator has chosen. A failure is no loss: the page shows them until it is left. */
  async keepColumns(id: string, names: readonly string[] | undefined): Promise<void> {
    if (!this.#loadedFrom || !this.scopes.includes('personal')) return;
    const { [id]: _, ...others } = this.#chosen('personal').columns ?? {};
    const columns = names ? { ...others, [id]: names } : others;
    await this.#write('personal', { ...this.#chosen('personal'), columns }, true).catch(() => {});
  }

  get #port() {
    return this.#host.client?.adapter.preferences;
  }

  /** Reads a stored value, which may be of another version of the page. What cannot be read is not there. */
  #chosen(scope: PreferenceScope): Chosen {
    const { layout, columns } = (this.#stored.get(scope)?.value ?? {}) as { layout?: unknown; columns?: unknown };
    const read = layout === undefined ? undefined : readLayout(layout);
    return {
      ...(read && 'layout' in read && { layout: read.layout }),
      ...(isColumns(columns) && { columns }),
    };
  }

  async #load(adapter: Adapter, from: string): Promise<void> {
    const [customerId, options] = [this.#host.activeCustomer, { signal: new AbortController().signal }];
    const read = async (scope: PreferenceScope): Promise<void> => {
      const stored = check(Preference, await adapter.preferences!.get!(scope, this.#host.preferenceKey, options));
      if (this.#loadedFrom === from) this.#stored.set(scope, stored);
    };
    const permitted = async (): Promise<void> => {
      if (customerId !== undefined) this.#permissions = (await adapter.permissions?.(customerId, options)) ?? {};
    };
    // A page without its preferences is still a page.
    await Promise.allSettled([...preferenceScopes.map(read), permitted()]);
    this.isLoading = false;
    this.#changed();
  }

  #write(scope: PreferenceScope, value: Chosen, isForced: boolean): Promise<void> {
    const written = this.#writing.catch(() => {}).then(() => this.#send(scope, value, isForced));
    this.#writing = written;
    return written;
  }

  async #send(scope: PreferenceScope, value: Chosen, isForced: boolean): Promise<void> {
    const write = this.#port?.[methods[scope]]?.bind(this.#port);
    if (!write) throw new AdapterError('unsupported');
    const { preferenceKey: key } = this.#host;
    const idempotencyKey = crypto.randomUUID();
    const ifVersion = this.#stored.get(scope)?.version ?? '0';
    const signal = new AbortController().signal;
    try {
      this.#stored.set(
        scope,
        check(Preference, await write(key, { value: { ...value } }, { idempotencyKey, ifVersion, signal })),
      );
    } catch (thrown) {
      const error = toAdapterError(thrown);
      const { current } = error;
      if (error.code !== 'conflict' || current === undefined) throw error;
      this.#stored.set(scope, check(Preference, current));
      if (!isForced) throw error;
      return this.#send(scope, value, false);
    }
  }
}

const isColumns = (value: unknown): value is Readonly<Record<string, readonly string[]>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'));
