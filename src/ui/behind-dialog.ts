import { css, type CSSResult } from 'lit';
import { sheetIn } from '../element/shadow-tree/adopted-styles.ts';

interface Page {
  /** How many dialogs are open on it. */
  count: number;
  readonly release: () => void;
}

const pages = new WeakMap<Document, Page>();

/**
 * Makes a page stand still while a dialog is open over it, as long as one is; returns what ends it. The page is styled by
 * a sheet of its own: nothing that the host has set is changed, and nothing has to be put back.
 */
export function standBehind(document: Document): () => void {
  const page = pages.get(document) ?? { count: 0, release: hold(document) };
  pages.set(document, page);
  page.count += 1;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    page.count -= 1;
    if (page.count) return;
    pages.delete(document);
    page.release();
  };
}

function hold(document: Document): () => void {
  const view = document.defaultView;
  const sheets = stylesFor(document).flatMap((styles) => sheetIn(document, styles) ?? []);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  view?.addEventListener('keydown', keepEscape, { capture: true });
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
    view?.removeEventListener('keydown', keepEscape, { capture: true });
  };
}

/** Who clicked beside the fields of a dialog has the focus on the page's body: Escape is the dialog's all the same. */
function keepEscape(event: KeyboardEvent): void {
  const { body, documentElement } = (event.currentTarget as Window).document;
  if (event.key === 'Escape' && (event.target === body || event.target === documentElement)) event.stopPropagation();
}

function stylesFor({ documentElement, body, defaultView }: Document): readonly CSSResult[] {
  if (!defaultView) return [];
  // Where the root says nothing, the window scrolls as the body says, and the body itself does not.
  const isBodys = body && defaultView.getComputedStyle(documentElement).overflow === 'visible';
  // No scroll bar, and yet nothing moves.
  const hasBar = defaultView.innerWidth > documentElement.clientWidth;
  return [still, ...(isBodys ? [bodyAsBefore] : []), ...(hasBar ? [gutter] : [])];
}

const still = css`
  @media screen {
    :root {
      overflow: hidden !important;
    }
  }
`;

const bodyAsBefore = css`
  @media screen {
    body {
      overflow: visible !important;
    }
  }
`;

const gutter = css`
  @media screen {
    :root {
      scrollbar-gutter: stable !important;
    }
  }
`;
