/** Truncates a text that is too long, without splitting a surrogate pair. */
export const shortened = (text: string, length = 1000, end = '…'): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '') + end;
