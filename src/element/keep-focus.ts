import type { ReactiveElement } from 'lit';

/**
 * Changes the shadow tree of an element. If the focused node is removed, moves the focus to the surrounding dialog or to
 * the widget, so that Tab continues from there.
 */
export function keepFocus({ renderRoot, shadowRoot }: ReactiveElement, change: () => void): void {
  const focused = shadowRoot?.activeElement;
  const dialog = focused?.closest('dialog');
  change();
  if (!focused || focused.isConnected) return;
  const frame = dialog?.isConnected ? dialog : renderRoot.firstElementChild;
  if (frame instanceof HTMLElement) focusOnce(frame);
}

/** Focuses an element that is not focusable, by a temporary `tabindex`. */
function focusOnce(element: HTMLElement): void {
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}
