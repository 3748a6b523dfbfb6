import { html, nothing, type TemplateResult } from 'lit';
import { customerInfoWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';

interface InlineButton {
  readonly part: string;
  readonly text: string;
  /** Its name, where the words alone do not say of what. */
  readonly label?: string | undefined;
  readonly path?: string | undefined;
  /** Shows its icon alone: then `path` must be a common one. */
  readonly iconOnly?: boolean | undefined;
  /** Whether it may be used is not known yet: it takes its room. */
  readonly isUnsettled?: boolean | undefined;
  /** The datum it is about. */
  readonly key?: string | undefined;
  readonly onClick: () => void;
}

/** A button in a line of text. */
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

/** What shows a masked datum whole; where this operator may not, what explains that. */
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
  /** Whether it stands in a narrow column, beside a label. */
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

/** What can be done with a datum that stands there whole. */
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
  /** What is copied, where `what` is several. */
  readonly one?: string | undefined;
  /** How the last attempt to copy this one ended. */
  readonly copied: boolean | undefined;
  readonly onCopy: (() => void) | undefined;
  readonly onHide: (() => void) | undefined;
  /** Whether it stands in a narrow column, beside a label. */
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
