// Loaded with the details.
import { nothing, type TemplateResult } from 'lit';
import type { WidgetHost } from '../../element/widget-host.ts';
import { lock } from '../../ui/icons.ts';
import { inlineButton } from './datum-tools.ts';
import { customerInfoWords } from './words.en.ts';

type Button = TemplateResult | typeof nothing;

/** Renders the button, beside the heading of a default address, that changes it. */
export function addressButton({ client, l10n }: WidgetHost, heading: string, onClick: () => void): Button {
  if (!client?.adapter.addresses?.list) return nothing;
  const words = l10n.words(customerInfoWords);
  const label = l10n.text(words.editWhat, { what: l10n.withinSentence(heading) });
  return inlineButton({ part: 'edit-address', text: words.edit, label, onClick });
}

/** Renders the button, beside the login, that changes the password. */
export function passwordButton({ client, l10n, permissions }: WidgetHost, onClick: () => void): Button {
  const { state } = permissions.of('customers.setPassword');
  if (!client?.adapter.customers?.setPassword || state === 'planned') return nothing;
  return inlineButton({
    isUnsettled: state === 'unknown',
    part: 'change-password',
    text: l10n.words(customerInfoWords).changePassword,
    path: state === 'denied' ? lock : undefined,
    onClick,
  });
}
