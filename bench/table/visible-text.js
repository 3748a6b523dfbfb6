// Reads what a table shows, by where its texts are on the screen: subjects have different markup, and some draw columns or
// the header apart from the rows.

/**
 * @param {Node} node
 * @param {Text[]} found
 */
function collectTexts(node, found) {
  if (node instanceof Text) {
    if (node.data.trim()) found.push(node);
    return found;
  }
  if (node instanceof HTMLStyleElement) return found;
  if (node instanceof Element && node.shadowRoot) collectTexts(node.shadowRoot, found);
  for (const child of node.childNodes) collectTexts(child, found);
  return found;
}

/**
 * Returns the texts of each visible line, from left to right.
 * @param {Element} place
 * @returns {string[][]}
 */
export function visibleLines(place) {
  const frame = place.getBoundingClientRect();
  const range = document.createRange();
  /** @type {{ y: number, x: number, text: string }[]} */
  const texts = [];
  for (const node of collectTexts(place, [])) {
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    const y = top + height / 2;
    if (width <= 1 || y < frame.top || y > frame.bottom) continue;
    if (!node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    texts.push({ x: left, y, text: node.data.trim().replace(/\s+/g, ' ') });
  }
  texts.sort((a, b) => a.y - b.y);
  /** @type {typeof texts[]} */
  const lines = [];
  for (const text of texts) {
    const line = lines.at(-1);
    if (line && text.y - (line[0]?.y ?? 0) < 8) line.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x).map(({ text }) => text));
}
