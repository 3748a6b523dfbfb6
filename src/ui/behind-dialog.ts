import { css, type CSSResult } from 'lit';
import { sheetIn } from '../element/shadow-tree/adopted-styles.ts';

interface Page {
  /** The number of open dialogs on the page. */
  count: number;
  readonly release: () => void;
}

const pages = new WeakMap<Document, Page>();

/**
 * Blocks scrolling of the page while at least one dialog is open. Returns a function that releases it. Uses an adopted
 * style sheet, so that no style of the host page is changed and none has to be restored.
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

/**
 * After a click beside the fields of a dialog the focus is on the body. Stops Escape there, so that it closes the
 * dialog only.
 */
function keepEscape(event: KeyboardEvent): void {
  const { body, documentElement } = (event.currentTarget as Window).document;
  if (event.key === 'Escape' && (event.target === body || event.target === documentElement)) event.stopPropagation();
}

function stylesFor({ documentElement, body, defaultView }: Document): readonly CSSResult[] {
  if (!defaultView) return [];
  // If the root's overflow is `visible`, the body's overflow applies to the window and not to the body itself.
  const isBodys = body && defaultView.getComputedStyle(documentElement).overflow === 'visible';
  // Reserves the room of the scroll bar, so that the layout does not shift when it disappears.
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
