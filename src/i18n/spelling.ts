import type { Section } from './message.ts';

/** Where English is spelled as in the United States, as Unicode's CLDR groups its regions. */
const american = /^(AS|BI|GU|LR|MH|MP|PH|PR|UM|US|VI)$/;

/** What the catalogues, which are American, spell otherwise elsewhere, Canada included; and what Canada does not. */
const everywhere = [
  [/(ancel)(?=ed|ing)/g, '$1l'],
  [/(?<=olo)r/g, 'ur'],
  // Not the place `{percent}`.
  [/(?<=[Pp]er)(?=cent(?![\w}]))/g, ' '],
] as const;
const british = [
  [/(?<=ulfil)l/g, ''],
  [/(?<=uthori)z/g, 's'],
] as const;

/** A section of English as the region of a locale spells it. */
export function spelled<S extends Section>(section: S, locale: string): S {
  const { language, region } = new Intl.Locale(locale);
  if (language !== 'en' || !region || american.test(region)) return section;
  const rules = region === 'CA' ? everywhere : [...everywhere, ...british];
  const respell = (_: string, text: unknown): unknown =>
    typeof text === 'string' ? rules.reduce((result, [from, to]) => result.replace(from, to), text) : text;
  return JSON.parse(JSON.stringify(section), respell) as S;
}
