import type { TemplateResult } from 'lit';
import type { DayRange } from '../domain/time.ts';
import { calendar } from './tool-icons.ts';
import type { Popovers } from './popover.ts';
import { rangeText } from './range-text.ts';

export interface RangePicker {
  /** The name of the popover, unique in the widget. */
  readonly name?: string | undefined;
  /** The date that the range applies to: `Order date`. */
  readonly label: string;
  readonly value: DayRange;
  readonly onChange: (range: DayRange) => void;
}

/**
 * Renders a button that shows the current range and opens the choices: presets, or any two days. Days are those of the
 * displayed time zone. Requires `popoverStyles`.
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
