// Types of the tags for Svelte 5: `import type {} from 'clientele/svelte'`.
import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, Events, FurtherAttributes, Listener, Properties, Tag } from './tags.ts';

type Listeners<T extends Tag> = {
  [N in keyof Events<T> & string as `on${N}` | `on${N}capture`]?: Listener<T, Events<T>[N]> | undefined;
};

/** The attributes of an element in a template. `customerId` sets the property, `customer-id` the attribute. */
export type ElementProps<T extends Tag> = Omit<HTMLAttributes<ElementOf<T>>, keyof Properties<T>> &
  Properties<T> &
  FurtherAttributes<T> &
  Listeners<T>;

/** The elements by their tags, or by tags with a prefix: `Elements<'shop-'>`. */
export type Elements<Prefix extends string = ''> = { [T in Tag as `${Prefix}${T}`]: ElementProps<T> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
