/**
 * Keeps a held key from acting on a control on which it was not pressed. Enter held on "Add £25.00" repeats on whatever
 * receives the focus next, and would open the form again. Therefore Enter acts once, except for new lines, and a
 * repeated Enter or Space acts only where it was pressed. Slotted content belongs to the host and is left alone.
 */
export function ignoreHeldKeys(element: HTMLElement): void {
  let pressed: EventTarget | undefined;
  const keyDown = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target.getRootNode() !== element.shadowRoot) return;
    if (!event.repeat) {
      pressed = target;
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (target === pressed && (event.key === ' ' || makesLine(event, target))) return;
    // Forgets the origin, so that the key stays ignored if the focus returns to it while the key is held.
    if (target !== pressed) pressed = undefined;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('keydown', keyDown, true);
  // `focusout` does not reach the host for moves within its shadow root, so this fires only when the focus leaves.
  element.addEventListener('focusout', () => (pressed = undefined), true);
}

/** Ctrl+Enter and Cmd+Enter submit the form instead of inserting a new line. */
const makesLine = (event: KeyboardEvent, target: Element): boolean =>
  target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey;
