import { html, type TemplateResult } from 'lit';
import type { CustomerMember } from '../../domain/customer-change.ts';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld, type Withheld } from '../../domain/field.ts';
import { customerLengths } from '../../domain/lengths.ts';
import type { FormRow, TextField } from '../../forms/form-field.ts';
import type { Localization } from '../../i18n/localization.ts';
import { storedIn, textMembers, type CustomerValues, type TextMember } from './customer-values.ts';
import { customerEditWords } from './edit-words.en.ts';

/** The texts that the browser must not correct, and the kinds of their fields. */
const kinds: Readonly<Partial<Record<TextMember, TextField<TextMember>['kind']>>> = {
  email: 'email',
  recoveryEmail: 'email',
  phone: 'tel',
  login: 'text',
};

/**
 * Returns the rows for the texts of a customer that the port takes. A value that is withheld has no field, but a line
 * that says so: a part of it must never overwrite the whole.
 */
export function textRows(
  subject: Customer,
  updates: readonly CustomerMember[],
  l10n: Localization,
): readonly FormRow<CustomerValues>[] {
  const words = l10n.words(customerEditWords);
  const members = textMembers.filter((member) => updates.includes(member) && isOffered(subject, member));
  return members.map((name) => {
    const stored = storedIn(subject, name);
    if (isWithheld(stored)) return withheldRow(words[name], stored, l10n);
    return {
      kind: kinds[name] ?? 'text',
      name,
      label: words[name],
      isOptional: 'unmarked',
      isVerbatim: name in kinds,
      maxLength: customerLengths[name],
      takesFocus: members.find((member) => !isWithheld(storedIn(subject, member))) === name,
    };
  });
}

/**
 * Returns whether a member is offered. Of names, only those that the platform has; a login or a recovery address only
 * if it has one for this customer.
 */
function isOffered(subject: Customer, member: TextMember): boolean {
  const { name, firstName, lastName } = subject;
  const hasParts = firstName !== undefined || lastName !== undefined;
  switch (member) {
    case 'name':
      return name !== undefined || !hasParts;
    case 'firstName':
    case 'lastName':
      return hasParts;
    case 'login':
    case 'recoveryEmail':
      return subject[member] !== undefined;
    default:
      return true;
  }
}

function withheldRow(label: string, stored: Withheld, l10n: Localization): TemplateResult {
  const shown = stored.display ?? stored.token ?? l10n.common[stored.withheld];
  return html`<div class="field">
    <span class="name">${label}</span>
    <p class="message" part="message">
      ${l10n.text(l10n.words(customerEditWords).stays, { shown: `\u2068${shown}\u2069` })}
    </p>
  </div>`;
}
