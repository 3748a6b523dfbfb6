/** The gap between a popover and its button, and the minimum distance to the edge of the window. In pixels. */
const gap = 4;
const edge = 8;

/**
 * Positions a fixed element beside another: below it, or above if it fits only there; aligned to its start edge, or to
 * its end edge if it would leave the window. If it fits nowhere, it covers the other.
 */
export function place(surface: HTMLElement, beside: Element): void {
  const anchor = beside.getBoundingClientRect();
  // In the far corner its rectangle gives the edges of the window, in the units in which the engine measures: engines
  // differ in a page with CSS `zoom`.
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
  // If the engine measures in pixels of the page, `inset` still takes those of the zoomed element.
  const scale = width / surface.offsetWidth || 1;
  const within = (value: number, most: number) => Math.max(edge, Math.min(value, most - edge)) / scale;
  // Measured coordinates are physical, so the physical `inset` is used.
  surface.style.inset = `${within(top, bottom - height)}px auto auto ${within(left, end - width)}px`;
}
