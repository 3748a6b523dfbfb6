import type { AdapterError } from '../adapter/adapter-error.ts';
import type { Warning } from '../domain/page.ts';

export type { AdapterError, Warning };

/** The state of a query, on two axes: whether there is data, and whether it is being fetched. */
export type Snapshot<T> =
  /** No query yet: there is no adapter or no customer. `missing` tells a developer what nobody has provided. */
  | { readonly phase: 'idle'; readonly missing?: { readonly title: string; readonly help: string } | undefined }
  | { readonly phase: 'loading' }
  /** The platform does not offer the operation yet, so nothing is fetched. */
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
      /** The error of the last refresh; the data is that of the read before it. */
      readonly refreshError: AdapterError | undefined;
      /** The time of the read. Milliseconds of the epoch. */
      readonly readAt: number;
      /** The platform is going to withdraw the operation; `notice` is its explanation. */
      readonly deprecated?: { readonly notice?: string | undefined } | undefined;
      /** `true` if others have changed a list that is too long for an automatic refetch, or whose rows would move. */
      readonly hasRemoteChanges: boolean;
    };

/** The rows of a list that have been fetched so far. */
export interface List<T, S = unknown> {
  readonly items: readonly T[];
  /** The number of rows in the whole set, if known. */
  readonly total: number | undefined;
  /** Totals over the whole set. */
  readonly totals: S | undefined;
  readonly asOf: string | undefined;
  readonly warnings: readonly Warning[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** The error of the next page. The rows stay, and the page is fetched again only on request. */
  readonly moreError: AdapterError | undefined;
}
