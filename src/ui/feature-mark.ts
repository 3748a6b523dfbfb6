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
  const help = signedHelp(availability, l10n);
  if (help === undefined) return iconButton(button);
  const disabled = availability.state === 'planned' || button.disabled;
  return iconButton({ ...button, label: `${button.label}. ${help}`, disabled });
}

/** A button with text in a row of a table. */
export interface RowButton {
  readonly part: string;
  readonly text: string;
  /** The accessible name, which says what the row is. */
  readonly label: string;
  readonly onClick: () => void;
}

/** Renders a button in a row by the availability of its operation, with the explanation in the accessible name. */
export function rowFeature(
  { availability, l10n }: Omit<Feature, 'id'>,
  { part, text, label, onClick }: RowButton,
): TemplateResult {
  if (availability.state === 'denied') return html``;
  const help = signedHelp(availability, l10n);
  const button = html`<button
    type="button"
    class="link"
    part=${part}
    aria-label=${help === undefined ? label : `${label}. ${help}`}
    title=${help ?? nothing}
    ?disabled=${availability.state === 'planned'}
    @click=${onClick}
  >
    ${text}
  </button>`;
  return availability.state === 'unknown' ? html`<span class="unsettled">${button}</span>` : button;
}

function signedHelp(availability: Availability, l10n: Localization): string | undefined {
  const help = featureHelp(availability, l10n);
  return help && `${availability.state === 'planned' ? l10n.common.planned : l10n.common.deprecated}. ${help}`;
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
