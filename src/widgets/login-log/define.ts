// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { LoginLog } from './login-log.ts';

define(LoginLog);

/** Adds the types of the tag. */
export type { LoginLog } from './login-log.ts';
