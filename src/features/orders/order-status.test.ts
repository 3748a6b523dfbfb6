import { expect } from 'chai';
import { type AxisStatus, type OrderStatus, axes, type Axis } from '../../domain/order.ts';
import { Localization } from '../../i18n/localization.ts';
import { signOf, summarize } from './order-status.ts';
import { markOf, paletteOf, palettes, type StatusPalette } from './status-palettes.ts';

const l10n = Localization.of({ locale: 'en' });
const status = (code: string, done?: number, of?: number): AxisStatus => ({
  status: code,
  ...(done !== undefined && of !== undefined && { extent: { done, of } }),
});

/** Returns the content of a status cell: the tone and words of each badge, or the check; then the secondary text. */
const textsOf = (order: OrderStatus) => {
  const summary = summarize(order, l10n);
  if (!summary) return undefined;
  const badges = summary.badges.map(({ weight, words, extent }) => [weight, words, extent].filter(Boolean).join(' '));
  return [...badges, summary.settled, summary.note].filter((text) => text !== undefined);
};

/** The vocabulary of the design, and the codes that the library adds. */
const vocabulary: Readonly<Record<Axis, Readonly<Record<string, string>>>> = {
  payment: {
    pending: 'warning Payment due',
    authorized: 'neutral Authorized',
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
    requested: 'warning Cancellation requested',
    partial: 'neutral Partly canceled',
    full: 'neutral Canceled',
  },
  exchange: {
    none: 'silent none',
    requested: 'warning Exchange requested',
    partial: 'accent Exchange under way',
    done: 'neutral Exchanged',
  },
  return: {
    none: 'silent none',
    requested: 'warning Return requested',
    'in-transit': 'accent Return on its way',
    partial: 'neutral Partly returned',
    full: 'neutral Returned',
  },
};

