// The fenced code snippets of the README and the guides.
import { globSync, readFileSync } from 'node:fs';

export interface Snippet {
  /** The document: `docs/guides/embedding.md`. */
  readonly doc: string;
  /** The line number of its first line of code. */
  readonly line: number;
  /** `ts`, `tsx`, `html`, `css`, `json`, `sh`. */
  readonly language: string;
  /** The file name by which other snippets import it: ```` ```ts adapter.ts ````. */
  readonly name: string;
  readonly code: string;
  /** Texts that are visible on its page: `<!-- shows: Latest 3 of 14 notes -->` precedes the snippet. */
  readonly shows: readonly string[];
}

export const documents = (): readonly string[] => ['README.md', ...globSync('docs/guides/*.md').sort()];

export const where = ({ doc, line }: Snippet): string => `${doc}:${line}`;

/** Returns the snippets of a document, in order. */
export function snippetsOf(doc: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  let shows: string[] = [];
  let open: { language: string; name: string; line: number; code: string[] } | undefined;
  readFileSync(doc, 'utf8')
    .split('\n')
    .forEach((text, index) => {
      const [, language, name] = /^```(\w*)(?: +(\S+))?$/.exec(text) ?? [];
      if (open) {
        if (text !== '```') return void open.code.push(text);
        snippets.push({ ...open, doc, shows, code: `${open.code.join('\n')}\n` });
        open = undefined;
        shows = [];
      } else if (language !== undefined) {
        const line = index + 2;
        open = { language, line, code: [], name: name ?? `${line}.${language}` };
      } else {
        const [, words] = /^<!-- shows: (.+) -->$/.exec(text) ?? [];
        if (words) shows.push(words);
      }
    });
  return snippets;
}
