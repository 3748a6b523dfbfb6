/**
 * Returns whether an input method handles the key, because it is composing text. WebKit dispatches the key that ends a
 * composition after its end, with the key code of a composition in progress.
 */
export const isComposing = ({ isComposing: isUnderWay, keyCode }: KeyboardEvent): boolean =>
  isUnderWay || keyCode === 229;
