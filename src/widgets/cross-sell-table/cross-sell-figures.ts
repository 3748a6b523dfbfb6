import { html, nothing, type TemplateResult } from 'lit';
import type { DayRange } from '../../domain/time.ts';
import type { LazyHost } from '../../element/lazy.ts';
import { crossSellTableWords } from './words.en.ts';
import { crossSellToolWords } from './tool-words.en.ts';
import { rangeText } from '../../ui/range-text.ts';
import type { CrossSellColumn } from './cross-sell-columns.ts';

/** Explains what each column counts, and over which days. */
export function columnFigures({ l10n }: LazyHost, names: readonly CrossSellColumn[], range: DayRange): TemplateResult {
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
