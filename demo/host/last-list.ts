import type { QueryChangedEvent } from '../../src/index.ts';

/** The list of customers as the operator last saw it. This tab keeps it; it has ids and what was searched. */
export interface LastList {
  readonly query?: QueryChangedEvent['query'];
  /** The ids of its customers, in order, when one of them was opened. */
  readonly customerIds?: readonly string[];
}

const key = 'kiln-lane-list';

export const readList = (): LastList => JSON.parse(sessionStorage.getItem(key) ?? '{}') as LastList;

export const keepList = (change: LastList): void =>
  sessionStorage.setItem(key, JSON.stringify({ ...readList(), ...change }));
