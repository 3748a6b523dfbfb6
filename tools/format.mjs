// Formats what tools write, as `npm run format` does.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'oxfmt';

const { ignorePatterns: _, ...options } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../.oxfmtrc.json'), 'utf8'),
);

/**
 * Returns the formatted text of a file, or the same text if files of its type are not formatted.
 * @param {string} path
 * @param {string} text
 * @returns {Promise<string>}
 * @throws {Error} if the text has a syntax error
 */
export async function formatted(path, text) {
  const { code, errors } = await format(path, text, options);
  const [error] = errors.filter(({ message }) => !message.startsWith('Unsupported file type'));
  if (error) throw new Error(`${path}: ${error.message}\n${error.codeframe ?? ''}`);
  return code;
}
