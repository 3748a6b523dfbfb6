// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { InquiriesPanel } from './inquiries-panel.ts';

define(InquiriesPanel);

/** Adds the types of the tag. */
export type { InquiriesPanel } from './inquiries-panel.ts';
