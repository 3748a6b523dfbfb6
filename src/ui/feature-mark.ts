import { html, nothing, type TemplateResult } from 'lit';
import type { Availability } from '../domain/operator.ts';
import type { Localization } from '../i18n/localization.ts';
import { badge } from './badge.ts';
import { iconButton, type IconButton } from './button.ts';
import { clock, info } from './icons.ts';

export interface Feature {
  /** The id of the explanation, unique in the widget. */
  readonly id: string;
  readonly availability: Availability;
  readonly l10n: Localization;
}

/** The state of a control: whether it is disabled, and the id of the element that explains why. */
export interface FeatureControl {
  readonly disabled: boolean;
  readonly describedBy: string | typeof nothing;
}

/**
 * Renders the control of an operation by the operation's availability:
 *
 *     const availability = this.permissions.of('credit.adjust');
 *     feature({ id: 'adjust', availability, l10n }, ({ disabled, describedBy }) =>
 *       html`<button ?disabled=${disabled} aria-describedby=${describedBy}>…</button>`)
 *
 * An allowed control renders alone. While the availability is unknown, it only reserves its space. A planned control is
 * disabled and says so; a deprecated one works and says so. A denied one is omitted: the reason is given once,
 * elsewhere.
 */
export function feature(
  { id, availability, l10n }: Feature,
  control: (state: FeatureControl) => TemplateResult,
): TemplateResult | typeof nothing {
  switch (availability.state) {
    case 'allowed':
      return control({ disabled: false, describedBy: nothing });
    case 'unknown':
      return html`<span class="unsettled">${control({ disabled: true, describedBy: nothing })}</span>`;
    case 'denied':
      return nothing;
    default: {
      const describedBy = `feature-${id}`;
      return html`<span id=${describedBy}>${featureMark(availability, l10n)}</span>
        ${control({ disabled: availability.state === 'planned', describedBy })}`;
    }
  }
}

/**
 * Renders an icon button by the availability of its operation. Icon buttons may be numerous, so the explanation is in
 * the accessible name.
 */
export function iconFeature(
  { availability, l10n }: Omit<Feature, 'id'>,
  button: IconButton,
): TemplateResult | typeof nothing {
  if (availability.state === 'denied') return nothing;
  if (availability.state === 'unknown') return html`<span class="unsettled">${iconButton(button)}</span>`;
  const help = featureHelp(availability, l10n);
  if (help === undefined) return iconButton(button);
  const isPlanned = availability.state === 'planned';
  const sign = isPlanned ? l10n.common.planned : l10n.common.deprecated;
  return iconButton({ ...button, label: `${button.label}. ${sign}. ${help}`, disabled: isPlanned || button.disabled });
}

/** Renders a mark for a planned or deprecated operation, with its explanation; nothing for any other. */
export function featureMark(availability: Availability, l10n: Localization): TemplateResult | typeof nothing {
  const help = featureHelp(availability, l10n);
  if (help === undefined) return nothing;
  const isPlanned = availability.state === 'planned';
  const mark = isPlanned
    ? badge('neutral', clock, l10n.common.planned)
    : badge('warning', info, l10n.common.deprecated);
  return html`<span title=${help}>${mark}<span class="visually-hidden">${help}</span></span>`;
}

/** Returns the explanation of a planned or deprecated operation, in the platform's words if it has any. */
export function featureHelp(availability: Availability, { common }: Localization): string | undefined {
  if (availability.state === 'planned') return common.notYetHelp;
  return availability.state === 'deprecated' ? availability.notice || common.deprecatedHelp : undefined;
}
