import type { TemplateResult } from 'lit';
import type { Coded } from '../domain/coded.ts';
import type { DayRange } from '../domain/time.ts';
import { controlWords } from './words.en.ts';
import * as icons from './icons.ts';
import type { Popovers } from './popover.ts';

/** Where a figure comes from. What is absent is not said. */
export interface Explanation {
  /** The figure's own words: its label. */
  readonly what: string;
  /** What is counted, in a sentence. */
  readonly counts: string;
  /** Whether returns are taken off. */
  readonly returns?: 'net' | 'gross' | undefined;
  /** Over which days; `{}`: the whole life. */
  readonly range?: DayRange | undefined;
  /** Of how many orders. */
  readonly orders?: number | undefined;
  /** Over which channels. */
  readonly scope?: Coded | undefined;
  /** What else there is to know, in the words of the widget. */
  readonly further?: readonly (readonly [label: string, text: string])[] | undefined;
  /** As of when: RFC 3339. */
  readonly asOf?: string | undefined;
}

/**
 * The small disclosure beside a figure; it takes no room of its own. `name` is unique in the widget, and `popoverStyles`
 * go with it.
 *
 *     explain(this.#popovers, 'revenue', () => ({ what: words.revenue, counts: words.revenueCounts, returns: 'net' }))
 */
export const explain = (popovers: Popovers, name: string, what: string, of: () => Explanation): TemplateResult => {
  const { l10n } = popovers.host;
  const label = l10n.text(l10n.words(controlWords).explain, { what });
  return popovers.render({
    name: `explain-${name}`,
    label,
    button: { label, path: icons.info, iconOnly: true, kind: 'inline', className: 'explain' },
    load: () => import('./explanation.ts'),
    content: ({ explanation }) => explanation(of(), popovers.host),
    takesFocus: false,
  });
};
