import { Preference, type PreferenceScope } from '../../domain/preference.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, same } from './assert.ts';
import { reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Attempt, Trial } from './trial.ts';

const writers = { personal: 'set', shared: 'setShared' } as const;
const newKey = (): string => `conformance/${crypto.randomUUID()}`;

/** A preference of the test's own, and what the test does with it. */
class Subject {
  readonly scope: PreferenceScope;
  readonly key = newKey();
  readonly #adapter: Adapter;

  constructor(adapter: Adapter, scope: PreferenceScope) {
    this.#adapter = adapter;
    this.scope = scope;
  }

  async get(scope = this.scope, adapter = this.#adapter): Promise<Preference> {
    return readable(Preference, await adapter.preferences!.get!(scope, this.key, reading()), 'preferences.get');
  }

  async set(value: Preference['value'], ifVersion?: string): Promise<Preference> {
    const options = writing({ ifVersion: ifVersion ?? (await this.get()).version });
    return this.#adapter.preferences![writers[this.scope]]!(this.key, { value }, options);
  }
}

/** The scopes that an adapter can write. */
const scopesOf = ({ preferences }: Adapter): readonly PreferenceScope[] =>
  preferences?.get ? (['personal', 'shared'] as const).filter((scope) => preferences[writers[scope]]) : [];

/** Tests that preferences are kept as they are, apart from one another, and removed by `null`. */
export function preferenceCases({ adapter, restricted }: ConformanceSetup): ConformanceCase[] {
  return scopesOf(adapter).flatMap((scope): ConformanceCase[] => {
    const name = `preferences.${writers[scope]}`;
    const other = scope === 'personal' ? 'shared' : 'personal';
    return [
      {
        name: `${name}: stores the value as it is, in its scope alone, and null removes it`,
        async run() {
          const subject = new Subject(adapter, scope);
          const none = await subject.get();
          same([none.key, none.scope, none.value], [subject.key, scope, null], 'a preference that was never stored');
          const value = { text: 'é “ü” \u{1F3FA}', list: [1, 0.5, true, null, { nested: [] }], empty: {} };
          const stored = readable(Preference, await subject.set(value), name);
          ensure(stored.version !== none.version, `${name} leaves the version as it is`);
          const { value: kept, version } = await subject.get();
          same([kept, version], [value, stored.version], 'the stored preference');
          same((await subject.get(other)).value, null, `the ${other} preference of the same key`);
          await subject.set(null);
          same((await subject.get()).value, null, 'the removed preference');
        },
      },
      ...(scope === 'shared' && restricted?.preferences?.get
        ? [
            {
              name: `${name}: everybody sees it`,
              async run() {
                const subject = new Subject(adapter, scope);
                const value = { chosen: subject.key };
                await subject.set(value);
                same((await subject.get(scope, restricted)).value, value, 'what another operator reads');
                await subject.set(null);
              },
            },
          ]
        : []),
    ];
  });
}

/** Returns the trials of preferences. */
export const preferenceTrials = (adapter: Adapter): readonly Trial[] =>
  scopesOf(adapter).map((scope) => ({
    name: `preferences.${writers[scope]}` as const,
    isForEverybody: scope === 'personal',
    async prepare(): Promise<Attempt> {
      const subject = new Subject(adapter, scope);
      const value = { chosen: subject.key };
      const { version } = await subject.get();
      const undo = () => subject.set(null);
      return {
        ids: [subject.key],
        body: { value },
        otherBody: { value: { chosen: 'another' } },
        ifVersion: version,
        count: async () => Number((await subject.get()).value?.['chosen'] === subject.key),
        undo,
        cleanUp: undo,
      };
    },
  }));
