import type { AdapterError, Warning } from './snapshot.ts';

/** Which rows: those on screen, or all there are. */
export type ExportScope = 'shown' | 'all';

/** What a file is: a workbook, in which every cell says what it is, or comma-separated values. */
export type ExportFormat = 'xlsx' | 'csv';

/** How far a file has come. */
export type ExportState =
  | { readonly phase: 'idle' }
  /** `total` is absent where the platform does not say how many there are. */
  | { readonly phase: 'running'; readonly rows: number; readonly total: number | undefined }
  /** `warnings` are of what is not in the file. */
  | { readonly phase: 'done'; readonly rows: number; readonly warnings: readonly Warning[] }
  | { readonly phase: 'failed'; readonly error: AdapterError };
