export { NotesPanel } from './notes-panel.ts';
export * from './notes-panel.events.ts';
