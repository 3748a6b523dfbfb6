// Types of the tags for Vue's templates: `import type {} from 'clientele/vue'`.
import type { HTMLAttributes, PublicProps, VNode } from 'vue';
import type { ElementOf, Events, FurtherAttributes, Listener, Properties, Tag } from './tags.ts';

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

type Listeners<T extends Tag> = {
  [N in keyof Events<T> & string as `on${Capitalize<Camel<N>>}`]?: Listener<T, Events<T>[N]> | undefined;
};

/** Attributes that no property stands behind. */
type AttributesOnly<T extends Tag> = {
  [
    N in keyof FurtherAttributes<T> & string as Camel<N> extends keyof Properties<T> ? never : Camel<N>
  ]?: FurtherAttributes<T>[N];
};

/** What an element may be given. In a template a name with hyphens is read as the one in camel case. */
export type ElementProps<T extends Tag> = PublicProps &
  Omit<HTMLAttributes, keyof Properties<T>> &
  Properties<T> &
  AttributesOnly<T> &
  Listeners<T>;

/** To a template, an element is a component. */
type Component<T extends Tag> = new () => {
  $props: ElementProps<T>;
  $slots: { default?: () => VNode[] };
  $el: ElementOf<T>;
};

/** The elements by their tags, or by tags with a prefix: `Elements<'shop-'>`. */
export type Elements<Prefix extends string = ''> = { [T in Tag as `${Prefix}${T}`]: Component<T> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
  // What stands in an element's slot says so, whatever it is; Vue's own types have forgotten that.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
