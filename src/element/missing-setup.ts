// Loaded on its own, when an adapter or a customer is missing.
import { setupWords } from './setup-words.en.ts';
import { BaseElement } from './base-element.ts';
import { lostRoot } from './contexts.ts';
import type { WidgetHost } from './widget-host.ts';

const isMissing = (value: unknown): boolean => value === undefined;
const lacksCustomer = ({ scope, provided }: WidgetHost): boolean =>
  scope === 'customer' && isMissing(provided.customerId);

/** A value that was set in place of an adapter or of a customer id, and the element that it was set on. */
interface WrongValue {
  readonly name: 'adapter' | 'customerId';
  readonly value: unknown;
  readonly tag: string;
}

/** Returns the wrong value that the element, or the nearest dashboard that sets one, has for what is missing. */
function wrongValue(element: WidgetHost): WrongValue | undefined {
  const { client, customerId } = element.provided;
  const name = isMissing(client) ? 'adapter' : 'customerId';
  if (name === 'customerId' && !isMissing(customerId)) return undefined;
  for (let at: Element | undefined = element; at;) {
    // What an element of the page has under the same name is its own.
    const value = at instanceof BaseElement ? (at as unknown as Record<string, unknown>)[name] : undefined;
    if (!isMissing(value)) return { name, value, tag: at.localName };
    const root: Node & Partial<Pick<ShadowRoot, 'host'>> = at.getRootNode();
    at = at.parentElement ?? root.host;
  }
  return undefined;
}

/** Returns the text that the widget shows for a missing adapter or customer, or for a wrong value in its place. */
export function describeMissing(element: WidgetHost) {
  const { provided, l10n } = element;
  const words = l10n.words(setupWords);
  const wrong = wrongValue(element);
  const title = wrong
    ? words[wrong.name === 'adapter' ? 'wrongAdapter' : 'wrongCustomer']
    : !isMissing(provided.client)
      ? words.customer
      : lacksCustomer(element)
        ? words.both
        : words.adapter;
  return { title, help: words.help };
}

const warned = new Set<string>();

/** Warns in the console of a value of a wrong kind, once per page for each kind and element. */
function warnOfWrong({ name, value, tag }: WrongValue): void {
  const wish = name === 'adapter' ? 'an object' : 'text';
  const warning = `Clientele: the ${name} of <${tag}> is of the type ${typeof value}, but must be ${wish}.`;
  if (!warned.has(warning)) console.warn(warning);
  warned.add(warning);
}

let hasWarned = false;
let hasWarnedOfRoot = false;

/**
 * Warns in the console: of what is missing once per page, and once more if a provider was removed from the page since
 * then. Names one of the elements that report at the same time: not one of the platform, which needs no customer, if
 * others lack more.
 */
export function warnOfMissing(element: WidgetHost, late: readonly { readonly host: WidgetHost }[]): void {
  const wrong = wrongValue(element);
  if (wrong) return warnOfWrong(wrong);
  const root = lostRoot();
  if (hasWarnedOfRoot || (hasWarned && !root)) return;
  hasWarned = true;
  hasWarnedOfRoot = root !== undefined;
  const others = late.map(({ host }) => host);
  const named = others.find((other) => other.isConnected && lacksCustomer(other) && !wrongValue(other)) ?? element;
  const missing = [isMissing(named.provided.client) && 'adapter', lacksCustomer(named) && 'customer id'].filter(
    Boolean,
  );
  const among = late.length > 1 ? ` (and ${late.length - 1} more)` : '';
  const sentences = [
    `Clientele: <${named.localName}>${among} has no ${missing.join(' and no ')}.`,
    root
      ? `The <${root}> that was given to provideDashboard() is not in the document any more; document.documentElement stays when the body is replaced.`
      : 'Set what is missing on the element or on a <customer-dashboard> around it, or call provideDashboard(); null says that there is none yet.',
    // React on a server writes the property `customerId` as this attribute.
    lacksCustomer(named) && named.closest('[customerid]') && 'The attribute is called customer-id, not customerid.',
  ];
  console.warn(sentences.filter(Boolean).join(' '));
}
