import { css, html, nothing, type TemplateResult } from 'lit';
import type { DayRange } from '../../domain/time.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { crossSellTableWords } from './words.en.ts';
import { crossSellToolWords } from './tool-words.en.ts';
import { adopt } from '../../ui/styles.ts';
import { rangeText } from '../../ui/range-picker.ts';
import type { CrossSellColumn } from './cross-sell-columns.ts';

/** Explains what each column counts, and over which days. */
export function columnFigures(host: WidgetHost, names: readonly CrossSellColumn[], range: DayRange): TemplateResult {
  adopt(host, figureStyles);
  const { l10n } = host;
  const words = l10n.words(crossSellTableWords);
  const explained = l10n.words(crossSellToolWords);
  return html`<div class="figures" part="explanation">
    <p class="strong">${explained.figures}</p>
    <p>${l10n.text(explained.figuresOver, { range: l10n.withinSentence(rangeText(range, l10n)) })}</p>
    <dl>
      ${names.map((name) =>
        name === 'title'
          ? nothing
          : html`<div>
              <dt>${words[name]}</dt>
              <dd>${explained[`${name}Counts`]}</dd>
            </div>`,
      )}
    </dl>
  </div>`;
}

const figureStyles = css`
  .figures {
    display: grid;
    gap: calc(var(--_unit) * 2);
    max-inline-size: calc(var(--_unit) * 84);
    padding: calc(var(--_unit) * 1.5);
  }

  .figures p,
  .figures dl,
  .figures dd {
    margin: 0;
  }

  .figures dl {
    display: grid;
    gap: calc(var(--_unit) * 1.5);
  }

  .figures dt {
    font-weight: 500;
  }

  .figures dd {
    color: var(--_text-quiet);
  }
`;
