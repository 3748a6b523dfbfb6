import type { DayRange } from '../domain/time.ts';

/** The options of every read. */
export interface ReadOptions {
  /** Aborts the read. The rejection is then not an `AdapterError`. */
  readonly signal: AbortSignal;
  /** The BCP 47 language for texts that the platform generates. */
  readonly locale?: string | undefined;
  /** The IANA time zone in which days begin and end. */
  readonly timeZone?: string | undefined;
}

/** The options of every write. */
export interface WriteOptions {
  /** The idempotency key. Created once for a user's intention and reused for every retry of it. */
  readonly idempotencyKey: string;
  /** The version that the change is based on. If it is no longer current, the write rejects with `conflict`. */
  readonly ifVersion?: string | undefined;
  /** The operator's reason. Some writes require it. */
  readonly reason?: string | undefined;
  /** `true`: returns the result that the write would have, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Aborts the request. The backend may have carried out the write nevertheless. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The sort order of a list. Rows with unknown values come last in both directions. Numbers within texts compare
 * numerically.
 */
export interface Sort {
  /** The name of the member to sort by, one that the list declares. */
  readonly field: string;
  /** `ascending`: the smallest, the oldest or the first in the alphabet comes first. */
  readonly direction: 'ascending' | 'descending';
}

/** The query for one page of a list. */
export interface PageRequest {
  /** The maximum number of rows. */
  readonly first: number;
  /** The opaque cursor from the previous page. Absent for the first page. */
  readonly after?: string | undefined;
  /** The sort order. Absent: that of the port. */
  readonly sort?: Sort | undefined;
  /** The accepted codes by name of the filter. Several codes, separated by commas, match any of them. */
  readonly filter?: Readonly<Record<string, string>> | undefined;
  /** The days to include, in the time zone of the options. */
  readonly range?: DayRange | undefined;
  /**
   * The search text, as displayed or as people type it. Matching ignores case, diacritics (`cafe` finds `Café`,
   * `strasse` finds `Straße`) and white space. Every character is literal, including `%` and `_`.
   */
  readonly text?: string | undefined;
}

/**
 * What a port's backend keeps when a connection breaks or two people work at once. Every port with writes must declare
 * it, and only what is true: the conformance kit tests what is declared, and lists what is not as a promise that the
 * widgets cannot give. Declare `false` for what the platform lacks, even if it is rare that it matters.
 */
export interface Guarantees {
  /**
   * `true`: the backend carries out a write once for each `idempotencyKey`. A repeated call with the same key and the
   * same arguments gets the first response, also after a restart and after the write could not be carried out again;
   * with other arguments it rejects with `validation`. A write that was rejected does not use up its key.
   *
   * With it, a widget resolves an unknown outcome ("Check now") by repeating the call. Without it, no write is ever
   * repeated: the widget says that the outcome is unknown, reads the data again, and leaves it to the operator to look.
   * No widget repeats a write by itself in either case.
   */
  readonly idempotency: boolean;
  /**
   * `true`: every record has a `version`, which changes with each change, and the backend rejects a write whose
   * `ifVersion` is not the current one with `conflict` and the current record, in the same step in which it would write.
   *
   * Without it, a widget reads the record again before it changes or deletes it, and treats a difference as a conflict.
   * It says that this leaves a moment in which another change can be overwritten.
   */
  readonly versions: boolean;
  /**
   * `true`: operations that support `dryRun` write nothing with it. Absent: not known, so that widgets do not preview a
   * write that could create something.
   */
  readonly dryRun?: boolean;
}
