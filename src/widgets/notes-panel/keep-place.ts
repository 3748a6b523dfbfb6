/**
 * What is read in a list that scrolls stays where it is while rows come and go above it: call it before they do, and
 * what it returns after.
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
