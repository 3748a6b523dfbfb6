/**
 * Formats a version as an entity tag: `3` becomes `"3"`. Versions may contain characters that headers cannot, so all
 * characters except letters and digits are escaped as in a URL.
 */
export const entityTag = (version: string): string => `"${encodeURIComponent(version)}"`;

/** Parses the version from an `If-Match` or `ETag` header. Returns `undefined` if the header is absent or invalid. */
export function versionOf(header: string | null): string | undefined {
  const tag = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(header ?? '')?.[1];
  return tag === undefined ? undefined : unescape(tag);
}

/** The header for the operator's reason for a change. */
export const reasonHeader = 'Change-Reason';
/** The header for the search text. Names and e-mail addresses must not appear in URLs, which are logged. */
export const textHeader = 'Search-Text';

/** Escapes text in any script for a header. */
export const escapeText = (text: string): string => encodeURIComponent(text);

/** Replaces unpaired surrogates, which UTF-8 does not encode. A field that truncates pasted text may leave one. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
export const textOf = (header: string | null | undefined): string | undefined =>
  header === null || header === undefined ? undefined : unescape(header);

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
