import { html, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';

/** The error view in place of a widget that could not be rendered. Uses the classes of the shared styles. */
export const failure = ({ common }: Localization, retry: () => void): TemplateResult =>
  html`<div class="widget" part="widget">
    <section class="panel" part="panel" aria-busy="false">
      <div class="state danger" part="state" role="alert">
        <div class="text">
          <p class="strong">${common.notShown}</p>
          <p>${common.internalHelp}</p>
          <div class="actions">
            <button type="button" class="button" part="retry" @click=${retry}>${common.retry}</button>
          </div>
        </div>
      </div>
    </section>
  </div>`;
