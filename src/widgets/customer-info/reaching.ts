import { html, nothing, type TemplateResult } from 'lit';
import type { Consent, Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import { customerInfoWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { name } from '../../ui/text.ts';
import { isReserved } from './facts.ts';

export type Channel = 'email' | 'phone';

/**
 * Returns true if a channel can be used. Customers who have denied consent, or have not answered yet, can be contacted
 * only about their orders and requests, and only if the host allows it.
 */
export const mayReach = (customer: Customer, channel: Channel, inService: boolean): boolean =>
  inService || !isReserved(customer.consent?.[channel]);

/** Returns a `mailto:` URL if the text is an email address. Encoding prevents headers and more recipients in it. */
export function mailHref(email: string): string | undefined {
  const [, mailbox, domain] = /^([^\s@<>",;]+)@([^\s@<>",;]+)$/.exec(email) ?? [];
  return mailbox && domain && `mailto:${encodeURIComponent(mailbox)}@${encodeURIComponent(domain)}`;
}

/** Returns the `mailto:` URL of a customer whose whole address is visible. */
export const mailTo = ({ email }: Customer): string | undefined =>
  email && !isWithheld(email) ? mailHref(email) : undefined;

/** Renders the customer's consent, one line per channel. A channel without a known consent has none. */
export function consentLines({ consent }: Customer, inService: boolean, l10n: Localization): TemplateResult {
  const { serviceOnly } = l10n.words(customerInfoWords);
  return html`${(['email', 'phone'] as const).map((channel) => {
    const said = consent?.[channel];
    if (!said) return nothing;
    const text = sentence(channel, said, l10n);
    return html`<p class="quiet" part="consent">${text}${said.note ? html`: ${name(said.note, l10n)}` : nothing}</p>
      ${inService && isReserved(said) ? html`<p class="quiet" part="consent">${serviceOnly}</p>` : nothing}`;
  })}`;
}

function sentence(channel: Channel, { state, since }: Consent, l10n: Localization): string {
  const words = l10n.words(customerInfoWords);
  const sentences = {
    email: {
      granted: [words.emailGranted, words.emailGrantedOn],
      denied: [words.emailDenied, words.emailDeniedOn],
      pending: [words.emailPending, words.emailPendingSince],
    },
    phone: {
      granted: [words.phoneGranted, words.phoneGrantedOn],
      denied: [words.phoneDenied, words.phoneDeniedOn],
      pending: [words.phonePending, words.phonePendingSince],
    },
  } as const;
  const [always, dated] = sentences[channel][state];
  return since ? l10n.text(dated, { day: l10n.day(since) }) : always;
}
