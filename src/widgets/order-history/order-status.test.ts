import { expect } from 'chai';
import { axes, type Axis, type AxisStatus, type OrderStatus } from '../../domain/order.ts';
import { Localization } from '../../i18n/localization.ts';
import { palettes, signOf, summarize } from './order-status.ts';

const l10n = Localization.of({ locale: 'en' });
const status = (code: string, done?: number, of?: number): AxisStatus => ({
  status: code,
  ...(done !== undefined && of !== undefined && { extent: { done, of } }),
});

/** What a row says: each badge by its tone and words, or what is settled; then what is quiet. */
const told = (order: OrderStatus) => {
  const summary = summarize(order, l10n);
  if (!summary) return undefined;
  const badges = summary.badges.map(({ weight, words, extent }) => [weight, words, extent].filter(Boolean).join(' '));
  return [...badges, summary.settled, summary.note].filter((text) => text !== undefined);
};

/** The design's vocabulary, and the codes that it leaves to us. */
const vocabulary: Readonly<Record<Axis, Readonly<Record<string, string>>>> = {
  payment: {
    pending: 'warning Payment due',
    authorized: 'neutral Authorised',
    'partially-paid': 'warning Partly paid',
    paid: 'settled Paid',
    'partially-refunded': 'neutral Partly refunded',
    refunded: 'neutral Refunded',
    voided: 'neutral Not charged',
    failed: 'danger Payment failed',
    expired: 'warning Payment expired',
    disputed: 'warning Payment disputed',
  },
  fulfillment: {
    'not-required': 'settled No shipping needed',
    unfulfilled: 'warning To ship',
    scheduled: 'accent Scheduled',
    'on-hold': 'warning On hold',
    'in-progress': 'accent Being packed',
    partial: 'warning Partly shipped',
    'in-transit': 'accent In transit',
    delivered: 'settled Delivered',
    restocked: 'neutral Restocked',
  },
  cancellation: {
    none: 'silent none',
    requested: 'warning Cancellation asked',
    partial: 'neutral Partly cancelled',
    full: 'neutral Cancelled',
  },
  exchange: {
    none: 'silent none',
    requested: 'warning Exchange asked',
    partial: 'accent Exchange under way',
    done: 'neutral Exchanged',
  },
  return: {
    none: 'silent none',
    requested: 'warning Return asked',
    'in-transit': 'accent Return on its way',
    partial: 'neutral Partly returned',
    full: 'danger Returned',
  },
};

