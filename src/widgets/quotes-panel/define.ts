// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { QuotesPanel } from './quotes-panel.ts';

define(QuotesPanel);

/** Adds the types of the tag. */
export type { QuotesPanel } from './quotes-panel.ts';
