/**
 * Keeps the scroll position of what is being read while rows are added or removed above it. Call it before the change,
 * and the returned function after it.
 */
export function keepPlace(scroller: Element | null | undefined): () => void {
  if (!scroller?.scrollTop) return () => {};
  const { top } = scroller.getBoundingClientRect();
  const read = [...scroller.querySelectorAll('[data-note]')].find((row) => row.getBoundingClientRect().bottom > top);
  const before = read?.getBoundingClientRect().top;
  return () => {
    if (read?.isConnected && before !== undefined) scroller.scrollTop += read.getBoundingClientRect().top - before;
  };
}
