import { css, html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../data/snapshot.ts';
import { line } from './state-view.ts';

export interface Panel {
  readonly heading: string;
  /** The total number of rows, in quiet text after the heading. */
  readonly count?: string | undefined;
  /** The actions at the end of the header. */
  readonly actions?: TemplateResult | typeof nothing;
  readonly body: TemplateResult;
  /** The extent of what is shown, and one link. */
  readonly footer?: TemplateResult | typeof nothing;
  /** Dialogs, which are outside of the normal flow. */
  readonly dialogs?: unknown;
  readonly busy?: boolean;
  /** The text for the status region, announced to screen readers. */
  readonly announcement?: string;
}

/**
 * Renders the frame of a widget: header, body, footer. The status region always renders before it has text, because
 * screen readers announce only changes of an existing region.
 */
export const panel = ({ heading, count, actions = nothing, body, footer = nothing, ...rest }: Panel): TemplateResult =>
  widget(
    html`<section class="panel" part="panel" aria-labelledby="heading" aria-busy=${rest.busy ? 'true' : 'false'}>
      <header class="header" part="header">
        <h2 class="heading" part="heading" id="heading"><slot name="heading">${heading}</slot></h2>
        ${count === undefined ? nothing : html`<span class="quiet" part="count" translate="no"><bdi>${count}</bdi></span>`}
        <div class="actions" part="actions"><slot name="actions"></slot>${actions}</div>
      </header>
      <slot name="hint"></slot>
      ${body} ${footer}
      <slot name="help"></slot>
    </section>`,
    rest,
  );

/** Renders the root of a widget, also for one without the usual header. */
export const widget = (
  content: TemplateResult,
  { dialogs, announcement = '' }: Pick<Panel, 'dialogs' | 'announcement'> = {},
) =>
  html`<div class="widget" part="widget">
    ${content}
    <div class="visually-hidden" role="status">${announcement}</div>
    ${dialogs}
  </div>`;

/** Renders the footer of a panel. */
export const footer = (
  text: TemplateResult | string,
  link: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<footer class="footer" part="footer">
    <span><bdi>${text}</bdi></span
    >${link}
  </footer>`;

/** Returns whether a placeholder of the content is shown. Then what stands around the content has one too. */
export const isAwaited = (snapshot: Snapshot<unknown>): boolean =>
  snapshot.phase === 'loading' || (snapshot.phase === 'idle' && !snapshot.missing);

/** Renders the placeholder of the footer, while that of the content is shown. */
export const footerSkeleton = (snapshot: Snapshot<unknown>): TemplateResult | typeof nothing =>
  isAwaited(snapshot) ? footer(line(32)) : nothing;

export const panelStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    background: var(--_surface);
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
    min-block-size: calc(var(--_control-size) + var(--_unit) * 5);
    padding: calc(var(--_unit) * 2.5) var(--_pad);
  }

  .heading {
    font-size: calc(var(--_font-size) * 15 / 14);
    font-weight: 600;
    line-height: calc(var(--_unit) * 5);
    letter-spacing: -0.006em;
  }

  .header > .quiet {
    margin-inline-end: auto;
  }

  .header > .actions {
    margin-inline-start: auto;
    margin-inline-end: calc(var(--_unit) * -1);
  }

  .header > .actions:has(> .button:not(.ghost):last-child, > .button:not(.ghost) + .popover:last-child) {
    margin-inline-end: 0;
  }

  /* Its content loads later, into the reserved space. */
  .tools {
    min-block-size: calc(var(--_control-size) + var(--_unit) * 3);
    padding: 0 var(--_pad) calc(var(--_unit) * 3);
  }

  .body {
    padding-inline: var(--_pad);
    padding-block-end: var(--_section-gap);
  }

  .body.flush {
    padding: 0;
  }

  /* The host's slots take no room while they are empty, and the host's style sheet does not remove their padding. */
  slot:is([name='hint'], [name='help']) {
    display: grid;
    padding-inline: var(--_pad);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  ::slotted(:is([slot='hint'], [slot='help'])) {
    max-inline-size: 68ch;
    margin: 0 0 var(--_row-pad) !important;
  }

  :not(.footer) + slot::slotted([slot='help']) {
    margin-block-start: var(--_row-pad) !important;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 4);
    margin-block-start: auto;
    padding: var(--_row-pad) var(--_pad);
    border-block-start: 1px solid var(--_hairline);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  @container widget (inline-size < calc(480em / 14)) {
    .panel {
      --_pad: var(--clientele-pad, calc(var(--_unit) * 4));
    }

    /* A search fills its line, from the edge of the rows below it. */
    .header > .actions:has(> .search) {
      flex: 1 0 100%;
      margin-inline-start: 0;
    }

    .header > .actions > .search {
      flex: 1 1 calc(var(--_unit) * 40);
    }
  }

  /* A standalone panel has a frame; on the sheet of the dashboard it has none. */
  .panel {
    border: var(--clientele-panel-border, 1px solid var(--_hairline));
    border-radius: var(--clientele-panel-radius, var(--_radius-surface));
  }
`;
