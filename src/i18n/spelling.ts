import type { Message, Section } from './message.ts';

/** Where English is spelled as in the United States, as Unicode's CLDR groups its regions. */
const american = /^(AS|BI|GU|LR|MH|MP|PH|PR|UM|US|VI)$/;

/** What the catalogues, which are American, spell otherwise elsewhere; and whether Canada does so too. */
const respellings: readonly (readonly [american: RegExp, british: string, canada?: boolean])[] = [
  [/(ancel)(?=ed|ing)/g, '$1l', true],
  [/(?<=olo)r/g, 'ur', true],
  [/(?<=[Pp]er)(?=cent\b)/g, ' ', true],
  [/(?<=ulfil)l/g, ''],
  [/(?<=uthori)z/g, 's'],
];

/** A section of English as the region of a locale spells it. */
export function spelled<S extends Section>(section: S, locale: string): S {
  const { language, region } = new Intl.Locale(locale);
  if (language !== 'en' || !region || american.test(region)) return section;
  const rules = respellings.filter(([, , canada]) => canada || region !== 'CA');
  const respell = (text: string) => rules.reduce((result, [from, to]) => result.replace(from, to), text);
  const entries = Object.entries(section).map(([name, message]): [string, Message] => [
    name,
    typeof message === 'string'
      ? respell(message)
      : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, respell(text)])) as Message & object),
  ]);
  return Object.fromEntries(entries) as S;
}
