import { html, nothing, type TemplateResult } from 'lit';
import type { List } from '../../data/snapshot.ts';
import type { Named } from '../../domain/customer.ts';
import { customerEditWords } from './edit-words.en.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import type { SearchField } from '../../ui/search-field.ts';
import { businessChoice } from './business-choice.ts';
import type { EditField } from './edit-draft.ts';
import { errorOf, taxFields, textField, theirs, verificationField, type EditView } from './edit-fields.ts';
import { explained, formMessage } from '../../ui/explain-error.ts';

export interface EditDialog extends EditView {
  readonly signIn: string | null | undefined;
  /** The changes that the permissions and the platform allow. */
  readonly may: { readonly update: boolean; readonly status: boolean };
  /** The business accounts to choose from; absent if the platform has none. */
  readonly businesses: { readonly list: List<Named> | 'loading' | 'failed'; readonly search: SearchField } | undefined;
  readonly onRetrySearch: () => void;
  readonly onClose: () => void;
}

const mine: Readonly<Record<EditField, 'update' | 'status'>> = {
  login: 'update',
  recoveryEmail: 'update',
  businessAccounts: 'update',
  taxExempt: 'update',
  taxExemptUntil: 'update',
  verification: 'status',
};

/** Returns the dialog that edits a customer's data. Where two people changed the same field, it shows both values. */
export function editDialog(view: EditDialog): DialogContent {
  const { l10n } = view;
  const words = l10n.words(customerEditWords);
  return { heading: words.edit, l10n, body: form(view), footer: footer(view, words) };
}

function form(view: EditDialog): TemplateResult {
  const { flow, l10n, may } = view;
  const { draft } = flow;
  const words = l10n.words(customerEditWords);
  if (!draft) return html`<div class="body"></div>`;
  const { values, base } = draft;
  const submit = (event: Event) => {
    event.preventDefault();
    void flow.save();
  };
  const knows = (name: EditField) => may[mine[name]];
  return html`<form class="body edit" part="form" id="edit-form" novalidate @submit=${submit}>
    ${news(view)}
    <fieldset ?disabled=${flow.phase !== 'idle'}>
      ${knows('login') && base.login !== undefined ? textField(view, 'login', words.login) : nothing}
      ${
        knows('recoveryEmail') && base.recoveryEmail !== undefined
          ? textField(view, 'recoveryEmail', words.recoveryEmail, 'email')
          : nothing
      }
      ${
        knows('businessAccounts') && view.businesses
          ? businessChoice({
              ...view.businesses,
              chosen: values.businessAccounts,
              error: errorOf(view, 'businessAccounts'),
              theirs: theirs(view, 'businessAccounts'),
              l10n,
              onChoose: (account, isChosen) => flow.choose(account, isChosen),
              onRetry: view.onRetrySearch,
            })
          : nothing
      }
      ${knows('taxExempt') ? taxFields(view) : nothing} ${knows('verification') ? verificationField(view) : nothing}
    </fieldset>
  </form>`;
}

/** Renders the state of the submitted changes. */
function news(view: EditDialog): TemplateResult | typeof nothing {
  const { flow, l10n, signIn } = view;
  const words = l10n.words(customerEditWords);
  const said = flow.draft?.news;
  if (flow.phase === 'unknown') return formMessage('warning', words.unknown);
  if (!said) return flow.keepsVersions ? nothing : formMessage('quiet', words.noVersions);
  if (said.kind === 'unchanged') return formMessage('quiet', words.unchanged, unchangedId);
  if (said.kind === 'conflict') return formMessage('warning', words.conflict);
  const what = said.kind === 'partly' ? words.partlySaved : words.notSaved;
  return formMessage('danger', html`${what} ${said.error ? explained(said.error, l10n, signIn) : nothing}`);
}

/** The id of the text that says that there is nothing to save. */
const unchangedId = 'edit-unchanged';

function footer({ flow, l10n, onClose }: EditDialog, words: (typeof customerEditWords)['english']): TemplateResult {
  const { phase, isDirty } = flow;
  if (phase === 'unknown')
    return flow.canCheck
      ? html`<button type="button" class="button primary" part="check" @click=${() => void flow.check()}>
          ${words.check}
        </button>`
      : html`<button type="button" class="button" part="read-again" @click=${() => flow.readAgain()}>
          ${words.readAgain}
        </button>`;
  return html`${
      isDirty && phase === 'idle'
        ? html`<button type="button" class="button ghost discard" part="discard" @click=${() => flow.discard()}>
            ${words.discard}
          </button>`
        : nothing
    }
    <button type="button" class="button ghost" part="cancel" @click=${onClose}>${l10n.common.cancel}</button>
    <button
      type="submit"
      form="edit-form"
      class="button primary"
      part="save"
      ?disabled=${phase === 'pending'}
      aria-describedby=${flow.draft?.news?.kind === 'unchanged' ? unchangedId : nothing}
    >
      ${phase === 'pending' ? words.saving : words.save}
    </button>`;
}
