import {
  idOf,
  type DashboardLayout,
  type Device,
  type LayoutSection,
  type LayoutWidget,
  type Placement,
} from './layout.ts';

/** The circumstances that a layout can depend on. */
export interface Circumstances {
  readonly role?: string | undefined;
  readonly device: Device;
}

/** Widgets beside each other, or one with the full width in `main`. */
export interface Band {
  readonly main: readonly LayoutWidget[];
  readonly end: readonly LayoutWidget[];
}

/** A section with what it shows. */
export interface PlacedSection extends Partial<LayoutSection> {
  readonly bands: readonly Band[];
}

/** Returns the place of a widget for a role and a width. */
export function placementOf(widget: LayoutWidget, { role, device }: Circumstances): Placement {
  const { column, span, order, hidden } = widget;
  const ofRole = role !== undefined && widget.roles && Object.hasOwn(widget.roles, role) ? widget.roles[role] : {};
  return { column, span, order, hidden, ...ofRole, ...widget.devices?.[device] };
}

/** The areas of a wide page. */
export type Area = 'main' | 'end' | 'full';

/** Returns the area of a placement. */
export const areaOf = ({ column, span = column ? 1 : 2 }: Placement): Area =>
  span === 2 ? 'full' : column === 2 ? 'end' : 'main';

/** Returns the widgets in the order in which they are shown, the hidden ones too. */
export function orderedWidgets(
  { sections = [], widgets }: DashboardLayout,
  now: Circumstances,
): readonly LayoutWidget[] {
  const rankOf = ({ section }: LayoutWidget): number => sections.findIndex(({ id }) => id === section);
  const all = widgets.map((widget, index) => ({ widget, at: placementOf(widget, now).order ?? index }));
  return all.sort((a, b) => rankOf(a.widget) - rankOf(b.widget) || a.at - b.at).map(({ widget }) => widget);
}

/**
 * Places the widgets of a layout: by section, those of one column each beside each other on a wide page. Where nothing
 * stands beside a widget, it has the full width.
 */
export function place(layout: DashboardLayout, now: Circumstances): readonly PlacedSection[] {
  const shown = orderedWidgets(layout, now).filter((widget) => !placementOf(widget, now).hidden);
  const known = layout.sections ?? [];
  const sections: readonly Partial<LayoutSection>[] = [{}, ...known];
  return sections
    .map((section) => {
      const isOther = ({ section: id }: LayoutWidget) => !known.some((one) => one.id === id);
      const own = shown.filter((widget) =>
        section.id === undefined ? isOther(widget) : widget.section === section.id,
      );
      return { ...section, bands: bandsOf(own, now) };
    })
    .filter(({ bands }) => bands.length > 0);
}

function bandsOf(widgets: readonly LayoutWidget[], now: Circumstances): readonly Band[] {
  const bands: { main: LayoutWidget[]; end: LayoutWidget[] }[] = [];
  let open: { main: LayoutWidget[]; end: LayoutWidget[] } | undefined;
  for (const widget of widgets) {
    const area = now.device === 'wide' ? areaOf(placementOf(widget, now)) : 'full';
    if (area === 'full') {
      open = undefined;
      bands.push({ main: [widget], end: [] });
      continue;
    }
    if (!open) bands.push((open = { main: [], end: [] }));
    open[area].push(widget);
  }
  return bands.flatMap(({ main, end }) =>
    main.length && end.length ? [{ main, end }] : [...main, ...end].map((widget) => ({ main: [widget], end: [] })),
  );
}

/** Returns a layout in which `change` is merged into the place of a widget, and what its role or device says is gone. */
function changed(widget: LayoutWidget, change: Placement, { role, device }: Circumstances): LayoutWidget {
  const without = (own: Placement | undefined): Placement | undefined =>
    own && Object.fromEntries(Object.entries(own).filter(([name]) => !(name in change)));
  const { roles, devices } = widget;
  return {
    ...widget,
    ...change,
    ...(roles && role !== undefined && role in roles && { roles: { ...roles, [role]: without(roles[role]) ?? {} } }),
    ...(devices?.[device] && { devices: { ...devices, [device]: without(devices[device]) ?? {} } }),
  };
}

/** Returns the place of an area. */
export const placeOf = (area: Area): Placement =>
  area === 'full' ? { column: undefined, span: 2 } : { column: area === 'main' ? 1 : 2, span: 1 };

/** A move of one widget: to a side of another, into an area, or both. */
export interface Move {
  readonly id: string;
  readonly to?: { readonly id: string; readonly side: 'before' | 'after' } | undefined;
  readonly area?: Area | undefined;
}

/** Returns a layout with a widget somewhere else. It joins the section of the widget that it is placed beside. */
export function moveWidget(layout: DashboardLayout, { id, to, area }: Move, now: Circumstances): DashboardLayout {
  const all = orderedWidgets(layout, now).map((widget) => changed(widget, { order: undefined }, now));
  const moved = all.find((widget) => idOf(widget) === id);
  if (!moved || to?.id === id) return layout;
  const target = all.find((widget) => idOf(widget) === to?.id);
  const placed = {
    ...(area ? changed(moved, placeOf(area), now) : moved),
    ...(target && { section: target.section }),
  };
  if (!target) return { ...layout, widgets: all.map((widget) => (widget === moved ? placed : widget)) };
  const rest = all.filter((widget) => widget !== moved);
  const at = rest.indexOf(target) + (to?.side === 'after' ? 1 : 0);
  return { ...layout, widgets: [...rest.slice(0, at), placed, ...rest.slice(at)] };
}

/**
 * Returns the widget that another one stands beside after one step up or down: within its column, otherwise past what
 * is above or below the column. `undefined` at the end of the page.
 */
export function stepFrom(layout: DashboardLayout, id: string, step: 'up' | 'down', now: Circumstances): Move['to'] {
  const bands = place(layout, now).flatMap((section) => section.bands);
  const own = bands.findIndex((band) => [...band.main, ...band.end].some((widget) => idOf(widget) === id));
  const { main = [], end = [] } = bands[own] ?? {};
  const column = main.some((widget) => idOf(widget) === id) ? main : end;
  const offset = step === 'up' ? -1 : 1;
  const neighbor = column[column.findIndex((widget) => idOf(widget) === id) + offset];
  const side = step === 'up' ? 'before' : 'after';
  if (neighbor) return { id: idOf(neighbor), side };
  const beyond = bands[own + offset];
  if (!beyond) return undefined;
  const names = [...beyond.main, ...beyond.end].map(idOf);
  const inOrder = orderedWidgets(layout, now)
    .map(idOf)
    .filter((name) => names.includes(name));
  const target = step === 'up' ? inOrder[0] : inOrder.at(-1);
  return target === undefined ? undefined : { id: target, side };
}

/** Returns a layout with a widget hidden or shown, at the end if the layout does not have it. */
export function setHidden(
  layout: DashboardLayout,
  widget: LayoutWidget,
  hidden: boolean,
  now: Circumstances,
): DashboardLayout {
  const isIt = (one: LayoutWidget): boolean => idOf(one) === idOf(widget);
  const all = layout.widgets.some(isIt) ? layout.widgets : [...layout.widgets, widget];
  return { ...layout, widgets: all.map((one) => (isIt(one) ? changed(one, { hidden }, now) : one)) };
}
