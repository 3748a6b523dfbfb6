export * from './adapter.ts';
export * from './adapter-error.ts';
export * from './options.ts';
export * from './ports.ts';
export type { Change, Topic, WatchOptions } from './watch.ts';
