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

/** Why something is changed, in the operator's words and so in any script, as a header can carry it. */
export const reasonHeader = 'Change-Reason';
export const escapeReason = (reason: string): string => encodeURIComponent(reason);
export const reasonOf = (header: string | null): string | undefined => (header === null ? undefined : unescape(header));

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
