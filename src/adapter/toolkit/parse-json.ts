/**
 * Returns the value of a JSON text, or `undefined` for any other text. Read the text of a response first: then a lost
 * connection rejects, and is not an answer that cannot be read.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
