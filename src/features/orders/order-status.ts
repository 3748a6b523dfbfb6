import { codeOf, labelOf } from '../../domain/field.ts';
import type { AxisStatus, OrderStatus, Axis } from '../../domain/order.ts';
import { orderStatusWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import * as icons from '../../ui/icons.ts';
import { markOf, palettes, type ByCode, type IconName, type StatusPalette, type Weight } from './status-palettes.ts';

type Words = (typeof orderStatusWords)['english'];
type Word = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

interface Sign {
  readonly path: string;
  /** True if the icon is mirrored in right-to-left layouts. */
  readonly directed?: boolean;
  readonly word: Word;
  /** The label as secondary text, after another status. */
  readonly too?: Word;
}

const card = (word: Word, too?: Word): Sign => ({ path: icons.card, word, too });
const box = (word: Word, too?: Word): Sign => ({ path: icons.box, word, too });
const cancel = (word: Word): Sign => ({ path: icons.cancel, word });
const swap = (word: Word): Sign => ({ path: icons.swap, directed: true, word });
const returned = (word: Word): Sign => ({ path: icons.returned, directed: true, word });

/** The sign of each value. The icon shows the axis, the label shows the value. */
const signs: ByCode<Sign> = {
  payment: {
    pending: card('paymentDue'),
    authorized: card('authorized'),
    'partially-paid': card('partlyPaid'),
    paid: card('paid'),
    'partially-refunded': card('partlyRefunded', 'partlyRefundedToo'),
    refunded: card('refunded', 'refundedToo'),
    voided: card('notCharged', 'notChargedToo'),
    failed: card('paymentFailed'),
    expired: card('paymentExpired'),
    disputed: card('disputed'),
  },
  fulfillment: {
    'not-required': box('noShipping', 'noShippingToo'),
    unfulfilled: box('toShip'),
    scheduled: box('scheduled'),
    'on-hold': box('onHold'),
    'in-progress': box('inProgress'),
    partial: box('partlyShipped'),
    'in-transit': { path: icons.truck, directed: true, word: 'inTransit' },
    delivered: box('delivered', 'deliveredToo'),
    restocked: box('restocked', 'restockedToo'),
  },
  cancellation: {
    none: cancel('notCanceled'),
    requested: cancel('cancellationAsked'),
    partial: cancel('partlyCanceled'),
    full: cancel('canceled'),
  },
  exchange: {
    none: swap('notExchanged'),
    requested: swap('exchangeAsked'),
    partial: swap('exchangeUnderWay'),
    done: swap('exchanged'),
  },
  return: {
    none: returned('notReturned'),
    requested: returned('returnAsked'),
    'in-transit': returned('returnUnderWay'),
    partial: returned('partlyReturned'),
    full: returned('returned'),
  },
};

/** The icons that a host can use in place of the icon of an axis. */
const named: Readonly<Record<IconName, Pick<Sign, 'path' | 'directed'>>> = {
  card: { path: icons.card },
  box: { path: icons.box },
  truck: { path: icons.truck, directed: true },
  cancel: { path: icons.cancel },
  swap: { path: icons.swap, directed: true },
  return: { path: icons.returned, directed: true },
};

/** The icon of a code that only the platform knows. The platform supplies its label. */
const foreign: Pick<Sign, 'path'> = { path: icons.info };

/** The display of one axis of an order. */
export interface AxisSign extends Pick<Sign, 'path' | 'directed'> {
  readonly axis: Axis;
  readonly code: string;
  readonly weight: Weight;
  readonly words: string;
  /** The label as secondary text, after another status. */
  readonly too: string;
  /** The part of the order that the status covers. */
  readonly extent: string | undefined;
  /** True if the row is tinted. */
  readonly tinted: boolean;
}

export const axisOrder: readonly Axis[] = ['payment', 'fulfillment', 'cancellation', 'exchange', 'return'];

/** Returns whether the platform says anything of a status. */
export const isKnown = (status: OrderStatus): boolean => axisOrder.some((axis) => status[axis] !== undefined);

/** Returns the sign of an axis; undefined if the platform does not know its value. */
export function signOf(
  axis: Axis,
  status: AxisStatus | undefined,
  l10n: Localization,
  palette: StatusPalette = palettes.semantic,
): AxisSign | undefined {
  if (!status) return undefined;
  const words = l10n.words(orderStatusWords);
  const code = codeOf(status.status);
  const label = labelOf(status.status);
  if (code === 'unknown' && !label) return undefined;
  const mark = markOf(palette, axis, code);
  const sign = lookUp<Sign>(signs[axis], code);
  const weight = mark?.weight ?? 'neutral';
  // "Not requested" is silent unless a palette marks it.
  const known = weight === 'silent' ? l10n.common.none : sign && words[sign.word];
  const own = label || mark?.words || known || code;
  const { done, of } = status.extent ?? {};
  return {
    ...(sign ?? foreign),
    ...(mark?.icon && lookUp<Pick<Sign, 'path'>>(named, mark.icon)),
    axis,
    code,
    weight,
    words: own,
    too: label || mark?.words || (sign?.too ? words[sign.too] : own),
    extent: done === undefined || of === undefined ? undefined : l10n.text(words.extent, { done, of }),
    tinted: mark?.tinted === true,
  };
}

/** Codes are external data: `constructor` must not find an inherited property. */
const lookUp = <T>(table: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;

/** The status of a row: badges, the most urgent first, or a check if all is well; then the secondary text. */
export interface StatusSummary {
  readonly badges: readonly AxisSign[];
  readonly settled: string | undefined;
  readonly note: string | undefined;
}

const most = 2;
const urgency: readonly Weight[] = ['danger', 'warning', 'accent', 'neutral', 'success'];

/** Summarizes five axes in one cell. Returns undefined if none of them is known. */
export function summarize(
  status: OrderStatus,
  l10n: Localization,
  palette: StatusPalette = palettes.semantic,
): StatusSummary | undefined {
  const words = l10n.words(orderStatusWords);
  const known = axisOrder.flatMap((axis) => signOf(axis, status[axis], l10n, palette) ?? []);
  const told = known.filter((sign) => !goesWithoutSaying(sign, known));
  const notes = told.filter((sign) => follows(sign, known));
  const badges = told
    .filter((sign) => urgency.includes(sign.weight) && !notes.includes(sign))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most);
  const settled = told.filter(({ weight }) => weight === 'settled');
  const join = (texts: readonly string[]): string | undefined =>
    texts.length ? texts.reduce((first, second) => l10n.text(words.pair, { first, second })) : undefined;
  if (badges.length) return { badges, settled: undefined, note: join(notes.map(({ too }) => too)) };
  const well = join([...settled, ...notes].map((sign, index) => (index ? sign.too : sign.words)));
  return well === undefined ? undefined : { badges, settled: well, note: undefined };
}

/** A code without a known tone may be urgent, so it comes before completed ones. */
const rank = ({ weight, path }: AxisSign): number => urgency.indexOf(weight) - (path === icons.info ? 0.5 : 0);

type Codes = Partial<Readonly<Record<Axis, readonly string[]>>>;

/** Values that another value implies: an unpaid order is not shipped, and a canceled order has no amount due. */
const implied: readonly (readonly [of: Codes, by: Codes])[] = [
  [{ fulfillment: ['unfulfilled'] }, { payment: ['pending', 'failed', 'expired', 'voided'], cancellation: ['full'] }],
  [{ payment: ['pending'] }, { cancellation: ['full'] }],
];

/** Values that follow from another value and become secondary text: the refund after the return of the goods. */
const consequences: readonly (readonly [of: Codes, by: Codes])[] = [
  [
    { payment: ['voided', 'refunded', 'partially-refunded'], fulfillment: ['restocked'] },
    { cancellation: ['partial', 'full'], return: ['partial', 'full'] },
  ],
];

const isOneOf = (codes: Codes, { axis, code }: AxisSign): boolean => codes[axis]?.includes(code) ?? false;
const holds = (rules: typeof implied, sign: AxisSign, known: readonly AxisSign[]): boolean =>
  rules.some(([of, by]) => isOneOf(of, sign) && known.some((other) => isOneOf(by, other)));
const goesWithoutSaying = (sign: AxisSign, known: readonly AxisSign[]): boolean => holds(implied, sign, known);
const follows = (sign: AxisSign, known: readonly AxisSign[]): boolean => holds(consequences, sign, known);