describe('order status', () => {
  for (const axis of Object.keys(vocabulary) as Axis[])
    it(`${axis}: every code has its tone and its label`, () => {
      expect(Object.keys(vocabulary[axis])).to.include.members([...axes[axis]]);
      for (const [code, expected] of Object.entries(vocabulary[axis])) {
        const sign = signOf(axis, status(code), l10n)!;
        expect(`${sign.weight} ${sign.words}`).to.equal(expected);
      }
    });

  it('has one icon per axis, except “in transit”; directed ones are mirrored', () => {
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

  it('shows one summary if all is well, with the known parts', () => {
    expect(textsOf({ payment: status('paid'), fulfillment: status('delivered') })).to.deep.equal(['Paid, delivered']);
    expect(textsOf({ payment: status('paid'), fulfillment: status('not-required') })).to.deep.equal([
      'Paid, no shipping needed',
    ]);
    expect(textsOf({ payment: status('paid'), return: status('none') })).to.deep.equal(['Paid']);
    expect(textsOf({ fulfillment: status('delivered') })).to.deep.equal(['Delivered']);
  });

  it('shows badges for notable axes only, the most urgent first, two at most', () => {
    expect(textsOf({ payment: status('paid'), fulfillment: status('in-transit') })).to.deep.equal([
      'accent In transit',
    ]);
    expect(
      textsOf({
        payment: status('authorized'),
        fulfillment: status('in-transit'),
        exchange: status('requested', 1, 3),
        return: status('full'),
      }),
    ).to.deep.equal(['warning Exchange requested 1 of 3', 'accent In transit']);
    expect(textsOf({ payment: status('disputed'), fulfillment: status('on-hold') })).to.deep.equal([
      'warning Payment disputed',
      'warning On hold',
    ]);
  });

  it('shows consequences as quiet text', () => {
    expect(textsOf({ payment: status('refunded'), return: status('full') })).to.deep.equal([
      'neutral Returned',
      'refunded',
    ]);
    expect(
      textsOf({ payment: status('voided'), fulfillment: status('not-required'), cancellation: status('full') }),
    ).to.deep.equal(['neutral Canceled', 'not charged']);
    expect(
      textsOf({
        payment: status('partially-refunded'),
        fulfillment: status('restocked'),
        return: status('partial', 1, 2),
      }),
    ).to.deep.equal(['neutral Partly returned 1 of 2', 'partly refunded, restocked']);
    expect(textsOf({ payment: status('refunded') }), 'by itself it is news').to.deep.equal(['neutral Refunded']);
  });

  it('does not demand shipping of unpaid or canceled orders, nor payment of canceled ones', () => {
    expect(textsOf({ payment: status('pending'), fulfillment: status('unfulfilled') })).to.deep.equal([
      'warning Payment due',
    ]);
    expect(textsOf({ payment: status('paid'), fulfillment: status('unfulfilled') })).to.deep.equal(['warning To ship']);
    expect(textsOf({ payment: status('authorized'), fulfillment: status('unfulfilled') })).to.deep.equal([
      'warning To ship',
      'neutral Authorized',
    ]);
    expect(
      textsOf({ payment: status('pending'), fulfillment: status('unfulfilled'), cancellation: status('full') }),
    ).to.deep.equal(['neutral Canceled']);
  });

  it('shows an unknown code by the platform’s label, before completed ones', () => {
    const customs = { status: { code: 'unknown', label: 'Held at customs' } };
    expect(textsOf({ payment: status('paid'), fulfillment: customs })).to.deep.equal(['neutral Held at customs']);
    expect(textsOf({ payment: status('authorized'), fulfillment: customs })).to.deep.equal([
      'neutral Held at customs',
      'neutral Authorized',
    ]);
    expect(textsOf({ exchange: status('teapot-swap') })).to.deep.equal(['neutral teapot-swap']);
    for (const code of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(textsOf({ payment: status(code) }), code).to.deep.equal([`neutral ${code}`]);
  });

  it('shows a known code in its own tone, but by the platform’s label if there is one', () => {
    const invoiced = { status: { code: 'paid', label: 'Invoiced' } };
    expect(textsOf({ payment: invoiced, fulfillment: status('delivered') })).to.deep.equal(['Invoiced, delivered']);
    expect(textsOf({ payment: { status: { code: 'pending', label: 'Bezahlung offen' } } })).to.deep.equal([
      'warning Bezahlung offen',
    ]);
    expect(textsOf({ payment: { status: { code: 'pending', label: '' } } })).to.deep.equal(['warning Payment due']);
  });

  it('returns nothing if nothing is known: no axis, or an unknown one without a label', () => {
    expect(textsOf({})).to.equal(undefined);
    expect(textsOf({ payment: status('unknown') })).to.equal(undefined);
    expect(textsOf({ cancellation: status('none'), return: status('none') }), 'no news is no payment').to.equal(
      undefined,
    );
  });

  describe('status palettes', () => {
    const paidFor = { payment: status('paid'), fulfillment: status('delivered') };
    const inactive = { cancellation: status('none'), exchange: status('none'), return: status('none') };
    const toldBy = (palette: StatusPalette, order: OrderStatus) => {
      const summary = summarize(order, l10n, palette);
      return [...summary!.badges.map(({ weight, words }) => `${weight} ${words}`), summary!.settled].filter(Boolean);
    };
    /** Returns the tone of each value, with an asterisk if the row is tinted. */
    const tones = (palette: StatusPalette, axis: Axis, codes: readonly string[]) =>
      codes.map((code) => {
        const { weight, tinted } = markOf(palette, axis, code)!;
        return `${weight}${tinted ? '*' : ''}`;
      });

    it('seller: returned is red and tints its row; all else as in semantic', () => {
      expect(tones(palettes.seller, 'return', ['none', 'requested', 'partial', 'full'])).to.deep.equal([
        'silent',
        'warning',
        'danger*',
        'danger*',
      ]);
      expect(toldBy(palettes.seller, { ...paidFor, ...inactive })).to.deep.equal(['Paid, delivered']);
      expect(toldBy(palettes.seller, { payment: status('pending') })).to.deep.equal(['warning Payment due']);
    });

    it('cafe24: red unpaid, white paid; red before shipping, blue in transit, white delivered or nothing to ship', () => {
      const { cafe24 } = palettes;
      expect(tones(cafe24, 'payment', ['pending', 'partially-paid', 'failed', 'paid'])).to.deep.equal([
        'danger',
        'danger',
        'danger',
        'settled',
      ]);
      expect(
        tones(cafe24, 'fulfillment', ['unfulfilled', 'in-progress', 'in-transit', 'delivered', 'not-required']),
      ).to.deep.equal(['danger', 'danger', 'accent', 'settled', 'settled']);
    });

    it('cafe24: red is a pending request, blue partial, white complete; an exchange has no blue', () => {
      const { cafe24 } = palettes;
      for (const axis of ['cancellation', 'return'] as const)
        expect(tones(cafe24, axis, ['none', 'requested', 'partial', 'full'])).to.deep.equal([
          'silent',
          'danger',
          'accent',
          'neutral',
        ]);
      expect(tones(cafe24, 'exchange', ['none', 'requested', 'partial', 'done'])).to.deep.equal([
        'silent',
        'danger',
        'neutral',
        'neutral',
      ]);
      expect(toldBy(cafe24, { ...paidFor, ...inactive }), 'a normal order is white').to.deep.equal(['Paid, delivered']);
    });

    it('cafe24-literal: never canceled, exchanged or returned is red, with a label', () => {
      const literal = palettes['cafe24-literal'];
      for (const axis of ['cancellation', 'exchange', 'return'] as const)
        expect(tones(literal, axis, ['none', 'requested'])).to.deep.equal(['danger', 'danger']);
      expect(toldBy(literal, { ...paidFor, ...inactive })).to.deep.equal([
        'danger Not canceled',
        'danger Not exchanged',
      ]);
      expect(signOf('return', status('none'), l10n, literal)!.words).to.equal('Not returned');
    });

    it('accept a host’s own: a tone, or a mark with icon, label and tint; a platform’s label wins', () => {
      const own: StatusPalette = {
        payment: { paid: 'success', 'on-account': 'accent' },
        return: { full: { weight: 'warning', icon: 'box', words: 'Back on the shelf', tinted: true } },
      };
      expect(toldBy(own, paidFor)).to.deep.equal(['success Paid']);
      const sign = signOf('return', status('full'), l10n, own)!;
      expect(sign).to.include({ weight: 'warning', words: 'Back on the shelf', tinted: true });
      expect(sign.path).to.equal(signOf('fulfillment', status('unfulfilled'), l10n)!.path);
      const onAccount = { status: { code: 'on-account', label: 'On account' } };
      expect(toldBy(own, { payment: onAccount }), 'a code of the platform').to.deep.equal(['accent On account']);
      expect(toldBy(own, { payment: status('pending') }), 'what it leaves out').to.deep.equal(['warning Payment due']);
    });

    it('fall back to semantic for an invalid name', () => {
      for (const wish of [undefined, null, '', 'pink', 'constructor', '__proto__', 7, true])
        expect(paletteOf(wish), String(wish)).to.equal(palettes.semantic);
      const nonsense = [
        { payment: 'red' },
        { payment: { pending: 'red' } },
        { payment: { pending: { tone: 'danger' } } },
        { payment: { pending: null } },
        { payment: null, five: 5 },
        [],
      ];
      for (const wish of nonsense)
        expect(markOf(paletteOf(wish), 'payment', 'pending'), JSON.stringify(wish)).to.deep.equal({
          weight: 'warning',
        });
      expect(markOf(palettes.semantic, 'payment', 'constructor')).to.equal(undefined);
      const invalid = { payment: { paid: { weight: 'accent', icon: 'constructor' } } } as unknown as StatusPalette;
      expect(signOf('payment', status('paid'), l10n, invalid)!.path).to.equal(
        signOf('payment', status('paid'), l10n)!.path,
      );
    });
  });
});
