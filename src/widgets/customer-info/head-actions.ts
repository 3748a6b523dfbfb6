import { html, nothing, type TemplateResult } from 'lit';
import { customerInfoWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { Availability } from '../../domain/operator.ts';
import type { Opening } from '../../element/opening.ts';
import { featureMark } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { opener } from '../../ui/opener.ts';

export interface HeadActions {
  /** The contact link; absent without an address or without consent. */
  readonly contact: { readonly href: string; readonly inService: boolean } | undefined;
  readonly onContact: (event: Event) => void;
  /** Absent if nothing on the page handles the request. */
  readonly onNote: (() => void) | undefined;
  /** Absent if the platform does not support editing. */
  readonly onEdit: (() => void) | undefined;
  /** The availability of editing. If it is denied, the button opens the explanation. */
  readonly editing: Availability;
  /** The way the whole profile opens in the host's admin, if it does. */
  readonly profile: Opening | undefined;
  readonly onProfile: (event: Event, opening: Opening) => void;
  readonly l10n: Localization;
}

/** Renders the actions beside the customer's name. */
export function headActions(view: HeadActions): TemplateResult {
  const { contact, onNote, onEdit, editing, profile, l10n } = view;
  const words = l10n.words(customerInfoWords);
  return html`${
    contact
      ? html`<a class="button" part="contact" href=${contact.href} @click=${view.onContact}
          >${icon(icons.mail)}${contact.inService ? words.serviceAction : words.contactAction}</a
        >`
      : nothing
  }${
    onNote
      ? html`<button
          type="button"
          class="button icon-only"
          part="compose-note"
          aria-label=${words.noteAction}
          title=${words.noteAction}
          @click=${onNote}
        >
          ${icon(icons.note)}
        </button>`
      : nothing
  }${
    onEdit
      ? html`<span class=${editing.state === 'unknown' ? 'unsettled' : nothing}
            ><button type="button" class="button" part="edit" ?disabled=${editing.state === 'planned'} @click=${onEdit}>
              ${icon(editing.state === 'denied' ? icons.lock : icons.pencil)}${words.edit}
            </button></span
          >${featureMark(editing, l10n)}`
      : nothing
  }${
    profile
      ? opener({
          label: icon(icons.more),
          name: words.moreAction,
          part: 'profile',
          className: 'button icon-only',
          opening: profile,
          onOpen: (event) => view.onProfile(event, profile),
        })
      : nothing
  }`;
}
