import { css, html, nothing, type TemplateResult } from 'lit';

/** One of the versions of a record after a conflict, and the ways to go on with it. */
export interface Version {
  readonly label: string;
  readonly content: TemplateResult;
  readonly actions: readonly { readonly label: string; readonly onClick: () => void }[];
  readonly part?: string;
}

/** Renders the versions of a record after a conflict, side by side. None is preselected. Requires `versionStyles`. */
export const versions = (sides: readonly Version[]): TemplateResult =>
  html`<div class="versions" part="versions">
    ${sides.map(
      ({ label, content, actions, part }) =>
        html`<div part=${part ?? nothing}>
          <p class="label">${label}</p>
          ${content}
          <div class="actions">
            ${actions.map((action) => html`<button type="button" class="button" @click=${action.onClick}>${action.label}</button>`)}
          </div>
        </div>`,
    )}
  </div>`;

/** The styles of `versions()`. The sheet that uses them sets the width for two columns. */
export const versionStyles = css`
  .versions {
    display: grid;
    gap: 1px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_hairline);
    overflow: hidden;
  }

  .versions > div {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3);
    background: var(--_surface);
  }

  .versions .actions {
    margin-block-start: auto;
    padding-block-start: calc(var(--_unit) * 1.5);
  }

  .versions mark {
    border-radius: 2px;
    background: var(--_warning-tint);
    color: inherit;
    text-decoration: underline 1.5px var(--_warning-text);
    text-underline-offset: 0.22em;
  }
`;
