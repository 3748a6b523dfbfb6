/**
 * Keeps a held key from acting where it was not pressed. Enter that is held on "Add £25.00" goes on repeating on
 * whatever takes the focus next, and would open the form again over what became of it. So Enter acts once, but for new
 * lines, and a repeated Enter or Space nowhere but where it was pressed. What is slotted into the element is the host's.
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
    // Also where the focus comes back to while it is still held.
    if (target !== pressed) pressed = undefined;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('keydown', keyDown, true);
  // Not told of a move within the shadow root.
  element.addEventListener('focusout', () => (pressed = undefined), true);
}

/** With Ctrl or Command it sends. */
const makesLine = (event: KeyboardEvent, target: Element): boolean =>
  target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey;
