// Loaded on its own, when an adapter or a customer is missing.
import { setupWords } from './setup-words.en.ts';
import { lostRoot } from './contexts.ts';
import type { WidgetHost } from './widget-host.ts';

const isMissing = (value: unknown): boolean => value === undefined;

/** Returns the text that the widget shows for a missing adapter or customer. */
export function describeMissing({ provided: { client, customerId }, scope, l10n }: WidgetHost) {
  const words = l10n.words(setupWords);
  const title = !isMissing(client)
    ? words.customer
    : scope === 'customer' && isMissing(customerId)
      ? words.both
      : words.adapter;
  return { title, help: words.help };
}

let hasWarned = false;
let hasWarnedOfRoot = false;

/** Warns in the console, once per page, and once more if a provider was removed from the page since then. */
export function warnOfMissing(element: WidgetHost, others: number): void {
  const root = lostRoot();
  if (hasWarnedOfRoot || (hasWarned && !root)) return;
  hasWarned = true;
  hasWarnedOfRoot = root !== undefined;
  const { client, customerId } = element.provided;
  const lacksCustomer = element.scope === 'customer' && isMissing(customerId);
  const missing = [isMissing(client) && 'adapter', lacksCustomer && 'customer id'].filter(Boolean);
  const among = others ? ` (and ${others} more)` : '';
  const sentences = [
    `Clientele: <${element.localName}>${among} has no ${missing.join(' and no ')}.`,
    root
      ? `The <${root}> that was given to provideDashboard() is not in the document any more; document.documentElement stays when the body is replaced.`
      : 'Set what is missing on the element or on a <customer-dashboard> around it, or call provideDashboard(); null says that there is none yet.',
    // React on a server writes the property `customerId` as this attribute.
    lacksCustomer && element.closest('[customerid]') && 'The attribute is called customer-id, not customerid.',
  ];
  console.warn(sentences.filter(Boolean).join(' '));
}
