import type { DayRange } from '../domain/time.ts';

/** What every read is called with. */
export interface ReadOptions {
  readonly signal: AbortSignal;
  /** BCP 47: in which language the platform should word what it words itself. */
  readonly locale?: string | undefined;
  /** IANA: in which zone a day begins. */
  readonly timeZone?: string | undefined;
}

/** What every write is called with. */
export interface WriteOptions {
  /** Made once for one intention and used again in every further attempt at it. */
  readonly idempotencyKey: string;
  /** The version that the change is based on. One that no longer holds rejects with `conflict`. */
  readonly ifVersion?: string | undefined;
  readonly reason?: string | undefined;
  /** Answer what would be, write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * By which member a list is sorted. What is not known comes last in either direction; numbers within a text compare as
 * numbers.
 */
export interface Sort {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

/** Which part of a list is asked for. */
export interface PageRequest {
  /** How many rows at the most. */
  readonly first: number;
  /** The cursor that the last page gave. Opaque; absent for the first page. */
  readonly after?: string | undefined;
  readonly sort?: Sort | undefined;
  /** By name, the codes that are kept: several with commas between them mean any of these. */
  readonly filter?: Readonly<Record<string, string>> | undefined;
  readonly range?: DayRange | undefined;
  /**
   * Free text to search for, as it stands on the screen or as people type it: whatever the case, the diacritics (`cafe`
   * finds `Café`, `strasse` finds `Straße`) and the white space. Every sign stands for itself, `%` and `_` too.
   */
  readonly text?: string | undefined;
}

/**
 * What a port's backend can keep. Where there is no idempotency nothing is ever sent twice; where there are no
 * versions a change is compared with a fresh read first, and no more is promised.
 */
export interface Guarantees {
  readonly idempotency: boolean;
  readonly versions: boolean;
}
