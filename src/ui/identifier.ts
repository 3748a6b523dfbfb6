import { html, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';
import { icon } from './icon.ts';
import { copy } from './icons.ts';
import { datum, name } from './text.ts';

/** Matches a machine-generated id: `user_01M5QZ…`, a UUID. An email address does not match. */
const opaque = /^(?=.*\d)[^\s@]{20,}$/;

/** Returns an id in a short form that is still distinguishable: `C-20817`, but `user_01M…7K2P`. */
export const briefId = (id: string): string =>
  opaque.test(id) ? id.replace(/^([a-z]{1,12}_)?(.{3}).*(.{4})$/i, '$1$2…$3') : id;

/** Renders an id in its short form, with a copy button if the form is abbreviated. */
export const identifier = (id: string, l10n: Localization): TemplateResult =>
  opaque.test(id) ? html`${datum(briefId(id))}${copyId(id, l10n)}` : name(id, l10n);

/**
 * Renders the copy button of an abbreviated id. It is separate from the short form, because a heading or link must not
 * contain a button.
 */
export function copyId(id: string, l10n: Localization): TemplateResult | string {
  if (!opaque.test(id)) return '';
  // The copying code loads on the first click.
  const take = ({ currentTarget }: Event) => {
    const status = (currentTarget as Element).nextElementSibling!;
    void import('./copy-to.ts').then(({ copyTo }) => copyTo(status, id, l10n.common));
  };
  const label = l10n.text(l10n.common.copyId, { id: briefId(id) });
  return html`<button
      type="button"
      class="button inline icon-only"
      part="button"
      aria-label=${label}
      title=${id}
      @click=${take}
    >
      ${icon(copy)}</button
    ><span class="quiet small" role="status"></span>`;
}
