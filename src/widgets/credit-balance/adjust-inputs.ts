import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CreditAccount } from '../../domain/credit.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import { down } from '../../ui/icons.ts';
import { tooLong } from '../../ui/too-long.ts';
import type { AdjustController } from './adjust-controller.ts';
import { excessIn, type AdjustDraft, type AdjustField } from './adjust-draft.ts';

/** What the fields of an adjustment are drawn from. */
interface Inputs {
  readonly draft: AdjustDraft;
  readonly account: CreditAccount;
  readonly flow: AdjustController;
  readonly l10n: Localization;
}

interface InputOptions {
  readonly required?: boolean;
  readonly focus?: boolean;
  readonly type?: 'text' | 'date';
}

/** What is wrong with a field. */
export const errorOf = ({ draft, flow, l10n }: Inputs, name: AdjustField) =>
  tooLong(excessIn(draft, name), l10n) ?? flow.errors[name];

/** What is typed in. */
export function input(
  inputs: Inputs,
  name: AdjustField,
  { required = false, focus = false, type = 'text' }: InputOptions = {},
): TemplateResult {
  const { draft, flow, l10n } = inputs;
  const error = errorOf(inputs, name);
  return html`<input
    class="input"
    part="input"
    id="adjust-${name}"
    type=${type}
    min=${type === 'date' ? l10n.today : nothing}
    inputmode=${name === 'amount' ? 'decimal' : 'text'}
    autocomplete="off"
    ?autofocus=${focus}
    aria-required=${required ? 'true' : 'false'}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${error ? `adjust-${name}-message` : nothing}
    .value=${live(draft[name])}
    @input=${(event: Event) => flow.change({ [name]: (event.target as HTMLInputElement).value })}
    @change=${() => flow.touch(name)}
  />`;
}

/** What is chosen from. */
export function select(
  { draft, account, flow }: Inputs,
  name: 'accountId' | 'reason',
  options: readonly { readonly value: string; readonly label: string }[],
): TemplateResult {
  const error = flow.errors[name];
  const chosen = name === 'accountId' ? account.id : draft.reason;
  return html`<span class="select"
    ><select
      class="input"
      part="input"
      id="adjust-${name}"
      aria-required="true"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${error ? `adjust-${name}-message` : nothing}
      @change=${(event: Event) => flow.change({ [name]: (event.target as HTMLSelectElement).value })}
    >
      ${options.map(
        ({ value, label }) => html`<option .value=${value} .selected=${live(value === chosen)}>${label}</option>`,
      )}</select
    >${icon(down)}</span
  >`;
}
