import { define } from '../../element/define.ts';
import { QuotesPanel } from './quotes-panel.ts';

define(QuotesPanel);

/** Brings along the types of the tag. */
export type { QuotesPanel } from './quotes-panel.ts';
