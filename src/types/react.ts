// Types of the tags for React 19: `import type {} from 'clientele/react'`.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { ElementOf, Events, FurtherAttributes, Listener, Properties, Tag } from './tags.ts';

type Listeners<T extends Tag> = {
  [N in keyof Events<T> & string as `on${N}` | `on${N}Capture`]?: Listener<T, Events<T>[N]> | undefined;
};

/** The attributes of an element in JSX. `customerId` sets the property, `customer-id` the attribute. */
export type ElementProps<T extends Tag> = ClassAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof Properties<T>> &
  Properties<T> &
  FurtherAttributes<T> &
  Listeners<T> & { class?: string | undefined };

/** The elements by their tags, or by tags with a prefix: `Elements<'shop-'>`. */
export type Elements<Prefix extends string = ''> = { [T in Tag as `${Prefix}${T}`]: ElementProps<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
