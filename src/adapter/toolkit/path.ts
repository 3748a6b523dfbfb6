import type { Adapter } from '../adapter.ts';
import { AdapterError } from '../adapter-error.ts';

/**
 * Builds the path of a request from ids, each as one segment:
 *
 * ```ts
 * path`/customers/${customerId}/notes`;
 * ```
 *
 * Throws `not-found` for an id that would lead to another path, see `pathSegment`.
 */
export const path = (literals: TemplateStringsArray, ...ids: readonly (string | number)[]): string =>
  literals.reduce((before, after, index) => before + pathSegment(ids[index - 1]!) + after);

/**
 * Escapes an id as one segment of a path: `gid://shop/1` becomes `gid%3A%2F%2Fshop%2F1`. No record can have an id that
 * would lead to another path, so these ids throw `not-found`:
 *
 * - An empty id, which would lead to the list.
 * - `.` and `..`, which URL parsers resolve even if they are escaped.
 * - Ids that contain such a segment, `x/../y`: proxies unescape slashes, and resolve the rest.
 * - Ids with a control character or an unpaired surrogate, which UTF-8 does not encode.
 */
export function pathSegment(id: string | number): string {
  const text = String(id);
  if (text === '' || leadsElsewhere(text) || unfit.test(text)) throw new AdapterError('not-found');
  return encodeURIComponent(text);
}

/** Control characters end a request line or a text in some servers. */
const unfit = /[\0-\x1f\x7f]|\p{Surrogate}/u;

/**
 * Returns true if a part of the id between slashes is `.` or `..`. Also looks at the unescaped id, since servers behind
 * a proxy may unescape a path twice. Backslashes count as slashes, as in URL parsers.
 */
function leadsElsewhere(id: string): boolean {
  const unescaped = id.replace(/%(2e|2f|5c)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return unescaped.split(/[/\\]/).some((part) => /^\.{1,2}$/.test(part));
}

/** The pages of an admin by intent: returns the path of each, or `undefined` if the parameters do not name one. */
export type AdminPages = Readonly<Record<string, (params: Readonly<Record<string, string>>) => string | undefined>>;

/** Creates an adapter's `links` for an admin at `base`. Intents without a page have no link. */
export function linksTo(base: string, pages: AdminPages): NonNullable<Adapter['links']> {
  const root = base.replace(/\/+$/, '');
  return (intent, params) => {
    const page = Object.hasOwn(pages, intent) ? pages[intent]!(params) : undefined;
    return page ? root + page : null;
  };
}
