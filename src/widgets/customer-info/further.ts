// Loaded on demand: the additional figures and badges.
import type { TemplateResult } from 'lit';
import type { Localization } from '../../i18n/localization.ts';
import { badge } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { customerFurtherWords } from './further-words.en.ts';

export { customFields } from './custom-fields.ts';
export { highValueOf, thresholdsIn } from '../../features/figures/high-value.ts';
export { furtherFigures } from '../../features/figures/further-figures.ts';
export { statusCell } from '../../features/orders/order-signs.ts';
export { latestOrders } from '../../features/orders/orders-list.ts';

/** Renders the badge of a customer of high value by the host's threshold. */
export const highValueBadge = (l10n: Localization): TemplateResult =>
  badge('neutral', icons.tag, l10n.words(customerFurtherWords).highValue);
