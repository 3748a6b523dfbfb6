import { html, nothing, type TemplateResult } from 'lit';
import { shortened } from '../i18n/message.ts';

export interface Opener {
  readonly label: string | TemplateResult;
  readonly part: string;
  readonly className?: string;
  /** The accessible name, if the label is an icon. */
  readonly name?: string;
  /** `href` if the opener has a URL; `as: 'popup'` for a separate window. */
  readonly opening: { readonly as: string; readonly href?: string | undefined };
  /** `true` if the label is data, which page translators must not change. */
  readonly isData?: boolean;
  readonly onOpen: (event: Event) => void;
}

/** Renders a control that opens an item: a link, which supports every kind of click and key, or a button. */
export const opener = ({
  label: whole,
  part,
  className = 'link',
  name,
  opening: { as, href },
  isData,
  onOpen,
}: Opener): TemplateResult => {
  const label = typeof whole === 'string' ? shortened(whole) : whole;
  return href === undefined
    ? html`<button
        type="button"
        class="datum ${className}"
        part=${part}
        translate=${isData ? 'no' : nothing}
        aria-label=${name ?? nothing}
        title=${name ?? nothing}
        @click=${onOpen}
      >
        ${label}
      </button>`
    : html`<a
        class="datum ${className}"
        part=${part}
        translate=${isData ? 'no' : nothing}
        aria-label=${name ?? nothing}
        title=${name ?? nothing}
        href=${href}
        target=${as === 'popup' ? '_blank' : nothing}
        rel=${as === 'popup' ? 'noopener' : nothing}
        @click=${onOpen}
        @auxclick=${onOpen}
        >${label}</a
      >`;
};

/** Renders the control in a footer that opens all rows. */
export const viewAllLink = (
  label: string,
  { opening, open }: { readonly opening: Opener['opening']; readonly open: (event: Event) => void },
): TemplateResult => opener({ label, part: 'view-all', opening, onOpen: open });

/** Renders the control that replaces it while all rows are shown: it returns to the latest rows. */
export const lessLink = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" class="link" part="view-less" @click=${onClick}>${label}</button>`;
