import type { axes, Axis } from '../../domain/order-codes.ts';
import type { Tone } from '../../ui/badge.ts';

/** How a value is told: by a badge of a tone, by a check where all went well, or not at all. */
export type Weight = Tone | 'settled' | 'silent';

/** How one value of an axis is told, where its weight alone does not say it. */
export interface StatusMark {
  readonly weight: Weight;
  /** In place of the icon of its axis. */
  readonly icon?: IconName;
  /** In place of the library's words; a platform's own words stand before either. */
  readonly words?: string;
  /** Whether the whole row is tinted, as that of a return is. The badge says why. */
  readonly tinted?: boolean;
}

/** The icons that a mark can have. */
export type IconName = 'card' | 'box' | 'truck' | 'cancel' | 'swap' | 'return';

/**
 * What each value of each axis looks like: a weight, or a mark with more. What it leaves out is as in `semantic`; a
 * platform's own codes can be named, too.
 */
export type StatusPalette = { readonly [A in Axis]?: Readonly<Record<string, Weight | StatusMark>> };

/** The palettes that the library has. */
export type PaletteName = 'semantic' | 'seller' | 'cafe24' | 'cafe24-literal';

/** The codes of an axis. Goods that come back are on their way for a while, which no other axis says. */
export type Code<A extends Axis> = (typeof axes)[A][number] | (A extends 'return' ? 'in-transit' : never);
export type ByCode<T, Left = never> = { readonly [A in Axis]: Readonly<Record<Exclude<Code<A>, Left>, T>> };

/** By what a tone is meant: warning, a person must act; accent, under way; neutral, over; danger, failed or came back. */
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
  return: { none: 'silent', requested: 'warning', 'in-transit': 'accent', partial: 'neutral', full: 'danger' },
};

const cameBack = { weight: 'danger', tinted: true } as const;

/** Red, blue, white: to be done, under way, done. An exchange is outstanding or done, with nothing between. */
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

/** The same by the letter of it: what was never canceled, exchanged or returned is as red as what is outstanding. */
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

/** The palette of a name or of a host's own making. A name that nobody knows is `semantic`. */
export function paletteOf(wish: unknown): StatusPalette {
  if (typeof wish === 'object' && wish !== null) return wish;
  return typeof wish === 'string' && Object.hasOwn(palettes, wish) ? palettes[wish as PaletteName] : semantic;
}

/** How a palette tells a value: what it says wrongly counts as unsaid. `undefined` for a code that nobody has a tone for. */
export function markOf(palette: StatusPalette, axis: Axis, code: string): StatusMark | undefined {
  return readMark(palette[axis], code) ?? readMark(semantic[axis], code);
}

/** A code comes from outside, and a palette from a host: `constructor` is none that we know. */
function readMark(table: unknown, code: string): StatusMark | undefined {
  if (typeof table !== 'object' || table === null || !Object.hasOwn(table, code)) return undefined;
  const said: unknown = (table as Readonly<Record<string, unknown>>)[code];
  const mark = typeof said === 'string' ? { weight: said } : said;
  if (typeof mark !== 'object' || mark === null || !('weight' in mark) || !weights.includes(mark.weight))
    return undefined;
  return mark as StatusMark;
}
