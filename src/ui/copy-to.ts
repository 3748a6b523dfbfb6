// Loaded on its own, when an id is copied for the first time.
import type { Localization } from '../i18n/localization.ts';

/** The time in milliseconds after which the status is cleared, because another id may then be in the same row. */
const said = 4000;

/**
 * Copies text and reports the outcome in a status element. Over plain HTTP the clipboard is unavailable, so the status
 * shows the whole text instead.
 */
export async function copyTo(
  status: Element,
  text: string,
  { copied, notCopied }: Localization['common'],
): Promise<void> {
  // Screen readers do not repeat an unchanged live region, so it is cleared first.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = copied;
    setTimeout(() => (status.textContent = ''), said);
  } catch {
    status.textContent = `${text} ${notCopied}`;
  }
}
