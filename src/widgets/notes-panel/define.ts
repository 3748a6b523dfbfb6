// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { NotesPanel } from './notes-panel.ts';

define(NotesPanel);

/** Adds the types of the tag. */
export type { NotesPanel } from './notes-panel.ts';
