// What is shown where the host or the customer asks for more than usual. Loaded then.
import type { TemplateResult } from 'lit';
import { badge } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { customerFurtherWords } from './further-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';

export { customFields } from './custom-fields.ts';
export { furtherFigures, pointsOn } from './further-figures.ts';
export { highValueOf, thresholdsIn } from './high-value.ts';

/** That a customer is of high value by the host's measure. */
export const highValueBadge = (l10n: Localization): TemplateResult =>
  badge('neutral', icons.tag, l10n.words(customerFurtherWords).highValue);
