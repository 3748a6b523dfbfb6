const safe = /^(https?|mailto|tel):/i;

/** A link's target from data, where it is one that cannot run anything; else `undefined`. Relative ones are the page's. */
export function safeHref(url: string | null | undefined, base = document.baseURI): string | undefined {
  if (!url) return undefined;
  try {
    return safe.test(new URL(url, base).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
