/**
 * Whether an input method is composing what is typed: then the key is the method's own. WebKit tells the key that ends a
 * composition after its end, with the code of one in process.
 */
export const isComposing = ({ isComposing: isUnderWay, keyCode }: KeyboardEvent): boolean =>
  isUnderWay || keyCode === 229;
