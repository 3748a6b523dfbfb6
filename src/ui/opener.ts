import { html, nothing, type TemplateResult } from 'lit';
import { shortened } from '../i18n/shortened.ts';

export interface Opener {
  readonly label: string | TemplateResult;
  readonly part: string;
  readonly className?: string;
  /** What it is called, where its label is an icon. */
  readonly name?: string;
  /** `href` where it leads somewhere, `as: 'popup'` in a window of its own. */
  readonly opening: { readonly as: string; readonly href?: string | undefined };
  /** The label is data, which no translator of pages may touch. */
  readonly isData?: boolean;
  readonly onOpen: (event: Event) => void;
}

/** What opens a thing: a link, which every kind of click and key may follow in its own way, or a button. */
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

/** In a footer: what opens all rows, in whichever way. */
export const viewAllLink = (
  label: string,
  { opening, open }: { readonly opening: Opener['opening']; readonly open: (event: Event) => void },
): TemplateResult => opener({ label, part: 'view-all', opening, onOpen: open });

/** In its place where they are all there: back to the latest. */
export const lessLink = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" class="link" part="view-less" @click=${onClick}>${label}</button>`;
