// Types that the framework entries share.
import type { ElementTypes } from './elements.ts';

export type Tag = keyof ElementTypes;

export type ElementOf<T extends Tag> = ElementTypes[T]['element'];
export type Properties<T extends Tag> = ElementTypes[T]['properties'];
export type Attributes<T extends Tag> = ElementTypes[T]['attributes'];

/** Includes attributes whose name is not that of a property: a framework sets the property if there is one. */
export type FurtherAttributes<T extends Tag> = Omit<Attributes<T>, keyof Properties<T>>;

export type Events<T extends Tag> = ElementTypes[T]['events'];

/** A listener of an event that is dispatched at the element or bubbles up to it. */
export type Listener<T extends Tag, E> = (event: E & { readonly currentTarget: ElementOf<T> }) => void;
