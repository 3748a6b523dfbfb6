import type { Localization } from '../i18n/localization.ts';

/** How long it is said, in milliseconds: then another id may stand in the same row. */
const said = 4000;

/** Copies a text, and says in a status what became of it. Over plain http it cannot be: then the whole text is there. */
export async function copyTo(
  status: Element,
  text: string,
  { copied, notCopied }: Localization['common'],
): Promise<void> {
  // Nothing first: the same words a second time would not be said.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = copied;
    setTimeout(() => (status.textContent = ''), said);
  } catch {
    status.textContent = `${text} ${notCopied}`;
  }
}