describe('order status', () => {
  for (const axis of Object.keys(vocabulary) as Axis[])
    it(`${axis}: every code has its tone and its words`, () => {
      expect(Object.keys(vocabulary[axis])).to.include.members([...axes[axis]]);
      for (const [code, expected] of Object.entries(vocabulary[axis])) {
        const sign = signOf(axis, status(code), l10n)!;
        expect(`${sign.weight} ${sign.words}`).to.equal(expected);
      }
    });

  it('has one icon for an axis, but that a lorry is on the road; those with a direction turn', () => {
    const paths = (axis: Axis) =>
      new Set(
        Object.keys(vocabulary[axis]).flatMap((code) =>
          code === 'none' ? [] : signOf(axis, status(code), l10n)!.path,
        ),
      );
    expect(Object.keys(vocabulary).map((axis) => paths(axis as Axis).size)).to.deep.equal([1, 2, 1, 1, 1]);
    expect(signOf('return', status('full'), l10n)!.directed).to.equal(true);
    expect(signOf('fulfillment', status('in-transit'), l10n)!.directed).to.equal(true);
    expect(signOf('payment', status('paid'), l10n)!.directed).to.equal(undefined);
  });

  it('says that all went well, in as many words as are known', () => {
    expect(told({ payment: status('paid'), fulfillment: status('delivered') })).to.deep.equal(['Paid, delivered']);
    expect(told({ payment: status('paid'), fulfillment: status('not-required') })).to.deep.equal([
      'Paid, no shipping needed',
    ]);
    expect(told({ payment: status('paid'), return: status('none') })).to.deep.equal(['Paid']);
    expect(told({ fulfillment: status('delivered') })).to.deep.equal(['Delivered']);
  });

  it('gives a badge to eventful axes only, the most urgent first, and to two at the most', () => {
    expect(told({ payment: status('paid'), fulfillment: status('in-transit') })).to.deep.equal(['accent In transit']);
    expect(
      told({
        payment: status('authorized'),
        fulfillment: status('in-transit'),
        exchange: status('requested', 1, 3),
        return: status('full'),
      }),
    ).to.deep.equal(['danger Returned', 'warning Exchange asked 1 of 3']);
    expect(told({ payment: status('disputed'), fulfillment: status('on-hold') })).to.deep.equal([
      'warning Payment disputed',
      'warning On hold',
    ]);
  });

  it('says in quiet what follows from something else', () => {
    expect(told({ payment: status('refunded'), return: status('full') })).to.deep.equal([
      'danger Returned',
      'refunded',
    ]);
    expect(
      told({ payment: status('voided'), fulfillment: status('not-required'), cancellation: status('full') }),
    ).to.deep.equal(['neutral Cancelled', 'not charged']);
    expect(
      told({
        payment: status('partially-refunded'),
        fulfillment: status('restocked'),
        return: status('partial', 1, 2),
      }),
    ).to.deep.equal(['neutral Partly returned 1 of 2', 'partly refunded, restocked']);
    expect(told({ payment: status('refunded') }), 'by itself it is news').to.deep.equal(['neutral Refunded']);
  });

  it('asks nobody to ship what is not paid for or was canceled, nor to pay for what was canceled', () => {
    expect(told({ payment: status('pending'), fulfillment: status('unfulfilled') })).to.deep.equal([
      'warning Payment due',
    ]);
    expect(told({ payment: status('paid'), fulfillment: status('unfulfilled') })).to.deep.equal(['warning To ship']);
    expect(told({ payment: status('authorized'), fulfillment: status('unfulfilled') })).to.deep.equal([
      'warning To ship',
      'neutral Authorised',
    ]);
    expect(
      told({ payment: status('pending'), fulfillment: status('unfulfilled'), cancellation: status('full') }),
    ).to.deep.equal(['neutral Cancelled']);
  });

  it('shows a code that it does not know in the words of the platform, before what is over', () => {
    const customs = { status: { code: 'unknown', label: 'Held at customs' } };
    expect(told({ payment: status('paid'), fulfillment: customs })).to.deep.equal(['neutral Held at customs']);
    expect(told({ payment: status('authorized'), fulfillment: customs })).to.deep.equal([
      'neutral Held at customs',
      'neutral Authorised',
    ]);
    expect(told({ exchange: status('teapot-swap') })).to.deep.equal(['neutral teapot-swap']);
    for (const code of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(told({ payment: status(code) }), code).to.deep.equal([`neutral ${code}`]);
  });

  it('shows a code that it knows in its own tone, but in the words of the platform where there are some', () => {
    const invoiced = { status: { code: 'paid', label: 'Invoiced' } };
    expect(told({ payment: invoiced, fulfillment: status('delivered') })).to.deep.equal(['Invoiced, delivered']);
    expect(told({ payment: { status: { code: 'pending', label: 'Bezahlung offen' } } })).to.deep.equal([
      'warning Bezahlung offen',
    ]);
    expect(told({ payment: { status: { code: 'pending', label: '' } } })).to.deep.equal(['warning Payment due']);
  });

  it('knows nothing where nothing is known: no axis, or an unknown without a word', () => {
    expect(told({})).to.equal(undefined);
    expect(told({ payment: status('unknown') })).to.equal(undefined);
    expect(told({ cancellation: status('none'), return: status('none') }), 'no news is no payment').to.equal(undefined);
  });

  it('takes another palette', () => {
    const loud = { ...palettes.semantic, payment: { ...palettes.semantic.payment, paid: 'success' } } as const;
    expect(summarize({ payment: status('paid') }, l10n, loud)!.badges.map(({ weight }) => weight)).to.deep.equal([
      'success',
    ]);
  });
});
