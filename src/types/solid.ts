// Types of the tags for Solid: `import type {} from 'clientele/solid'`.
import type { JSX } from 'solid-js';
import type { Attributes, ElementOf, Events, Listener, Properties, Tag } from './tags.ts';

type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : S;

/**
 * A name with hyphens accepts both types: Solid writes constants as attributes, and sets the property of that name for
 * other values.
 */
type Plain<T extends Tag> = { [N in keyof Properties<T> & string as Kebab<N>]?: Properties<T>[N] };
type PropertiesByPrefix<T extends Tag> = { [N in keyof Properties<T> & string as `prop:${N}`]?: Properties<T>[N] };
type AttributesByPrefix<T extends Tag> = { [N in keyof Attributes<T> & string as `attr:${N}`]?: Attributes<T>[N] };
type FlagsByPrefix<T extends Tag> = {
  [N in keyof Attributes<T> & string as boolean extends Attributes<T>[N] ? `bool:${N}` : never]?: boolean | undefined;
};
type Listeners<T extends Tag> = {
  [N in keyof Events<T> & string as `on:${N}` | `oncapture:${N}`]?:
    | Listener<T, Events<T>[N]>
    | (AddEventListenerOptions & { handleEvent: Listener<T, Events<T>[N]> })
    | undefined;
};

/** The attributes of an element in JSX. */
export type ElementProps<T extends Tag> = Omit<JSX.HTMLAttributes<ElementOf<T>>, keyof Plain<T>> &
  Plain<T> &
  Omit<Attributes<T>, keyof Plain<T>> &
  PropertiesByPrefix<T> &
  AttributesByPrefix<T> &
  FlagsByPrefix<T> &
  Listeners<T>;

/** The elements by their tags, or by tags with a prefix: `Elements<'shop-'>`. */
export type Elements<Prefix extends string = ''> = { [T in Tag as `${Prefix}${T}`]: ElementProps<T> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
