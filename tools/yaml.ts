export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Formats JSON as readable YAML: in blocks, and with quotes only where a text would be ambiguous. */
export const toYaml = (value: Json): string => `${block(value, '').trimStart()}\n`;

/** Formats a value after `key:` or `-`: a scalar on the same line, anything else below. */
function block(value: Json, indent: string): string {
  if (typeof value === 'string' && value.includes('\n')) return ` |-${lines(value, indent)}`;
  if (typeof value !== 'object' || value === null) return ` ${scalar(value)}`;
  if (isList(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${indent}-${block(item, `${indent}  `).replace(/^\n\s*/, ' ')}`).join('');
  }
  const members = Object.entries(value).filter((member): member is [string, Json] => member[1] !== undefined);
  if (members.length === 0) return ' {}';
  return members.map(([key, member]) => `\n${indent}${scalar(key)}:${block(member, `${indent}  `)}`).join('');
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

const lines = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `\n${indent}${line}` : '\n'))
    .join('');

/** Formats a scalar as Prettier would: a text is quoted only if it contains special characters. */
function scalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  const plain = /^[A-Za-z/$][\w ./{}$-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$|\s$/i.test(value);
  return plain ? value : `'${value.replaceAll("'", "''")}'`;
}
