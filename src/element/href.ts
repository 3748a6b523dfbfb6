const safe = /^(https?|mailto|tel):/i;
/** No browser follows a longer one for sure. UTF-16 code units. */
const longest = 8000;

/** The address of a picture from data: of the web or of the page's own origin; else `undefined`. */
export function safeImageSrc(url: string | null | undefined, base = document.baseURI): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, origin } = new URL(url, base);
    const isOwn = origin !== 'null' && origin === new URL(base).origin;
    return isOwn || /^https?:$/.test(protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** A link's target from data, where it is one that cannot run anything; else `undefined`. Relative ones are the page's. */
export function safeHref(url: string | null | undefined, base = document.baseURI): string | undefined {
  if (!url || url.length > longest) return undefined;
  try {
    return safe.test(new URL(url, base).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
