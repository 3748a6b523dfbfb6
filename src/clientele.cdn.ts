// All elements, both adapters and the toolkit for others: what the one file for pages without a bundler is made of.
import './define-all.ts';

export * from './index.ts';
export * from './extend.ts';
export * from './adapters/memory/index.ts';
export * from './adapters/rest/index.ts';
export * from './adapter/toolkit/index.ts';
