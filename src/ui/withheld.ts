import { css, html, nothing, type TemplateResult } from 'lit';
import type { Withheld } from '../domain/field.ts';
import { isBlank } from '../domain/visible.ts';
import type { Localization } from '../i18n/localization.ts';
import { iconButton } from './button.ts';
import { safeHref } from '../element/href.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';
import { name, openly } from './text.ts';

export interface WithheldField {
  readonly field: Withheld;
  /** The name of the field. */
  readonly what: string;
  /** `true` if a label beside it shows the name already. */
  readonly isLabelled?: boolean;
  readonly l10n: Localization;
  /** `true` if the last attempt to copy this field succeeded. */
  readonly copied?: boolean | undefined;
  readonly onCopy: (text: string) => void;
  /** Called when the link to the explanation is followed. */
  readonly onExplain: (event: Event) => void;
  /** The action for the field. A masked field that can be revealed needs no notice that it is masked. */
  readonly action?: TemplateResult | typeof nothing;
}

/** Renders a withheld field: its substitute, a notice that it is incomplete, and the reason. */
export function withheld(view: WithheldField): TemplateResult {
  const { field, l10n } = view;
  const { display, token, reason, infoUrl } = field;
  const { action = nothing } = view;
  const href = safeHref(infoUrl);
  const why = href
    ? html`<a class="link" part="link" href=${href} target="_blank" rel="noreferrer" @click=${view.onExplain}
        >${l10n.common.why}</a
      >`
    : nothing;
  const shown = field.withheld === 'encrypted' ? (display ?? token) : display;
  if (field.withheld === 'denied' || shown === undefined || isBlank(shown))
    return html`<p class="line">${refusal(view)} ${why}</p>`;
  return html`<p class="line">
      ${field.withheld === 'encrypted' ? encrypted(shown, view) : name(shown, l10n)}
      ${
        action !== nothing && field.withheld === 'masked'
          ? nothing
          : html`<span class="quiet">${l10n.common[field.withheld]}</span>`
      }
      ${action} ${view.copied ? html`<span>${l10n.common.copied}</span>` : nothing} ${why}
    </p>
    ${view.copied === false ? html`<p class="quiet small">${l10n.common.notCopied}</p>` : nothing}
    ${reason ? html`<p class="quiet small">${name(reason, l10n)}</p>` : nothing}`;
}

/** Renders the reason if nothing can be shown, in the platform's words or the library's. */
function refusal({ field, what, isLabelled, l10n }: WithheldField): TemplateResult {
  const why = field.reason ?? l10n.common[field.withheld];
  const words = isLabelled ? why : l10n.text(l10n.common.withheldField, { what, why });
  return html`<span class="withheld" part="withheld">${icon(icons.lock)}<bdi>${openly(words, l10n)}</bdi></span>`;
}

/** Renders the token of an encrypted value, with a copy button, for use in another system. */
function encrypted(shown: string, { field, what, l10n, copied, onCopy }: WithheldField): TemplateResult {
  const { common } = l10n;
  return html`<span class="taken"
    ><code class="code" part="code">${name(shown, l10n)}</code>${iconButton({
      label: l10n.text(common.copyField, { what }),
      path: copied ? icons.check : icons.copy,
      kind: 'inline',
      onClick: () => onCopy(field.token ?? shown),
    })}</span
  >`;
}

export const withheldStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_unit) * 1.5);
  }

  .line > .link {
    margin-block: calc(var(--_unit) * -1.1);
  }

  .withheld {
    display: inline-flex;
    gap: calc(var(--_unit) * 1);
    color: var(--_text-quiet);
  }

  .withheld > .icon {
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
    margin-block-start: calc(var(--_unit) * 0.75);
    stroke-width: 1.6;
  }

  .withheld > bdi::first-letter {
    text-transform: uppercase;
  }

  .withheld > bdi {
    display: block;
  }

  .taken {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  /* One click selects the whole text if the clipboard is unavailable. */
  .taken > .code {
    margin-inline-end: calc(var(--_unit) * 1);
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
