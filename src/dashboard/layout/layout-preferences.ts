import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { Permissions } from '../../domain/operator.ts';
import { Preference, preferenceScopes, type PreferenceScope } from '../../domain/preference.ts';
import { readLayout, type DashboardLayout } from './layout.ts';

/** The dashboard whose preferences they are. */
export interface PreferencesHost {
  readonly client: { readonly adapter: Adapter } | undefined;
  readonly activeCustomer: string | undefined;
  readonly preferenceKey: string;
  readonly arrangeable: boolean;
}

/** The stored value: `null` if the default applies. */
type Stored = { readonly layout: DashboardLayout } | null;

const methods = { personal: 'set', shared: 'setShared' } as const;

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
    return this.#layoutOf('personal') ?? this.sharedLayout;
  }

  /** The layout of everybody, if one is stored. */
  get sharedLayout(): DashboardLayout | undefined {
    return this.#layoutOf('shared');
  }

  /** Returns the key under which a widget of the dashboard keeps what operators choose in it; `undefined`: nowhere. */
  keyOf(id: string): string | undefined {
    return this.#loadedFrom && `${this.#host.preferenceKey}/${id}`;
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
    return this.#write(scope, layout ? { layout } : null, isForced);
  }

  get #port() {
    return this.#host.client?.adapter.preferences;
  }

  /** Reads a stored layout, which may be of another version of the page. What cannot be read is not there. */
  #layoutOf(scope: PreferenceScope): DashboardLayout | undefined {
    const { layout } = (this.#stored.get(scope)?.value ?? {}) as { layout?: unknown };
    const read = layout === undefined ? undefined : readLayout(layout);
    return read && 'layout' in read ? read.layout : undefined;
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

  #write(scope: PreferenceScope, value: Stored, isForced: boolean): Promise<void> {
    const written = this.#writing.catch(() => {}).then(() => this.#send(scope, value, isForced));
    this.#writing = written;
    return written;
  }

  async #send(scope: PreferenceScope, value: Stored, isForced: boolean): Promise<void> {
    const write = this.#port?.[methods[scope]]?.bind(this.#port);
    if (!write) throw new AdapterError('unsupported');
    const { preferenceKey: key } = this.#host;
    const idempotencyKey = crypto.randomUUID();
    const ifVersion = this.#stored.get(scope)?.version ?? '0';
    const signal = new AbortController().signal;
    try {
      this.#stored.set(scope, check(Preference, await write(key, { value }, { idempotencyKey, ifVersion, signal })));
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
