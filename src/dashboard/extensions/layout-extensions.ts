import { html, type TemplateResult } from 'lit';
import type { DashboardLayout, LayoutWidget } from '../layout/layout.ts';
import { placeOf } from '../layout/placement.ts';
import type { Extensions } from './extensions.ts';
import type { WidgetManifest } from './manifest.ts';
import { allManifests } from './registry.ts';

/** The widgets of others in the layout of a dashboard. */
export class LayoutExtensions {
  readonly #getExtensions: () => Extensions | undefined;
  readonly #isExtension: (widget: LayoutWidget) => boolean;
  /** Layouts with what the manifests add. The same layout stays the same object, because layouts are compared. */
  #extended = new WeakMap<DashboardLayout, DashboardLayout>();
  #count = 0;

  constructor(getExtensions: () => Extensions | undefined, isExtension: (widget: LayoutWidget) => boolean) {
    this.#getExtensions = getExtensions;
    this.#isExtension = isExtension;
  }

  /** Returns a layout with the registered widgets that it does not name, each at the end of its zone. */
  extended(layout: DashboardLayout): DashboardLayout {
    const manifests = allManifests();
    if (manifests.length !== this.#count) this.#extended = new WeakMap();
    this.#count = manifests.length;
    const known = this.#extended.get(layout);
    if (known) return known;
    const further = manifests.filter(({ tag, zone }) => zone && !layout.widgets.some((widget) => widget.tag === tag));
    const all = further.map((manifest) => widgetOf(manifest, layout));
    const extended = all.length > 0 ? { ...layout, widgets: [...layout.widgets, ...all] } : layout;
    this.#extended.set(layout, extended);
    this.#extended.set(extended, extended);
    return extended;
  }

  /** Returns a layout without the widgets that are absent for this operator. */
  visible(layout: DashboardLayout): DashboardLayout {
    const widgets = layout.widgets.filter((widget) => !this.isAbsent(widget));
    return widgets.length === layout.widgets.length ? layout : { ...layout, widgets };
  }

  isAbsent(widget: LayoutWidget): boolean {
    return this.#isExtension(widget) && this.#getExtensions()?.stateOf(widget) === 'absent';
  }

  /** Returns the registered widgets that a layout does not name, as the widgets that they would be in it. */
  available(layout: DashboardLayout): readonly LayoutWidget[] {
    return allManifests()
      .filter(({ tag }) => !layout.widgets.some((widget) => widget.tag === tag))
      .map((manifest) => widgetOf(manifest, layout))
      .filter((widget) => !this.isAbsent(widget));
  }

  /** Renders the place of a widget, whose slot is the content. Nothing until what shows it has loaded. */
  card(widget: LayoutWidget, title: string, content: TemplateResult): TemplateResult {
    return this.#getExtensions()?.card(widget, title, content) ?? html``;
  }
}

/** The widget of a manifest, with the place that it names. */
function widgetOf(
  { tag, zone = 'full', section }: WidgetManifest,
  { sections = [], widgets }: DashboardLayout,
): LayoutWidget {
  const at = sections.some(({ id }) => id === section) ? section : widgets.at(-1)?.section;
  return { tag, ...placeOf(zone), ...(at !== undefined && { section: at }) };
}
