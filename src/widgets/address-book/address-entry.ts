import { html, nothing, type TemplateResult } from 'lit';
import { addressUses, type AddressUse, type BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Availability } from '../../domain/operator.ts';
import { addressBookWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { address as drawAddress, addressLines } from '../../ui/address.ts';
import { badge } from '../../ui/badge.ts';
import { iconButton } from '../../ui/button.ts';
import { iconFeature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { name } from '../../ui/text.ts';
import { withheld } from '../../ui/withheld.ts';

export interface AddressEntry {
  readonly address: BookAddress;
  readonly l10n: Localization;
  /** Undefined until the first menu opens, which loads the module. */
  readonly menus: { render(entry: AddressEntry, label: string): TemplateResult } | undefined;
  readonly onFirstMenu: (event: Event) => void;
  /** The id of the list: the same address can be in two lists. */
  readonly place: string;
  /** The position from 1. It distinguishes the buttons, because no attribute may contain a name. */
  readonly number: number;
  /** Defined while addresses are being selected. */
  readonly selected?: boolean | undefined;
  readonly hasDraft: boolean;
  /** The message of a failed write, or that its outcome is unknown. */
  readonly failure: string | undefined;
  readonly copied: boolean | undefined;
  readonly onSelect: (selected: boolean) => void;
  readonly onCopy: (text: string) => void;
  readonly changing: Availability;
  /** Absent if the platform does not support it. */
  readonly onEdit: (() => void) | undefined;
  /** Absent if this operator may not delete, or the platform does not support it. */
  readonly onDelete: (() => void) | undefined;
  readonly onDefault: ((use: AddressUse) => void) | undefined;
}

/** The badges of the defaults. */
export const signs: Readonly<
  Record<AddressUse, { readonly path: string; readonly word: 'defaultBilling' | 'defaultShipping' }>
> = {
  billing: { path: icons.receipt, word: 'defaultBilling' },
  shipping: { path: icons.truck, word: 'defaultShipping' },
};

/** Renders an address in the format of its country, with its badges and actions. */
export function addressEntry(entry: AddressEntry): TemplateResult {
  const { address, l10n, selected, copied } = entry;
  const words = l10n.words(addressBookWords);
  const { address: stored } = address;
  const phone = isWithheld(stored) ? undefined : stored.phone;
  return html`<li class="entry acts ${selected ? 'selected' : ''}" part="entry" data-address=${address.id}>
    ${selected === undefined ? nothing : checkbox(entry, selected)}
    <div class="entry-text">
      ${address.label ? html`<p class="entry-label" part="entry-label">${name(address.label, l10n)}</p>` : nothing}
      ${
        isWithheld(stored)
          ? withheld({
              // The customer's own data shows the reason, with its link.
              field: { ...stored, infoUrl: undefined },
              what: words.withheld,
              l10n,
              copied,
              onCopy: entry.onCopy,
              onExplain: () => {},
            })
          : drawAddress(stored, l10n)
      }
      ${phone ? html`<p class="quiet" dir="ltr">${name(phone, l10n)}</p>` : nothing}
      ${entry.hasDraft ? html`<p class="message">${icon(icons.pencil)}<span>${words.draft}</span></p>` : nothing}
      ${
        selected !== undefined && isDefault(address)
          ? html`<p class="message" id=${whyId(entry)}>${icon(icons.info)}<span>${words.isDefault}</span></p>`
          : nothing
      }
      ${
        entry.failure
          ? html`<p class="message warning" part="message">${icon(icons.alert)}<span>${entry.failure}</span></p>`
          : nothing
      }
      <div class="entry-foot">
        ${selected === undefined ? actions(entry) : nothing}
        ${address.defaultFor.map((use) => badge('neutral', signs[use].path, words[signs[use].word]))}
      </div>
    </div>
  </li>`;
}

export const isDefault = ({ defaultFor }: BookAddress): boolean => defaultFor.length > 0;

/** Returns the id of the text that explains why the address cannot be selected. */
const whyId = ({ place, address }: AddressEntry): string => `why-${place}-${encodeURIComponent(address.id)}`;

function checkbox(entry: AddressEntry, selected: boolean): TemplateResult {
  const { address, l10n, onSelect } = entry;
  const words = l10n.words(addressBookWords);
  const label = l10n.text(words.selectAddress, { number: entry.number });
  return html`<label class="check"
    ><input
      type="checkbox"
      part="select"
      aria-label=${label}
      .checked=${selected}
      ?disabled=${isDefault(address)}
      aria-describedby=${isDefault(address) ? whyId(entry) : nothing}
      @change=${({ currentTarget }: Event) => onSelect((currentTarget as HTMLInputElement).checked)}
  /></label>`;
}

function actions(entry: AddressEntry): TemplateResult {
  const { address, l10n, copied } = entry;
  const words = l10n.words(addressBookWords);
  const { address: stored } = address;
  const named = (label: string) => l10n.text(label as '{number}', { number: entry.number });
  return html`<span class="entry-actions on-row">
    ${
      entry.onEdit && !isWithheld(stored)
        ? iconFeature(
            { availability: entry.changing, l10n },
            { label: named(words.edit), path: icons.pencil, kind: 'inline', onClick: entry.onEdit },
          )
        : nothing
    }
    ${
      isWithheld(stored)
        ? nothing
        : iconButton({
            label: named(words.copy),
            path: copied ? icons.check : icons.copy,
            kind: 'inline',
            onClick: () =>
              entry.onCopy([...addressLines(stored, l10n), ...(stored.phone ? [stored.phone] : [])].join('\n')),
          })
    }
    ${menu(entry, named(words.more))}
    ${copied === undefined ? nothing : html`<span class="quiet small">${copied ? l10n.common.copied : l10n.common.notCopied}</span>`}
  </span>`;
}

/** Renders the menu of the actions that affect more than the address itself. */
function menu(entry: AddressEntry, label: string): TemplateResult | typeof nothing {
  if (!usesToMake(entry).length && !entry.onDelete) return nothing;
  return (
    entry.menus?.render(entry, label) ??
    iconButton({ label, path: icons.more, kind: 'inline', onClick: entry.onFirstMenu })
  );
}

/** Returns the uses for which the address can become the default. */
export const usesToMake = ({ address, onDefault }: AddressEntry): readonly AddressUse[] =>
  onDefault ? addressUses.filter((use) => !address.defaultFor.includes(use)) : [];
