/**
 * A version as an entity tag: `3` is `"3"`. A version is any text and a header is not, so what is neither letter nor
 * digit is escaped as in a URL.
 */
export const entityTag = (version: string): string => `"${encodeURIComponent(version)}"`;

/** The version that an `If-Match` or `ETag` names; `undefined` where there is none, or one that cannot be read. */
export function versionOf(header: string | null): string | undefined {
  const tag = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(header ?? '')?.[1];
  return tag === undefined ? undefined : unescape(tag);
}

/** Why something is changed, in the operator's words. */
export const reasonHeader = 'Change-Reason';
/** What a list is searched for: often a name or an e-mail address, which has no business in an address and its logs. */
export const textHeader = 'Search-Text';

/** Words in any script, as a header can carry them. */
export const escapeText = (text: string): string => encodeURIComponent(text);

/** A text without halves of surrogate pairs, which UTF-8 has not: a field that cuts what is pasted may leave one. */
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
