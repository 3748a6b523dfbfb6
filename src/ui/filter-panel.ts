import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LazyHost } from '../element/lazy.ts';
import { controlWords } from './words.en.ts';
import { adopt } from './styles.ts';

export interface FilterOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/**
 * A group of filter options. A row matches if it has one of the selected values in every group that has a selection.
 */
export interface FilterGroup {
  /** The name of the group, unique in the menu. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** `true` if the options exclude each other: the later choice replaces the earlier one. */
  readonly isSingle?: boolean;
}

/** The selected values by group. A group without a selection excludes no rows. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface FilterMenu {
  /** The name of the popover, unique in the widget. */
  readonly name?: string | undefined;
  /** The label of the button: `Status`. */
  readonly label: string;
  readonly groups: readonly FilterGroup[];
  readonly chosen: Filters;
  readonly onChange: (chosen: Filters) => void;
}

/** Returns the number of selected values that exist. */
export const filterCount = (groups: readonly FilterGroup[], chosen: Filters): number =>
  groups.reduce(
    (sum, { name, options }) => sum + options.filter(({ value }) => chosen[name]?.includes(value)).length,
    0,
  );

type Host = LazyHost & { readonly renderRoot: Node };

export function filterPanel(
  host: Host,
  { groups, chosen, onChange }: Pick<FilterMenu, 'groups' | 'chosen' | 'onChange'>,
): TemplateResult {
  adopt(host, filterStyles);
  const words = host.l10n.words(controlWords);
  const isEmpty = !filterCount(groups, chosen);
  const toggle = ({ name, isSingle }: FilterGroup, value: string): void => {
    const now = chosen[name] ?? [];
    const others = now.filter((other) => other !== value);
    onChange({ ...chosen, [name]: now.includes(value) ? others : isSingle ? [value] : [...now, value] });
  };
  const box = (group: FilterGroup, { value, label }: FilterOption) =>
    html`<label class="choice" part="choice"
      ><input
        type="checkbox"
        .checked=${live(chosen[group.name]?.includes(value) ?? false)}
        @change=${() => toggle(group, value)}
      /><bdi>${label}</bdi></label
    >`;
  return html`<div class="filter-panel" part="filters">
    ${groups.map(
      (group) =>
        html`<fieldset class="choices">
          <legend class=${groups.length > 1 ? 'label' : 'visually-hidden'}>${group.label}</legend>
          ${group.options.map((option) => box(group, option))}
        </fieldset>`,
    )}
    <div class="filter-foot">
      <button
        type="button"
        class="button inline"
        part="clear"
        aria-disabled=${isEmpty ? 'true' : nothing}
        @click=${() => isEmpty || onChange({})}
      >
        ${words.clear}
      </button>
    </div>
  </div>`;
}

const filterStyles = css`
  .filter-panel fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .filter-panel fieldset + fieldset {
    margin-block-start: calc(var(--_unit) * 2);
  }

  .filter-panel legend.label {
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
  }

  .filter-foot {
    position: sticky;
    inset-block-end: calc(var(--_unit) * -1.5);
    margin-block: calc(var(--_unit) * 1.5) calc(var(--_unit) * -1.5);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 1);
    border-block-start: 1px solid var(--_hairline);
    background: var(--_surface-raised);
  }

  .filter-foot > .button {
    margin: 0;
  }

  .filter-foot > .button[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }
`;
