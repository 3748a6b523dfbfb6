// The additional figures and badges, which are loaded on demand.
import type { TemplateResult } from 'lit';
import { badge } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { customerFurtherWords } from './further-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';

export { customFields } from './custom-fields.ts';
export { furtherFigures, pointsOn } from './further-figures.ts';
export { highValueOf, thresholdsIn } from './high-value.ts';

/** Renders the badge of a customer of high value by the host's threshold. */
export const highValueBadge = (l10n: Localization): TemplateResult =>
  badge('neutral', icons.tag, l10n.words(customerFurtherWords).highValue);
