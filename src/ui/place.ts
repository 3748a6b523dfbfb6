/** Between a popover and its button, and at the least between it and the edge of the window. In pixels. */
const gap = 4;
const edge = 8;

/**
 * Puts a fixed element beside another: below it, or above where only there it fits; from its start edge, or up to its
 * end edge where it would leave the window. Where it fits nowhere it covers what it belongs to.
 */
export function place(surface: HTMLElement, beside: Element): void {
  const anchor = beside.getBoundingClientRect();
  // In the far corner it says where the window ends: engines measure differently in a page that is zoomed by CSS.
  surface.style.inset = 'auto 0 0 auto';
  const { width, height, right: end, bottom } = surface.getBoundingClientRect();
  const [below, above] = [anchor.bottom + gap, anchor.top - gap - height];
  const top = below + height + edge > bottom && above >= edge ? above : below;
  const [fromLeft, upToRight] = [anchor.left, anchor.right - width];
  const left =
    getComputedStyle(beside).direction === 'rtl'
      ? upToRight < edge
        ? fromLeft
        : upToRight
      : fromLeft + width + edge > end
        ? upToRight
        : fromLeft;
  // And where they measure in the page's pixels, what is set is in those of the element.
  const scale = width / surface.offsetWidth || 1;
  const within = (value: number, most: number) => Math.max(edge, Math.min(value, most - edge)) / scale;
  // Measured, and so physical.
  surface.style.inset = `${within(top, bottom - height)}px auto auto ${within(left, end - width)}px`;
}
