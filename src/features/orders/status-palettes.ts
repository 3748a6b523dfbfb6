import type { axes, Axis } from '../../domain/order.ts';
import type { Tone } from '../../ui/badge.ts';

/** The display of a value: a badge with a tone, a check (`settled`), or nothing (`silent`). */
export type Weight = Tone | 'settled' | 'silent';

/** The display of a value that needs more than a weight. */
export interface StatusMark {
  readonly weight: Weight;
  /** Replaces the icon of the axis. */
  readonly icon?: IconName;
  /** Replaces the library's label. The platform's label overrides both. */
  readonly words?: string;
  /** Tints the whole row, as for a return. The badge says why. */
  readonly tinted?: boolean;
}

/** The icons that a mark can have. */
export type IconName = 'card' | 'box' | 'truck' | 'cancel' | 'swap' | 'return';

/**
 * The display of each value of each axis: a weight or a mark. Missing values are those of `semantic`. A palette can
 * also name the platform's own codes.
 */
export type StatusPalette = { readonly [A in Axis]?: Readonly<Record<string, Weight | StatusMark>> };

/** The names of the built-in palettes. */
export type PaletteName = 'semantic' | 'seller' | 'cafe24' | 'cafe24-literal';

/** The codes of an axis. Returned goods can be in transit, which no other axis has. */
export type Code<A extends Axis> = (typeof axes)[A][number] | (A extends 'return' ? 'in-transit' : never);
export type ByCode<T, Left = never> = { readonly [A in Axis]: Readonly<Record<Exclude<Code<A>, Left>, T>> };

/**
 * The meaning of the tones: `warning` requires action, `accent` is in progress, `neutral` is over, `danger` has failed.
 */
const semantic: ByCode<Weight> = {
  payment: {
    pending: 'warning',
    authorized: 'neutral',
    'partially-paid': 'warning',
    paid: 'settled',
    'partially-refunded': 'neutral',
    refunded: 'neutral',
    voided: 'neutral',
    failed: 'danger',
    expired: 'warning',
    disputed: 'warning',
  },
  fulfillment: {
    'not-required': 'settled',
    unfulfilled: 'warning',
    scheduled: 'accent',
    'on-hold': 'warning',
    'in-progress': 'accent',
    partial: 'warning',
    'in-transit': 'accent',
    delivered: 'settled',
    restocked: 'neutral',
  },
  cancellation: { none: 'silent', requested: 'warning', partial: 'neutral', full: 'neutral' },
  exchange: { none: 'silent', requested: 'warning', partial: 'accent', done: 'neutral' },
  return: { none: 'silent', requested: 'warning', 'in-transit': 'accent', partial: 'neutral', full: 'neutral' },
};

const cameBack = { weight: 'danger', tinted: true } as const;

/** The colors red, blue and white mean to do, in progress and done. An exchange is outstanding or done. */
const cafe24: StatusPalette = {
  payment: {
    pending: 'danger',
    authorized: 'danger',
    'partially-paid': 'danger',
    failed: 'danger',
    expired: 'danger',
    disputed: 'neutral',
  },
  fulfillment: {
    unfulfilled: 'danger',
    scheduled: 'danger',
    'on-hold': 'danger',
    'in-progress': 'danger',
    partial: 'accent',
  },
  cancellation: { requested: 'danger', partial: 'accent' },
  exchange: { requested: 'danger', partial: 'neutral' },
  return: { requested: 'danger', partial: 'accent', full: 'neutral' },
};

/** The literal form of `cafe24`: never canceled, exchanged or returned is as red as outstanding. */
const literal: StatusPalette = {
  ...cafe24,
  cancellation: { ...cafe24.cancellation, none: 'danger' },
  exchange: { ...cafe24.exchange, none: 'danger' },
  return: { ...cafe24.return, none: 'danger' },
};

export const palettes: Readonly<Record<PaletteName, StatusPalette>> = {
  semantic,
  seller: { return: { partial: cameBack, full: cameBack } },
  cafe24,
  'cafe24-literal': literal,
};

const weights: readonly unknown[] = [
  'neutral',
  'accent',
  'success',
  'warning',
  'danger',
  'settled',
  'silent',
] satisfies readonly Weight[];

/** Returns a palette by name, or the host's own. An unknown name gives `semantic`. */
export function paletteOf(wish: unknown): StatusPalette {
  if (typeof wish === 'object' && wish !== null) return wish;
  return typeof wish === 'string' && Object.hasOwn(palettes, wish) ? palettes[wish as PaletteName] : semantic;
}

/** Returns the mark of a value. Invalid marks are ignored. Returns `undefined` for a code without a tone. */
export function markOf(palette: StatusPalette, axis: Axis, code: string): StatusMark | undefined {
  return readMark(palette[axis], code) ?? readMark(semantic[axis], code);
}

/** Codes and palettes are external data: `constructor` must not find an inherited property. */
function readMark(table: unknown, code: string): StatusMark | undefined {
  if (typeof table !== 'object' || table === null || !Object.hasOwn(table, code)) return undefined;
  const said: unknown = (table as Readonly<Record<string, unknown>>)[code];
  const mark = typeof said === 'string' ? { weight: said } : said;
  if (typeof mark !== 'object' || mark === null || !('weight' in mark) || !weights.includes(mark.weight))
    return undefined;
  return mark as StatusMark;
}
