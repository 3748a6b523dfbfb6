// Building blocks for adapters. Each is independent: a bundler includes only what an adapter imports.

// Amounts: exact, or refused.
export * as decimal from '../../domain/decimal.ts';
export { fromMajor, fromMinor, toMajorNumber, toMinor, type Amount } from './money.ts';

// Requests: paths that lead nowhere else, and bounds of days for APIs that take instants.
export { path, pathSegment } from './path.ts';
export { dayIn, instantsOf, within, type InstantRange } from './days.ts';
export { shareRead, type SharedOptions } from './share.ts';
export { Session, type SessionOptions, type SessionRequest } from './session.ts';
export { HttpClient, type HttpClientOptions, type HttpRejections, type HttpRequest } from './http-client.ts';

// Several systems as one adapter.
export { combineSources, type Source } from './combine-sources.ts';

// Answers: checked before they are mapped, and failures as errors of the contract.
export { checked, type Checked, type StandardSchema } from './checked.ts';
export {
  errorCodeOf,
  httpError,
  networkError,
  writeError,
  type HttpAnswer,
  type HttpErrorOptions,
} from './http-error.ts';
export { graphqlData, refuseUserErrors, type GraphqlOptions } from './graphql-error.ts';

// Lists: over offsets, over page numbers, or over rows in memory.
export { pageByNumber, pageByOffset, type OffsetOptions, type PageNumberOptions, type Slice } from './offset-pages.ts';
export {
  byCode,
  capabilitiesOf,
  listRows,
  type Filter,
  type Ordering,
  type RowList,
  type Rule,
  type SortKey,
} from './rows.ts';
export { rejectUndeclared } from './rows.ts';
export { naturalKey } from '../../domain/fold-text.ts';

// What happened, in one list.
export { mergeTimeline } from './timeline/merge-timeline.ts';
export type { TimelinePorts } from './timeline/sources.ts';

// Figures of a platform that has orders and no figures.
export {
  purchasePorts,
  purchases,
  type Purchase,
  type PurchaseLine,
  type PurchasePorts,
  type Purchases,
} from './purchases/purchases.ts';
