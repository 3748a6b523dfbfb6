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

/** The types of `input` that take no text. */
const others = new Set(['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit']);

const isTypedIn = (element: Element): boolean =>
  element.localName === 'input'
    ? !others.has((element as HTMLInputElement).type)
    : element.localName === 'textarea' || element.localName === 'select';

/** Returns whether a key types a character. With Ctrl, Alt or Cmd it is a command; AltGr types. */
const types = (event: KeyboardEvent): boolean =>
  /^.$/u.test(event.key) && (event.getModifierState('AltGraph') || !(event.ctrlKey || event.altKey || event.metaKey));

/**
 * Stops the propagation of typed characters from an element's fields. The page sees only the host element as the
 * target, not the field, and would treat a "/" in a note as its own shortcut. Commands, Enter, Escape, Tab, the arrow
 * keys and `input` still propagate.
 */
export function keepTypedKeys(element: Element): void {
  const keep = (event: Event): void => {
    const [field] = event.composedPath();
    // Slotted content belongs to the host page.
    const isOurs = field instanceof Element && field.getRootNode() === element.shadowRoot;
    if (isOurs && isTypedIn(field) && types(event as KeyboardEvent)) event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) element.addEventListener(type, keep);
}
