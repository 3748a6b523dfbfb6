import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { changeTree } from '../element/shadow-tree/foreign-changes.ts';
import type { LazyHost } from '../element/lazy.ts';
import { controlWords } from './words.en.ts';
import { adopt } from './styles.ts';
import { iconButton } from './button.ts';
import * as icons from './icons.ts';
import { up } from './tool-icons.ts';

export interface ColumnOption {
  readonly name: string;
  readonly heading: string;
  /** `true` if the column cannot be hidden. */
  readonly required?: boolean | undefined;
}

export interface ColumnChooser {
  readonly host: LazyHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly all: readonly ColumnOption[];
  /** The names of the visible columns, in order. */
  readonly chosen: readonly string[];
  /** `true` if the operator has changed the columns, so that they can be reset. */
  readonly isChanged: boolean;
  /** Called with the new columns, or with `undefined` to reset them to those of the host page. */
  readonly onChoose: (names: readonly string[] | undefined) => void;
}

/**
 * Renders the controls to choose and order the columns of a table, in a popover that loads this module:
 *
 *     this.#popovers.render({ name: 'columns', label, button, load: () => import('../../ui/column-chooser.js'),
 *       content: ({ columnChooser }) => columnChooser({ host: this, all, chosen, isChanged, onChoose }) })
 */
export function columnChooser({ host, all, chosen, isChanged, onChoose }: ColumnChooser): TemplateResult {
  adopt(host, chooserStyles);
  const { l10n } = host;
  const words = l10n.words(controlWords);
  const shown = chosen.flatMap((name) => all.find((option) => option.name === name) ?? []);
  const options = [...shown, ...all.filter((option) => !shown.includes(option))];

  const toggle = ({ name }: ColumnOption) =>
    onChoose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);

  const move = ({ name, heading }: ColumnOption, by: 1 | -1, event: Event) => {
    const button = event.currentTarget as HTMLElement;
    const names = shown.map((option) => option.name).filter((other) => other !== name);
    const place = shown.findIndex((option) => option.name === name) + by;
    onChoose(names.toSpliced(place, 0, name));
    void host.updateComplete.then(() => {
      // A row that moves in the document loses the focus, and at either end its button becomes disabled.
      const row = button.closest('.column-choice');
      const usable = button.matches(':disabled') ? row?.querySelector<HTMLElement>('button:enabled') : button;
      usable?.focus();
      const status = row?.parentElement?.querySelector('[role=status]');
      const text = l10n.text(words.moved, { what: heading, place: place + 1, total: shown.length });
      if (status) changeTree(status, () => (status.textContent = text));
    });
  };

  const mover = (option: ColumnOption, by: 1 | -1) => {
    const place = shown.indexOf(option) + by;
    return iconButton({
      label: l10n.text(by < 0 ? words.moveUp : words.moveDown, { what: option.heading }),
      path: by < 0 ? up : icons.down,
      kind: 'inline',
      disabled: place < 0 || place >= shown.length,
      onClick: (event) => move(option, by, event),
    });
  };

  return html`<div class="choices column-choices">
    <div class="visually-hidden" role="status"></div>
    ${repeat(
      options,
      ({ name }) => name,
      (option) => {
        const isShown = shown.includes(option);
        return html`<div class="column-choice">
          <label class="choice">
            <input
              type="checkbox"
              .checked=${isShown}
              ?disabled=${option.required || (isShown && shown.length === 1)}
              @change=${() => toggle(option)}
            /><span>${option.heading}</span>
          </label>
          ${isShown ? html`${mover(option, -1)}${mover(option, 1)}` : nothing}
        </div>`;
      },
    )}
    <button
      type="button"
      class="choice reset"
      part="choice"
      ?disabled=${!isChanged}
      @click=${() => onChoose(undefined)}
    >
      ${words.reset}
    </button>
  </div>`;
}

const chooserStyles = css`
  .column-choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    /* As high as with buttons. */
    min-block-size: calc(var(--_unit) * 8);
  }

  .column-choice > .choice {
    overflow-wrap: anywhere;
  }

  .column-choice:hover {
    border-radius: var(--_radius-control);
    background: var(--_neutral-tint);
  }

  .choice.reset {
    margin-block-start: calc(var(--_unit) * 1);
    color: var(--_accent-text);
    font-weight: 500;
  }

  .choice.reset:disabled {
    color: var(--_text-quiet);
    cursor: default;
  }
`;
