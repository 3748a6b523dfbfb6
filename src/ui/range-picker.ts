import type { TemplateResult } from 'lit';
import type { DayRange } from '../domain/time.ts';
import { calendar } from './tool-icons.ts';
import type { Popovers } from './popover.ts';
import { controlWords } from './words.en.ts';
import type { Localization } from '../i18n/localization.ts';

/** Formats a range: `All dates`, `18 Nov`, `1 Nov to 18 Nov`, `1 Dec 2025 to 1 Jan 2026`, `From 1 Dec 2025`. */
export function rangeText({ from, to }: DayRange, l10n: Localization): string {
  const { common, today } = l10n;
  const words = l10n.words(controlWords);
  const isThisYear = [from, to].every((day) => day === undefined || day.slice(0, 4) === today.slice(0, 4));
  const written = (day: string): string => (isThisYear ? l10n.shortDay(day) : l10n.day(day));
  if (from !== undefined && to !== undefined)
    return from === to ? written(from) : l10n.text(words.days, { from: written(from), to: written(to) });
  if (from !== undefined) return l10n.text(words.daysFrom, { from: written(from) });
  return to === undefined ? common.allDates : l10n.text(words.daysTo, { to: written(to) });
}

export interface RangePicker {
  /** The name of the popover, unique in the widget. */
  readonly name?: string | undefined;
  /** The date that the range applies to: `Order date`. */
  readonly label: string;
  /** The text of the button without a range. Default: `All dates`. */
  readonly unset?: string | undefined;
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
  { name = 'range', label, unset, value, onChange }: RangePicker,
): TemplateResult => {
  const { host } = popovers;
  const choose = (range: DayRange): void => {
    popovers.close();
    onChange(range);
  };
  return popovers.render({
    name,
    label,
    button:
      unset !== undefined && value.from === undefined && value.to === undefined
        ? { label: unset, path: calendar }
        : { label: rangeText(value, host.l10n), path: calendar, about: label },
    load: async () => new (await import('./range-panel.ts')).RangePanel(host),
    content: (panel) => panel.render(name, value, choose),
  });
};
