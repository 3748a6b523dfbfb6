/** What takes no text. */
const others = new Set(['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit']);

const isTypedIn = (element: Element): boolean =>
  element.localName === 'input'
    ? !others.has((element as HTMLInputElement).type)
    : element.localName === 'textarea' || element.localName === 'select';

/** Whether a key types a character. With Ctrl, Alt or Cmd it is a command; AltGr types. */
const types = (event: KeyboardEvent): boolean =>
  /^.$/u.test(event.key) && (event.getModifierState('AltGraph') || !(event.ctrlKey || event.altKey || event.metaKey));

/**
 * Keeps what is typed into a field of an element from its host page: a page sees no field, only the element, and would
 * take a "/" in a note for its own shortcut. Everything else goes on: commands, Enter, Escape, Tab, arrows, and `input`.
 */
export function keepTypedKeys(element: Element): void {
  const keep = (event: Event): void => {
    const [field] = event.composedPath();
    // What stands in a slot is the host's own.
    const isOurs = field instanceof Element && field.getRootNode() === element.shadowRoot;
    if (isOurs && isTypedIn(field) && types(event as KeyboardEvent)) event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) element.addEventListener(type, keep);
}
