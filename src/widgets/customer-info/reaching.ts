import { html, nothing, type TemplateResult } from 'lit';
import type { Consent, Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import { customerInfoWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { datum } from '../../ui/text.ts';
import { isReserved } from './facts.ts';

export type Channel = 'email' | 'phone';

/**
 * Whether a channel leads anywhere. A customer who has denied it, or has not yet answered, is written to or called
 * only in the service of what they have asked or bought, and only where the host says that it does that.
 */
export const mayReach = (customer: Customer, channel: Channel, inService: boolean): boolean =>
  inService || !isReserved(customer.consent?.[channel]);

/** Only what is an address; and nothing in it may become a subject or a second recipient. */
export function mailHref(email: string): string | undefined {
  const [, mailbox, domain] = /^([^\s@<>",;]+)@([^\s@<>",;]+)$/.exec(email) ?? [];
  return mailbox && domain && `mailto:${encodeURIComponent(mailbox)}@${encodeURIComponent(domain)}`;
}

/** The operator's own mail program, where the address is known whole. */
export const mailTo = ({ email }: Customer): string | undefined =>
  email && !isWithheld(email) ? mailHref(email) : undefined;

/** What the customer has said to being contacted, one line a channel. A channel of which nothing is known has none. */
export function consentLines({ consent }: Customer, inService: boolean, l10n: Localization): TemplateResult {
  const { serviceOnly } = l10n.words(customerInfoWords);
  return html`${(['email', 'phone'] as const).map((channel) => {
    const said = consent?.[channel];
    if (!said) return nothing;
    const text = sentence(channel, said, l10n);
    return html`<p class="quiet" part="consent">${text}${said.note ? html`: ${datum(said.note)}` : nothing}</p>
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
