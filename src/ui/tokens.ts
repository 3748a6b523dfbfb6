import { css } from 'lit';

/**
 * The design tokens. A theme has three seeds: background, foreground, accent. Every other token is derived, and can be
 * set on any ancestor. The derivations are declared on the root of each widget, not on the page's, so that a seed, a
 * color scheme or a density on any ancestor applies to its subtree. Inside the library, only the private names are
 * used.
 */
export const tokens = css`
  :host {
    /* Seeds: colors */
    --_background: var(--clientele-background, light-dark(#ffffff, #17191c));
    --_foreground: var(--clientele-foreground, light-dark(#14181f, #e8eaed));
    --_accent: var(--clientele-accent, light-dark(#17599c, #84b8f0));
    /* Status hues: one mid-tone each. Text and tint are mixed from it, so no pair is needed. */
    --_success: var(--clientele-success, oklch(0.58 0.13 155));
    --_warning: var(--clientele-warning, oklch(0.69 0.16 70));
    --_danger: var(--clientele-danger, oklch(0.58 0.19 25));
    /* Seeds: sizes */
    --_font-size: var(--clientele-font-size, 14px);
    --_density: var(--clientele-density, 1);
    /* 1 comfortable, 0 compact; values between work too */
    --_font: var(
      --clientele-font,
      'Inter',
      'Inter Variable',
      -apple-system,
      'Segoe UI Variable Text',
      'Segoe UI',
      'Roboto',
      'Helvetica Neue',
      'Liberation Sans',
      'Arial',
      sans-serif
    );
    --_font-code: var(--clientele-font-code, ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace);
    /* Surfaces */
    --_surface: var(--clientele-surface, var(--_background));
    --_surface-sunken: var(--clientele-surface-sunken, color-mix(in oklab, var(--_foreground) 3%, var(--_background)));
    --_surface-hover: var(--clientele-surface-hover, color-mix(in oklab, var(--_foreground) 4.5%, var(--_background)));
    --_surface-raised: var(
      --clientele-surface-raised,
      light-dark(var(--_background), color-mix(in oklab, var(--_foreground) 6%, var(--_background)))
    );
    /* Lines. hairline and edge are decoration; control carries meaning and keeps 3:1. */
    --_hairline: var(--clientele-hairline, color-mix(in oklab, var(--_foreground) 10%, var(--_background)));
    --_edge: var(--clientele-edge, color-mix(in oklab, var(--_foreground) 20%, var(--_background)));
    --_control: var(--clientele-control, color-mix(in oklab, var(--_foreground) 54%, var(--_background)));
    --_skeleton: var(--clientele-skeleton, color-mix(in oklab, var(--_foreground) 9%, var(--_background)));
    /* Text: two grays only */
    --_text: var(--clientele-text, var(--_foreground));
    --_text-quiet: var(
      --clientele-text-quiet,
      light-dark(
        color-mix(in oklab, var(--_foreground) 68%, var(--_background)),
        color-mix(in oklab, var(--_foreground) 72%, var(--_background))
      )
    );
    /* Accent. ink is the seed held to a lightness that carries text, focus and fill on the background; a seed that already does passes unchanged. Set accent-fill and on-accent by hand where a pale brand colour must stay pale. */
    --_accent-ink: var(--clientele-accent-ink, var(--_accent));
    --_accent-fill: var(
      --clientele-accent-fill,
      light-dark(var(--_accent-ink), color-mix(in oklab, var(--_accent-ink) 86%, var(--_background)))
    );
    --_accent-fill-hover: var(
      --clientele-accent-fill-hover,
      color-mix(in oklab, var(--_accent-fill) 88%, var(--_foreground))
    );
    --_on-accent: var(--clientele-on-accent, var(--_background));
    --_accent-text: var(--clientele-accent-text, color-mix(in oklab, var(--_accent-ink) 88%, var(--_foreground)));
    --_accent-tint: var(--clientele-accent-tint, color-mix(in oklab, var(--_accent) 11%, var(--_background)));
    --_focus: var(--clientele-focus, var(--_accent-ink));
    /* Status */
    --_neutral-tint: var(--clientele-neutral-tint, color-mix(in oklab, var(--_foreground) 7%, var(--_background)));
    --_success-text: var(
      --clientele-success-text,
      light-dark(
        color-mix(in oklab, var(--_success) 66%, var(--_foreground)),
        color-mix(in oklab, var(--_success) 54%, var(--_foreground))
      )
    );
    --_success-tint: var(
      --clientele-success-tint,
      light-dark(
        color-mix(in oklab, var(--_success) 14%, var(--_background)),
        color-mix(in oklab, var(--_success) 20%, var(--_background))
      )
    );
    --_warning-text: var(
      --clientele-warning-text,
      light-dark(
        color-mix(in oklab, var(--_warning) 54%, var(--_foreground)),
        color-mix(in oklab, var(--_warning) 56%, var(--_foreground))
      )
    );
    --_warning-tint: var(
      --clientele-warning-tint,
      light-dark(
        color-mix(in oklab, var(--_warning) 17%, var(--_background)),
        color-mix(in oklab, var(--_warning) 20%, var(--_background))
      )
    );
    --_danger-text: var(
      --clientele-danger-text,
      light-dark(
        color-mix(in oklab, var(--_danger) 75%, var(--_foreground)),
        color-mix(in oklab, var(--_danger) 57%, var(--_foreground))
      )
    );
    --_danger-tint: var(
      --clientele-danger-tint,
      light-dark(
        color-mix(in oklab, var(--_danger) 13%, var(--_background)),
        color-mix(in oklab, var(--_danger) 18%, var(--_background))
      )
    );
    --_danger-fill: var(
      --clientele-danger-fill,
      light-dark(
        color-mix(in oklab, var(--_danger) 86%, var(--_foreground)),
        color-mix(in oklab, var(--_danger) 60%, var(--_foreground))
      )
    );
    --_on-danger: var(--clientele-on-danger, var(--_background));
    --_row-return: var(
      --clientele-row-return,
      light-dark(
        color-mix(in oklab, var(--_danger) 7%, var(--_background)),
        color-mix(in oklab, var(--_danger) 12%, var(--_background))
      )
    );
    /* Chart */
    --_chart: var(
      --clientele-chart,
      light-dark(
        color-mix(in oklab, var(--_accent-ink) 84%, var(--_background)),
        color-mix(in oklab, var(--_accent-ink) 74%, var(--_background))
      )
    );
    --_chart-second: var(
      --clientele-chart-second,
      light-dark(
        color-mix(in oklab, var(--_warning) 82%, var(--_foreground)),
        color-mix(in oklab, var(--_warning) 92%, var(--_background))
      )
    );
    --_chart-track: var(--clientele-chart-track, color-mix(in oklab, var(--_foreground) 9%, var(--_background)));
    /* Size. One unit is 4px at the default root and never depends on the font size around it. */
    --_unit: var(--clientele-unit, calc(var(--_font-size) / 3.5));
    --_pad: var(--clientele-pad, calc(var(--_unit) * (4 + 2 * var(--_density))));
    /* 24 / 16 */
    --_row-pad: var(--clientele-row-pad, calc(var(--_unit) * (1.25 + 1.25 * var(--_density))));
    /* 10 / 5 */
    --_control-size: var(--clientele-control-size, calc(var(--_unit) * (7 + var(--_density))));
    /* 32 / 28 */
    --_section-gap: var(--clientele-section-gap, calc(var(--_unit) * (4 + 2 * var(--_density))));
    /* 24 / 16 */
    --_page-size: var(--clientele-page-size, calc(var(--_unit) * 360));
    /* 1440 */
    --_radius-badge: var(--clientele-radius-badge, calc(var(--_unit) * 1));
    --_radius-control: var(--clientele-radius-control, calc(var(--_unit) * 1.5));
    --_radius-surface: var(--clientele-radius-surface, calc(var(--_unit) * 2));
    /* Depth: dialogs and menus only */
    --_shadow-raised: var(
      --clientele-shadow-raised,
      0 calc(var(--_unit) * 2) calc(var(--_unit) * 8)
        color-mix(in oklab, light-dark(var(--_foreground), black) 16%, transparent)
    );
    --_scrim: var(--clientele-scrim, color-mix(in oklab, light-dark(var(--_foreground), black) 40%, transparent));
  }

  /* Without relative colors, the accent is used unchanged. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --_accent-ink: var(
        --clientele-accent-ink,
        light-dark(oklch(from var(--_accent) min(l, 0.47) c h), oklch(from var(--_accent) max(l, 0.765) c h))
      );
    }
  }
`;
