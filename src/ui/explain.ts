import type { TemplateResult } from 'lit';
import type { Coded } from '../domain/coded.ts';
import type { DayRange } from '../domain/time.ts';
import { controlWords } from './words.en.ts';
import * as icons from './icons.ts';
import type { Popovers } from './popover.ts';

/** The definition of a figure. Absent members are not shown. */
export interface Explanation {
  /** The label of the figure. */
  readonly what: string;
  /** A sentence that says what is counted. */
  readonly counts: string;
  /** `net` if returns are deducted, `gross` if not. */
  readonly returns?: 'net' | 'gross' | undefined;
  /** The days that are counted; `{}` for the customer's whole lifetime. */
  readonly range?: DayRange | undefined;
  /** The number of orders that are counted. */
  readonly orders?: number | undefined;
  /** The channels that are counted. */
  readonly scope?: Coded | undefined;
  /** Further terms, in the words of the widget. */
  readonly further?: readonly (readonly [label: string, text: string])[] | undefined;
  /** The time of the data, as RFC 3339. */
  readonly asOf?: string | undefined;
}

/**
 * Renders the disclosure button beside a figure, which adds no layout space. `name` must be unique in the widget.
 * Requires `popoverStyles`.
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
