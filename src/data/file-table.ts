import type { AdapterError, Warning } from './snapshot.ts';

// The columns of files are in the toolkit, because adapters write files too.
export * from '../adapter/toolkit/file-table.ts';

/** The rows of an export: those on screen, or all. */
export type ExportScope = 'shown' | 'all';

/** The file format: a workbook with typed cells, or comma-separated values. */
export type ExportFormat = 'xlsx' | 'csv';

/** The progress of an export. */
export type ExportState =
  | { readonly phase: 'idle' }
  /** `total` is absent if the platform does not return it. */
  | { readonly phase: 'running'; readonly rows: number; readonly total: number | undefined }
  /** `warnings` say what is missing from the file. */
  | { readonly phase: 'done'; readonly rows: number; readonly warnings: readonly Warning[] }
  | { readonly phase: 'failed'; readonly error: AdapterError };
