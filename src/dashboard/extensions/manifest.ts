import type { AdapterOperation, PortDefinition } from '../../adapter/define-port.ts';
import type { WidgetFailure } from '../customer-dashboard.events.ts';
import type { LayoutText } from '../layout/layout.ts';
import type { Area } from '../layout/placement.ts';

/** What a dashboard has to know about a widget that is not one of the library's. */
export interface WidgetManifest {
  /** The tag of the custom element. */
  readonly tag: string;
  /** The title in one language, or in several by their tags: `{ "en": "Loyalty", "id": "Loyalitas" }`. */
  readonly title: LayoutText;
  /** The outline of an icon: the `d` of one SVG path on a grid of 16 by 16. */
  readonly icon?: string | undefined;
  /**
   * The place in a layout that does not name the widget: at the end of the first column, of the second one, or with the
   * full width. Absent: such a layout does not show it, and operators who arrange the page can add it.
   */
  readonly zone?: Area | undefined;
  /** The id of the section that `zone` is in, where a layout has it. */
  readonly section?: string | undefined;
  /** The number of rows that are reserved while the widget loads. */
  readonly rows?: number | undefined;
  /** `true`: the dashboard draws the title with the icon above the widget, which has no heading of its own. */
  readonly framed?: boolean | undefined;
  /**
   * The operations without which the widget has nothing to show. It is absent if the operator may not use one of them,
   * or the platform does not have it.
   */
  readonly permissions?: readonly AdapterOperation[] | undefined;
  /** The ports that the widget adds to those of the library. */
  readonly ports?: readonly PortDefinition[] | undefined;
  /**
   * The module that defines the tag: its URL, relative to the page, or a function that loads it. Absent: the page loads
   * it itself.
   */
  readonly source?: string | URL | (() => Promise<unknown>) | undefined;
  /** The time in milliseconds in which the tag has to be defined. Default: ten seconds. */
  readonly timeout?: number | undefined;
}

/** The state of the place of a widget of others. `signed-out`: the element is hidden, and keeps what was typed in it. */
export type ExtensionState = 'absent' | 'loading' | 'ready' | 'signed-out' | WidgetFailure;
