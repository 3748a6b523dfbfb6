import type { TemplateResult } from 'lit';
import type { DayRange } from '../domain/time.ts';
import { calendar } from './icons.ts';
import type { Popovers } from './popover.ts';
import { rangeText } from './range-text.ts';

export interface RangePicker {
  /** Unique in the widget. */
  readonly name?: string | undefined;
  /** Which dates are chosen: `Order date`. */
  readonly label: string;
  readonly value: DayRange;
  readonly onChange: (range: DayRange) => void;
}

/**
 * One button that says which days are shown and opens what to choose from: named ranges, or any two days. Days are
 * those of the zone that is shown. `popoverStyles` go with it.
 *
 *     rangePicker(this.#popovers, { label: words.orderDate, value: this.#range, onChange: (range) => … })
 */
export const rangePicker = (
  popovers: Popovers,
  { name = 'range', label, value, onChange }: RangePicker,
): TemplateResult => {
  const { host } = popovers;
  const choose = (range: DayRange): void => {
    popovers.close();
    onChange(range);
  };
  return popovers.render({
    name,
    label,
    button: { label: rangeText(value, host.l10n), path: calendar, about: label },
    load: async () => new (await import('./range-panel.ts')).RangePanel(host),
    content: (panel) => panel.render(name, value, choose),
  });
};
