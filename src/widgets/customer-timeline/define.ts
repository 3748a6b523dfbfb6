// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { CustomerTimeline } from './customer-timeline.ts';

define(CustomerTimeline);

/** Adds the types of the tag. */
export type { CustomerTimeline } from './customer-timeline.ts';
