import type { AdapterError } from '../adapter/adapter-error.ts';
import type { Warning } from '../domain/page.ts';

export type { AdapterError, Warning };

/** What is known of a query now, on two axes: is there data, and is some on its way. */
export type Snapshot<T> =
  /** Nothing to ask yet: no adapter, or no customer. `missing` says to a developer that nobody has given one. */
  | { readonly phase: 'idle'; readonly missing?: { readonly title: string; readonly help: string } | undefined }
  | { readonly phase: 'loading' }
  /** The platform does not offer it yet: it is not asked for. */
  | { readonly phase: 'planned' }
  | {
      readonly phase: 'error';
      readonly error: AdapterError;
      readonly refreshing: boolean;
    }
  | {
      readonly phase: 'ready';
      readonly data: T;
      readonly refreshing: boolean;
      /** Why the last refresh failed; the data is what was there before. */
      readonly refreshError: AdapterError | undefined;
      /** When this was read, in milliseconds of the epoch. */
      readonly readAt: number;
      /** That the platform will withdraw it, with what it says of that. */
      readonly deprecated?: { readonly notice?: string | undefined } | undefined;
      /** Others have changed it since, and it is too long to be read again without being asked for. */
      readonly hasRemoteChanges: boolean;
    };

/** The rows of a list so far. */
export interface List<T, S = unknown> {
  readonly items: readonly T[];
  /** How many rows the whole set has, where it is known. */
  readonly total: number | undefined;
  /** Over the whole set. */
  readonly totals: S | undefined;
  readonly asOf: string | undefined;
  readonly warnings: readonly Warning[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** Why the next page did not come. The rows stay, and it is asked for again only when someone says so. */
  readonly moreError: AdapterError | undefined;
}
