/** Returns a text, or `undefined` for anything else. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/**
 * Reads validation errors by member, in the forms in which APIs return them. The first error of a member counts.
 *
 * - `{ "amount": "exceeds the balance" }`, or with a list of texts, as most web frameworks do.
 * - `[{ "pointer": "#/amount", "detail": "exceeds the balance" }]` of RFC 9457, or with `source: { "pointer" }` of JSON:API.
 * - `[{ "field": ["input", "amount"], "message": "exceeds the balance" }]`, also with `path`, `name`, `loc` or `param`.
 *
 * Returns `undefined` if there is no such error.
 */
export function fieldErrorsOf(errors: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(errors)) return undefined;
  const pairs = Array.isArray(errors) ? errors.map(pairOf) : Object.entries(errors).map(firstTextOf);
  const found = new Map<string, string>();
  for (const pair of pairs) if (pair && !found.has(pair[0])) found.set(...pair);
  return found.size > 0 ? Object.fromEntries(found) : undefined;
}

type Pair = [member: string, text: string];

function firstTextOf([member, value]: [string, unknown]): Pair | undefined {
  const text = textOf(Array.isArray(value) ? value[0] : value);
  return text === undefined ? undefined : [member, text];
}

function pairOf(error: unknown): Pair | undefined {
  if (!isObject(error)) return undefined;
  const source = isObject(error['source']) ? error['source'] : {};
  const pointer = textOf(error['pointer']) ?? textOf(source['pointer']);
  const place = ['field', 'path', 'name', 'loc', 'param'].map((key) => error[key]).find((value) => value !== undefined);
  const member = pointer === undefined ? nameOf(place ?? source['parameter']) : memberAt(pointer);
  const text = textOf(error['detail']) ?? textOf(error['message']) ?? textOf(error['msg']);
  return member === undefined || text === undefined ? undefined : [member, text];
}

/** Joins a path: `["lines", 0, "price"]` is `lines.0.price`. */
const nameOf = (place: unknown): string | undefined =>
  Array.isArray(place) ? place.map(String).join('.') : textOf(place);

/** Converts a JSON pointer: `#/lines/0/price` is `lines.0.price`. JSON:API puts the members below `/data/attributes`. */
const memberAt = (pointer: string): string =>
  pointer
    .replace(/^#?\/?/, '')
    .replace(/^data\/attributes\//, '')
    .replaceAll('/', '.')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
