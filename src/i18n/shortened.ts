/** The beginning of a text that is too long to be shown, never half a character of it; the text itself where it is not. */
export const shortened = (text: string, length = 1000, end = '…'): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '') + end;
