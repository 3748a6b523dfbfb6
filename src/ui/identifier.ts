import { html, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';
import { icon } from './icon.ts';
import { copy } from './icons.ts';
import { datum, name } from './text.ts';

/** Made by a machine and read by none but machines: `user_01M5QZ…`, a UUID. An address is not. */
const opaque = /^(?=.*\d)[^\s@]{20,}$/;

/** An id as people can tell it from another: `C-20817`, but `user_01M…7K2P`. */
export const briefId = (id: string): string =>
  opaque.test(id) ? id.replace(/^([a-z]{1,12}_)?(.{3}).*(.{4})$/i, '$1$2…$3') : id;

/** An id in its short form; one that cannot be read as a whole can be copied. */
export const identifier = (id: string, l10n: Localization): TemplateResult =>
  opaque.test(id) ? html`${datum(briefId(id))}${copyId(id, l10n)}` : name(id, l10n);

/** What copies an id that is not shown as a whole. Beside the short form, for a heading or a link holds no button. */
export function copyId(id: string, l10n: Localization): TemplateResult | string {
  if (!opaque.test(id)) return '';
  // What copies comes when it is wanted.
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
