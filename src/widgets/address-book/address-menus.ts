import { html, nothing, type TemplateResult } from 'lit';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { addressBookWords } from './words.en.ts';
import { adopt } from '../../ui/styles.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { isDefault, signs, usesToMake, type AddressEntry } from './address-entry.ts';

/** The menus of the addresses. The module is loaded when the first menu opens. */
export class AddressMenus {
  readonly #popovers: Popovers;

  constructor(host: DashboardElement) {
    adopt(host, popoverStyles);
    this.#popovers = new Popovers(host);
  }

  /** Renders the button and its menu: the actions that affect more than the address itself. */
  render(entry: AddressEntry, label: string): TemplateResult {
    const { address, l10n, place, onDefault, onDelete } = entry;
    const words = l10n.words(addressBookWords);
    return this.#popovers.render({
      name: `${place}-${encodeURIComponent(address.id)}`,
      label,
      button: { label, path: icons.more, iconOnly: true, kind: 'inline' },
      content: () =>
        html`<div class="choices">
          ${usesToMake(entry).map((use) =>
            this.#item(use === 'billing' ? words.makeBilling : words.makeShipping, signs[use].path, () =>
              onDefault?.(use),
            ),
          )}
          ${
            !onDelete
              ? nothing
              : isDefault(address)
                ? html`<p class="message entry-why">${icon(icons.info)}<span>${words.isDefault}</span></p>`
                : this.#item(words.delete, icons.bin, onDelete)
          }
        </div>`,
    });
  }

  #item(text: string, path: string, onClick: () => void): TemplateResult {
    const act = () => {
      this.#popovers.close();
      onClick();
    };
    return html`<button type="button" class="choice" @click=${act}>${icon(path)}<span>${text}</span></button>`;
  }
}

/** Opens the menu of an entry as soon as it is rendered, as the click that loaded it intended. */
export function openMenu(entry: Element): void {
  const button = entry.querySelector<HTMLElement>('[part~=popover-button]');
  button?.focus();
  button?.click();
}
