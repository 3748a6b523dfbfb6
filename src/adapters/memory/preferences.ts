import { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { PreferencesPort } from '../../adapter/ports/preferences.ts';
import { PreferenceChange, preferenceScopes, type Preference, type PreferenceScope } from '../../domain/preference.ts';
import { demandVersion, following, type MemorySession } from './session.ts';

/** The preferences in a store: of each operator, and of everybody. */
export function preferencesPort(session: MemorySession) {
  const { store, operator } = session;
  const nameOf = (scope: PreferenceScope, key: string): string =>
    JSON.stringify(scope === 'personal' ? [operator.actor.id, key] : [key]);
  const current = (scope: PreferenceScope, key: string): Preference =>
    store.preferences.get(nameOf(scope, key)) ?? { key, scope, value: null, version: '0', updatedAt: null };
  const write =
    (operation: 'preferences.set' | 'preferences.setShared', scope: PreferenceScope) =>
    (key: string, input: PreferenceChange, options: WriteOptions): Promise<Preference> =>
      session.changeShared(operation, [key, input, options.ifVersion], options, () => {
        const { value } = check(PreferenceChange, input);
        const before = current(scope, key);
        demandVersion(before, options.ifVersion);
        const stored = { key, scope, value, version: following(before.version), updatedAt: store.tick() };
        store.preferences.set(nameOf(scope, key), stored);
        return stored;
      });
  return {
    guarantees: { idempotency: true, versions: true },
    async get(scope, key, options) {
      await session.readShared('preferences.get', options);
      if (!preferenceScopes.includes(scope)) throw new AdapterError('not-found');
      return current(scope, key);
    },
    set: write('preferences.set', 'personal'),
    setShared: write('preferences.setShared', 'shared'),
  } satisfies PreferencesPort;
}
