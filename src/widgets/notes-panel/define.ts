import { define } from '../../element/define.ts';
import { NotesPanel } from './notes-panel.ts';

define(NotesPanel);
