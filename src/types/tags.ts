// What the entries for frameworks have in common.
import type { ElementTypes } from './elements.ts';

export type Tag = keyof ElementTypes;

export type ElementOf<T extends Tag> = ElementTypes[T]['element'];
export type Properties<T extends Tag> = ElementTypes[T]['properties'];
export type Attributes<T extends Tag> = ElementTypes[T]['attributes'];

/** Attributes whose name is not that of a property, too: a framework sets the property where there is one. */
export type FurtherAttributes<T extends Tag> = Omit<Attributes<T>, keyof Properties<T>>;

export type Events<T extends Tag> = ElementTypes[T]['events'];

/** What listens to an event, as it is dispatched at the element or comes up to it. */
export type Listener<T extends Tag, E> = (event: E & { readonly currentTarget: ElementOf<T> }) => void;
