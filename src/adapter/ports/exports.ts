import type { CustomerExport, ExportFields, ExportFile, ExportInput } from '../../domain/customer-export.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * Exports of the list of customers, which the platform carries out and logs. An export belongs to the operator who has
 * started it: it has what that operator may see, and only that operator can cancel it and read its file. It continues
 * without a page that waits for it, and whatever happens to the customers meanwhile: each appears once or not at all.
 *
 * Defuse text in the file that a spreadsheet would evaluate as a formula, such as a name that begins with `=`.
 */
export interface ExportsPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly log?: ListCapabilities };
  /** Fetches the fields and the dates that an export can have. */
  fields?(options: ReadOptions): Promise<ExportFields>;
  /** Starts an export. Rejects with `validation` for a field that `fields` does not name. */
  start?(input: ExportInput, options: WriteOptions): Promise<CustomerExport>;
  /** Fetches an export, with its progress. Rejects with `not-found` if there is none. */
  get?(exportId: string, options: ReadOptions): Promise<CustomerExport>;
  /** Cancels an export. One that has ended stays as it is, and is returned. */
  cancel?(exportId: string, options: WriteOptions): Promise<CustomerExport>;
  /** Fetches the file of an export that is done. Rejects with `not-found` if there is none, or no longer. */
  file?(exportId: string, options: ReadOptions): Promise<ExportFile>;
  /**
   * Fetches a page of the log, newest first: every export of every operator, whatever its state. Filter: `state` (several
   * codes separated by commas). A range applies to the start, a search to the operator.
   */
  log?(page: PageRequest, options: ReadOptions): Promise<Page<CustomerExport>>;
}

export const exports = {
  fields: {
    kind: 'read',
    scope: 'platform',
    path: '/export-fields',
    answer: 'ExportFields',
    summary: 'Fields that an export of customers can have',
  },
  start: {
    kind: 'write',
    scope: 'platform',
    method: 'POST',
    path: '/exports',
    body: 'ExportInput',
    answer: 'CustomerExport',
    creates: true,
    summary: 'Start an export of customers',
  },
  get: {
    kind: 'read',
    scope: 'platform',
    path: '/exports/{exportId}',
    answer: 'CustomerExport',
    summary: 'An export of customers, with its progress',
  },
  cancel: {
    kind: 'write',
    scope: 'platform',
    method: 'POST',
    path: '/exports/{exportId}/cancel',
    answer: 'CustomerExport',
    summary: 'Cancel an export of customers',
  },
  file: {
    kind: 'read',
    scope: 'platform',
    path: '/exports/{exportId}/file',
    answer: 'ExportFile',
    summary: 'The file of an export that is done',
  },
  log: {
    kind: 'list',
    scope: 'platform',
    path: '/exports',
    item: 'CustomerExport',
    isShared: true,
    can: { search: true, filter: ['state'], range: true },
    summary: 'Log of the exports of all operators, newest first',
  },
} as const satisfies OperationsOf<ExportsPort>;
