// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { PrivacyPanel } from './privacy-panel.ts';

define(PrivacyPanel);

/** Adds the types of the tag. */
export type { PrivacyPanel } from './privacy-panel.ts';
