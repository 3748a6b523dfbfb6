import type { Preference, PreferenceChange, PreferenceScope } from '../../domain/preference.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../options.ts';

/** The choices of operators for a page, such as its layout: each for themselves, and a manager for everybody. */
export interface PreferencesPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** Fetches a preference of the operator (`personal`) or of everybody. The value is `null` if there is none. */
  get?(scope: PreferenceScope, key: string, options: ReadOptions): Promise<Preference>;
  /** Stores a preference of the operator alone. The version of one that was never stored is `0`. */
  set?(key: string, change: PreferenceChange, options: WriteOptions): Promise<Preference>;
  /** Stores a preference of everybody. An operation of its own, so that it has its own permission. */
  setShared?(key: string, change: PreferenceChange, options: WriteOptions): Promise<Preference>;
}

export const preferences = {
  get: {
    kind: 'read',
    scope: 'platform',
    path: '/preferences/{scope}/{key}',
    answer: 'Preference',
    summary: 'A preference of the operator or of everybody',
  },
  set: {
    kind: 'write',
    scope: 'platform',
    method: 'PATCH',
    path: '/preferences/personal/{key}',
    body: 'PreferenceChange',
    answer: 'Preference',
    version: 'required',
    changes: [],
    summary: 'Store a preference of the operator',
  },
  setShared: {
    kind: 'write',
    scope: 'platform',
    method: 'PATCH',
    path: '/preferences/shared/{key}',
    body: 'PreferenceChange',
    answer: 'Preference',
    version: 'required',
    changes: [],
    summary: 'Store a preference of everybody',
  },
} as const satisfies OperationsOf<PreferencesPort>;
