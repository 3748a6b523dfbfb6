// Types of the tags for Vue's templates: `import type {} from 'clientele/vue'`.
import type { HTMLAttributes, PublicProps, VNode } from 'vue';
import type { ElementOf, Events, FurtherAttributes, Listener, Properties, Tag } from './tags.ts';

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

type Listeners<T extends Tag> = {
  [N in keyof Events<T> & string as `on${Capitalize<Camel<N>>}`]?: Listener<T, Events<T>[N]> | undefined;
};

/** The attributes without a property of the same name. */
type AttributesOnly<T extends Tag> = {
  [
    N in keyof FurtherAttributes<T> & string as Camel<N> extends keyof Properties<T> ? never : Camel<N>
  ]?: FurtherAttributes<T>[N];
};

/** The attributes of an element in a template. Vue converts a name with hyphens to camel case. */
export type ElementProps<T extends Tag> = PublicProps &
  Omit<HTMLAttributes, keyof Properties<T>> &
  Properties<T> &
  AttributesOnly<T> &
  Listeners<T>;

/** A template treats an element as a component. */
type Component<T extends Tag> = new () => {
  $props: ElementProps<T>;
  $slots: { default?: () => VNode[] };
  $el: ElementOf<T>;
};

/** The elements by their tags, or by tags with a prefix: `Elements<'shop-'>`. */
export type Elements<Prefix extends string = ''> = { [T in Tag as `${Prefix}${T}`]: Component<T> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
  // Vue's own types omit the `slot` attribute of elements in a slot.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
