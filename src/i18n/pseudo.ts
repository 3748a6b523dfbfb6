import type { Message, Section, Translation } from './message.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Ü',
};

/**
 * Adds accents and a third of length to a text, so that plain text on screen reveals a message that is not in a
 * catalogue.
 */
const accentText = (text: string): string => {
  const accented = text.replace(/\{\w+\}|[a-z]/gi, (match) => accents[match] ?? match);
  return `[${accented}${' ·'.repeat(Math.ceil(text.length / 6))}]`;
};

const accentMessage = (message: Message): Message =>
  typeof message === 'string'
    ? accentText(message)
    : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, accentText(text)])) as Message & object);

/** Creates a section of the pseudo-locale from the English one. */
export const word = <S extends Section>(section: S) =>
  Object.fromEntries(
    Object.entries(section).map(([name, message]) => [name, accentMessage(message)]),
  ) as Translation<S>;
