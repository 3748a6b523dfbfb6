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
