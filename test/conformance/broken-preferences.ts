// Adapters that lose preferences, or mix them up.
import type { Preference } from '../../src/domain/preference.ts';
import { overriding, type Tampering } from './tampering.ts';

const kept = 'stores the value as it is, in its scope alone, and null removes it';

/** Changes what is read. */
const reading = (change: (preference: Preference, scope: unknown) => Preference): Tampering =>
  overriding(
    'preferences.get',
    (get) =>
      async (...args) =>
        change((await get(...args)) as Preference, args[0]),
  );

export const brokenPreferences: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'loses the numbers in a preference',
    reading(({ value, ...rest }) => ({
      ...rest,
      value: value && JSON.parse(JSON.stringify(value).replace('0.5', '0')),
    })),
    `preferences.set: ${kept}`,
    `preferences.setShared: ${kept}`,
  ],
  [
    'keeps one preference for everybody',
    (memory) => ({ ...memory, preferences: { ...memory.preferences, set: memory.preferences.setShared } }),
    `preferences.set: ${kept}`,
  ],
  [
    'shows a shared preference as personal',
    (memory) => ({
      ...memory,
      preferences: {
        ...memory.preferences,
        get: async (_scope, key, options) => memory.preferences.get('shared', key, options),
      },
    }),
    `preferences.set: ${kept}`,
  ],
  [
    'shows a shared preference to its author alone',
    (memory) => ({
      ...memory,
      preferences: { ...memory.preferences, setShared: memory.preferences.set },
    }),
    `preferences.setShared: ${kept}`,
    'preferences.setShared: everybody sees it',
  ],
  [
    'does not remove a preference',
    overriding('preferences.setShared', (set) => async (...args) => {
      const [key, change, options] = args;
      const { value } = change as { value: unknown };
      return set(key, { value: value ?? { chosen: null } }, options);
    }),
    `preferences.setShared: ${kept}`,
  ],
];
