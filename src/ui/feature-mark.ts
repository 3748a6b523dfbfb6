import { html, nothing, type TemplateResult } from 'lit';
import type { Availability } from '../domain/operator.ts';
import type { Localization } from '../i18n/localization.ts';
import { badge } from './badge.ts';
import { iconButton, type IconButton } from './button.ts';
import { clock, info } from './icons.ts';

export interface Feature {
  /** Of the explanation: unique in the widget. */
  readonly id: string;
  readonly availability: Availability;
  readonly l10n: Localization;
}

/** What a control has to heed: whether it is shown without being usable, and the id of what explains that. */
export interface FeatureControl {
  readonly disabled: boolean;
  readonly describedBy: string | typeof nothing;
}

/**
 * A control of an operation, as the operation stands:
 *
 *     feature({ id: 'adjust', standing: this.permissions.of('credit.adjust'), l10n }, ({ disabled, describedBy }) =>
 *       html`<button ?disabled=${disabled} aria-describedby=${describedBy}>…</button>`)
 *
 * Allowed, it stands alone. Until that is known it only takes its room. Planned, it is disabled and says so; being
 * withdrawn, it works and says so. Denied, there is none: why not is said elsewhere, once.
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

/** The same for a button that shows an icon alone, of which there may be many: what is to be known is in its name. */
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

/** That an operation is planned or being withdrawn, with what is to be known of it; nothing of any other. */
export function featureMark(availability: Availability, l10n: Localization): TemplateResult | typeof nothing {
  const help = featureHelp(availability, l10n);
  if (help === undefined) return nothing;
  const isPlanned = availability.state === 'planned';
  const mark = isPlanned
    ? badge('neutral', clock, l10n.common.planned)
    : badge('warning', info, l10n.common.deprecated);
  return html`<span title=${help}>${mark}<span class="visually-hidden">${help}</span></span>`;
}

/** What is to be known of an operation that is planned or being withdrawn: in the platform's words, where it has some. */
export function featureHelp(availability: Availability, { common }: Localization): string | undefined {
  if (availability.state === 'planned') return common.notYetHelp;
  return availability.state === 'deprecated' ? availability.notice || common.deprecatedHelp : undefined;
}
