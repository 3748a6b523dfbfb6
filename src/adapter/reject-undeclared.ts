import type { ListCapabilities } from '../domain/page.ts';
import { AdapterError } from './adapter-error.ts';
import type { PageRequest } from './options.ts';

/**
 * Throws `unsupported` if the request uses a query option that the list does not declare. Ignoring the option would
 * return the wrong rows.
 */
export function rejectUndeclared({ text, sort, filter = {}, range }: PageRequest, can: ListCapabilities): void {
  const { search = false, sort: sortable = [], filter: filters = [], range: hasRange = false } = can;
  const fieldErrors: Record<string, string> = {};
  if (text && !search) fieldErrors['text'] = 'is not supported by this list';
  if (sort && !sortable.includes(sort.field)) fieldErrors['sort'] = 'is not a sortable member of this list';
  for (const name of Object.keys(filter))
    if (!filters.includes(name)) fieldErrors[`filter[${name}]`] = 'is not a filter of this list';
  if ((range?.from ?? range?.to) !== undefined && !hasRange) fieldErrors['range'] = 'is not supported by this list';
  if (Object.keys(fieldErrors).length > 0) throw new AdapterError('unsupported', { fieldErrors });
}
