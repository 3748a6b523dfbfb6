import type { TemplateResult } from 'lit';
import { controlWords } from './words.en.ts';
import type { Explanation } from './explanation.ts';
import * as icons from './icons.ts';
import type { Popovers } from './popover.ts';

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
