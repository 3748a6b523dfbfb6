import { css, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ExportFormat, ExportScope, ExportState } from '../data/file-table.ts';
import { Lazy } from '../element/lazy.ts';
import { controlWords } from './words.en.ts';
import type { Popovers } from './popover.ts';

/** The source of an export: an `ExportController`. */
export interface Exporter {
  readonly state: ExportState;
  readonly hasAll: boolean;
  start(scope: ExportScope, format: ExportFormat): void;
  again(): void;
  close(): void;
}

/** The number of rows that can be exported. */
export interface ExportExtent {
  readonly shown: number;
  /** The total. Absent if the platform does not report it. */
  readonly total?: number | undefined;
  /** `true` if there are rows that are not on screen. */
  readonly hasMore: boolean;
}

/**
 * The button of an export, the strip with its progress, and its announcements. Requires `exportStyles` and
 * `popoverStyles`.
 *
 *     readonly #exportView = new ExportView(this.#popovers, this.#export);
 *     panel({ actions: this.#exportView.button({ shown, total, hasMore }),
 *             body: html`${this.#exportView.strip(heading)} …`,
 *             announcement: view.announcement || this.#exportView.announcement })
 */
export class ExportView implements ReactiveController {
  readonly #popovers: Popovers;
  readonly #exporter: Exporter;
  readonly #parts: Lazy<typeof import('./export-parts.ts')>;
  /** The button that started the last export, because a dialog may contain a second one. */
  #opener: Element | null = null;
  #hadFocus = false;

  constructor(popovers: Popovers, exporter: Exporter) {
    this.#popovers = popovers;
    this.#exporter = exporter;
    this.#parts = new Lazy(popovers.host, () => import('./export-parts.ts'));
    popovers.host.addController(this);
  }

  /**
   * Renders the button, which offers the formats and, if not all rows are on screen, the choice of rows. `name` must be
   * unique in the widget.
   */
  button({ shown, total, hasMore }: ExportExtent, name = 'export'): TemplateResult {
    const words = this.#host.l10n.words(controlWords);
    const rows = hasMore && this.#exporter.hasAll ? { shown, total } : undefined;
    return this.#popovers.render({
      name,
      label: words.export,
      button: { label: words.export, kind: 'edged', className: 'export-button' },
      load: () => import('./export-parts.ts'),
      content: ({ exportChoices }) => exportChoices({ rows, l10n: this.#host.l10n, onChoose: this.#start }),
    });
  }

  /**
   * Renders the strip while an export is running or has failed, else nothing. `what` is the name of the rows in the
   * heading.
   */
  strip(what: string): TemplateResult | typeof nothing {
    const { state } = this.#exporter;
    const { module } = this.#parts;
    if (state.phase === 'idle' || !module) return nothing;
    const again = () => this.#exporter.again();
    const close = () => this.#exporter.close();
    return module.exportStrip(state, { what, l10n: this.#host.l10n, again, close });
  }

  /** The text for the widget's status region. */
  get announcement(): string {
    return this.#parts.module?.exportWords(this.#exporter.state, this.#host.l10n) ?? '';
  }

  hostUpdate(): void {
    this.#hadFocus = Boolean(this.#focused?.closest('.export-strip'));
  }

  /** Returns the focus to the button of the export, if it was in the strip that has been removed. */
  hostUpdated(): void {
    if (!this.#hadFocus || this.#focused?.closest('.export-strip')) return;
    const opener = this.#opener?.isConnected ? this.#opener : this.#host.renderRoot.querySelector('.export-button');
    if (opener instanceof HTMLElement) opener.focus();
  }

  get #host() {
    return this.#popovers.host;
  }

  get #focused(): Element | null {
    const { renderRoot } = this.#host;
    return renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  }

  readonly #start = (scope: ExportScope, format: ExportFormat): void => {
    this.#popovers.close();
    this.#opener = this.#focused;
    this.#parts.load();
    this.#exporter.start(scope, format);
  };
}

export const exportStyles = css`
  /* Most files are ready at once, and then nothing moves. */
  .export-strip.running {
    animation: clientele-appear-soon 0s 0.3s both;
  }

  @keyframes clientele-appear-soon {
    from {
      visibility: hidden;
      block-size: 0;
      min-block-size: 0;
      padding-block: 0;
      border-block-width: 0;
      overflow: hidden;
    }
  }
`;
