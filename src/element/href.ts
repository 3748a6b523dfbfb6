const safe = /^(https?|mailto|tel):/i;
/** The longest URL that every browser follows. UTF-16 code units. */
const longest = 8000;

/** Returns an image URL from data if it is on the web or on the page's own origin, else `undefined`. */
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

/** Returns a link URL from data if it cannot run script, else `undefined`. Relative URLs resolve against the page. */
export function safeHref(url: string | null | undefined, base = document.baseURI): string | undefined {
  if (!url || url.length > longest) return undefined;
  try {
    return safe.test(new URL(url, base).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
