import * as v from 'valibot';

/** The width classes of the dashboard itself: below 480 px, below 960 px, and wider, at the default font size. */
export const devices = ['narrow', 'medium', 'wide'] as const;
export type Device = (typeof devices)[number];

/** A text in one language, or in several by their tags: `{ "en": "Purchases", "id": "Pembelian" }`. */
export type LayoutText = string | Readonly<Record<string, string>>;

/** The place of a widget. */
export interface Placement {
  /** The column on a wide page: 1 or 2. Without a column, the widget has the full width. */
  readonly column?: 1 | 2 | undefined;
  /** The number of columns that the widget covers: 1 if it has a column, otherwise 2. */
  readonly span?: 1 | 2 | undefined;
  /** The position among the widgets. By default that in the list. */
  readonly order?: number | undefined;
  readonly hidden?: boolean | undefined;
}

/** A widget of the layout. */
export interface LayoutWidget extends Placement {
  readonly tag: string;
  /** The name of this widget in the layout, and the id of its element. Needed if a tag is there twice. */
  readonly id?: string | undefined;
  /** The id of the section that the widget belongs to. */
  readonly section?: string | undefined;
  /** Replaces the heading of the widget. */
  readonly heading?: LayoutText | undefined;
  /** The attributes of the element. `true` sets an attribute without a value, `false` none. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** What differs for a role of the operator. */
  readonly roles?: Readonly<Record<string, Placement>> | undefined;
  /** What differs at a width. It overrides `roles`. */
  readonly devices?: Readonly<Partial<Record<Device, Placement>>> | undefined;
}

/** A part of the page, with an anchor: `#orders` scrolls to the section with the id `orders`. */
export interface LayoutSection {
  readonly id: string;
  readonly heading?: LayoutText | undefined;
}

/** The layout of a dashboard, as JSON. */
export interface DashboardLayout {
  /** The side of the narrow column on a wide page: `end` by default, `start` for a menu. */
  readonly side?: 'start' | 'end' | undefined;
  readonly sections?: readonly LayoutSection[] | undefined;
  readonly widgets: readonly LayoutWidget[];
}

const Text = v.union([v.string(), v.record(v.string(), v.string())]);
const column = v.optional(v.picklist([1, 2]));
const placement = {
  column,
  span: column,
  order: v.optional(v.number()),
  hidden: v.optional(v.boolean()),
};
const Id = v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]*$/, 'has to begin with a letter, and to have no spaces'));

const Schema = v.pipe(
  v.strictObject({
    side: v.optional(v.picklist(['start', 'end'])),
    sections: v.optional(v.array(v.strictObject({ id: Id, heading: v.optional(Text) }))),
    widgets: v.array(
      v.strictObject({
        tag: v.pipe(v.string(), v.regex(/^[a-z][a-z\d._]*-[\w.-]*$/, 'is not the tag of a custom element')),
        id: v.optional(Id),
        section: v.optional(Id),
        heading: v.optional(Text),
        attributes: v.optional(
          v.record(
            // A layout is data, which must not run as script.
            v.pipe(v.string(), v.regex(/^(?!on|style$)[a-z][\w.:-]*$/i, 'is not an attribute that a layout may set')),
            v.union([v.string(), v.number(), v.boolean()]),
          ),
        ),
        roles: v.optional(v.record(v.string(), v.strictObject(placement))),
        devices: v.optional(
          v.partial(v.strictObject(Object.fromEntries(devices.map((name) => [name, v.strictObject(placement)])))),
        ),
        ...placement,
      }),
    ),
  }),
  v.check(({ widgets }) => unique(widgets.map(idOf)), 'has two widgets of one name: give each an id'),
  v.check(({ sections = [] }) => unique(sections.map(({ id }) => id)), 'has two sections of one id'),
);

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Returns the name of a widget in its layout. */
export const idOf = ({ id, tag }: Pick<LayoutWidget, 'id' | 'tag'>): string => id ?? tag;

/** A layout that was read, or the reasons why it could not be. */
export type ReadLayout = { readonly layout: DashboardLayout } | { readonly problems: readonly string[] };

/** Reads a layout: an object, or its JSON. A problem names the member, such as `widgets.2.column`, and says what is wrong. */
export function readLayout(input: unknown): ReadLayout {
  const given = typeof input === 'string' ? parsed(input) : { value: input };
  if ('problem' in given) return { problems: [given.problem] };
  const result = v.safeParse(Schema, given.value);
  if (result.success) return { layout: result.output as DashboardLayout };
  return { problems: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'The layout'}: ${reasonOf(issue)}`) };
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'check' || issue.type === 'regex') return issue.message;
  if (issue.expected === 'never') return 'is not a member of a layout';
  return issue.received === 'undefined'
    ? 'is missing'
    : `has to be ${issue.expected ?? 'something else'}, not ${issue.received}`;
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (thrown) {
    return { problem: `The layout is not JSON: ${thrown instanceof Error ? thrown.message : 'it cannot be parsed'}` };
  }
}

/** Returns a text in a language: its own, that of the same base language, English, or the first. */
export function textIn(text: LayoutText | undefined, locale: string): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  const [language = ''] = locale.split('-');
  return text[locale] ?? text[language] ?? text['en'] ?? Object.values(text)[0];
}
