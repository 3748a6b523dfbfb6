// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { ChangeLog } from './change-log.ts';

define(ChangeLog);

/** Adds the types of the tag. */
export type { ChangeLog } from './change-log.ts';
