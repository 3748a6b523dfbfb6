export * from './adapter.ts';
export * from './adapter-error.ts';
export * from './options.ts';
export * from './ports.ts';
