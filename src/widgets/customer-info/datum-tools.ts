import { html, nothing, type TemplateResult } from 'lit';
import { customerInfoWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';

interface InlineButton {
  readonly part: string;
  readonly text: string;
  /** The accessible name, if the text alone is ambiguous. */
  readonly label?: string | undefined;
  readonly path?: string | undefined;
  /** Hides the text; `path` must then be a common icon. */
  readonly iconOnly?: boolean | undefined;
  /** True until the permission is known: the button takes up its space. */
  readonly isUnsettled?: boolean | undefined;
  /** The key of the value. */
  readonly key?: string | undefined;
  readonly onClick: () => void;
}

/** Renders a button in a line of text. */
export const inlineButton = ({
  part,
  text,
  label,
  path,
  iconOnly = false,
  isUnsettled = false,
  key,
  onClick,
}: InlineButton): TemplateResult =>
  html`<button
    type="button"
    class="button inline ${iconOnly ? 'icon-only' : ''} ${isUnsettled ? 'hidden' : ''}"
    part=${part}
    data-datum=${key ?? nothing}
    aria-label=${label ?? nothing}
    title=${iconOnly ? (label ?? text) : nothing}
    @click=${onClick}
  >
    ${path ? icon(path) : nothing}${iconOnly ? nothing : text}
  </button>`;

interface Datum {
  readonly key: string;
  readonly what: string;
  readonly l10n: Localization;
}

/** Renders the button that reveals a masked value or, without the permission, the button that explains why not. */
export function revealButton({
  key,
  what,
  isDenied,
  isUnsettled,
  isLabelled,
  l10n,
  onClick,
}: Datum & {
  readonly isDenied: boolean;
  readonly isUnsettled: boolean;
  /** True if the value is in a narrow column beside a label. */
  readonly isLabelled: boolean;
  readonly onClick: () => void;
}): TemplateResult {
  const words = l10n.words(customerInfoWords);
  const label = l10n.text(words.revealWhat, { what: l10n.withinSentence(what) });
  return inlineButton({
    part: 'reveal',
    text: words.reveal,
    label,
    path: isDenied ? icons.lock : icons.eye,
    iconOnly: isLabelled,
    isUnsettled,
    key,
    onClick,
  });
}

/** Renders the actions for a value that is shown in full. */
export function datumTools({
  key,
  what,
  one = what,
  l10n,
  copied,
  onCopy,
  onHide,
  isLabelled,
}: Datum & {
  /** The name of a single value, if `what` is plural. */
  readonly one?: string | undefined;
  /** The outcome of the last attempt to copy this value. */
  readonly copied: boolean | undefined;
  readonly onCopy: (() => void) | undefined;
  readonly onHide: (() => void) | undefined;
  /** True if the value is in a narrow column beside a label. */
  readonly isLabelled: boolean;
}): TemplateResult | typeof nothing {
  if (!onCopy && !onHide) return nothing;
  const words = l10n.words(customerInfoWords);
  const copies = l10n.text(words.copyWhat, { what: l10n.withinSentence(one) });
  return html`${
    onCopy
      ? html`<button
          type="button"
          class="button icon-only inline"
          part="copy"
          aria-label=${copies}
          title=${copies}
          @click=${onCopy}
        >
          ${icon(copied ? icons.check : icons.copy)}
        </button>`
      : nothing
  }${
    onHide
      ? inlineButton({
          part: 'hide',
          text: words.hide,
          label: l10n.text(words.hideWhat, { what: l10n.withinSentence(what) }),
          path: icons.eyeOff,
          iconOnly: isLabelled,
          key,
          onClick: onHide,
        })
      : nothing
  }${copied === false ? html`<span class="quiet small">${l10n.common.notCopied}</span>` : nothing}`;
}
