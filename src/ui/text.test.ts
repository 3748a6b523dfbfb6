import { expect } from 'chai';
import { html, render } from 'lit';
import { check } from '../adapter/check.ts';
import { toAdapterError } from '../adapter/adapter-error.ts';
import { AddressInput } from '../domain/address.ts';
import { CouponInput } from '../domain/coupon.ts';
import { CreditAdjustment } from '../domain/credit.ts';
import { NoteInput } from '../domain/note.ts';
import { isBlank, trimmed } from '../domain/visible.ts';
import { Localization } from '../i18n/localization.ts';
import { name, prose } from './text.ts';

const l10n = Localization.of({ locale: 'en-GB' });

/** Returns the displayed text, with each mark in braces. */
function shown(text: string, show = name): string {
  const box = document.createElement('div');
  render(html`${show(text, l10n)}`, box);
  for (const mark of box.querySelectorAll('.hidden-character')) mark.textContent = `{${mark.textContent}}`;
  return box.textContent.replace(/\s+/g, ' ').trim();
}

const hidden = [
  0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x2028, 0x202e,
  0x2060, 0x2066, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0x0000, 0x007f,
];
const codeOf = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

describe('invisible characters', () => {
  for (const code of hidden)
    it(`${codeOf(code)} is shown in a name and in multi-line text, and alone counts as blank`, () => {
      const character = String.fromCodePoint(code);
      for (const show of [name, prose]) expect(shown(`pay${character}pal`, show)).to.equal(`pay{${codeOf(code)}}pal`);
      const blank = character.repeat(3);
      expect(isBlank(blank)).to.equal(true);
      expect(isBlank(` ${blank}\n`)).to.equal(true);
      expect(trimmed(`${blank} `)).to.equal('');
      const emptyOf = (act: () => unknown) => {
        try {
          act();
          return 'accepted';
        } catch (thrown) {
          return Object.entries(toAdapterError(thrown).fieldErrors ?? {}).join();
        }
      };
      expect(emptyOf(() => check(NoteInput, { body: blank }))).to.equal('body,is empty');
      expect(emptyOf(() => check(AddressInput, { lines: [blank] }))).to.equal('lines.0,is empty');
      expect(emptyOf(() => check(CouponInput, { name: blank, benefit: { kind: 'free-shipping' } }))).to.equal(
        'name,is empty',
      );
      const amount = { value: '1', currency: 'GBP' };
      expect(emptyOf(() => check(CreditAdjustment, { accountId: 'a', amount, description: blank }))).to.equal(
        'description,is empty',
      );
      expect(check(AddressInput, { name: blank, lines: ['1 High Street'] }).name).to.equal('');
    });

  it('a run of them is one mark with its length', () => {
    expect(shown(`Ing${'\u200b'.repeat(10_000)}rid`)).to.equal('Ing{U+200B ×10,000}rid');
    expect(shown('a\u200b\u202e\u{e0041}b')).to.equal('a{U+200B… ×3}b');
    expect(shown('\u{e0041}'.repeat(500))).to.equal('{U+E0041 ×500}');
  });

  it('those that belong to an emoji or a script stay', () => {
    for (const text of [
      '\u2764\ufe0f',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
      '\u2764\ufe0f\u200d\u{1f525}',
      '\u{1f44d}\u{1f3fd}',
      '1\ufe0f\u20e3',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '\u0915\u094d\u200d\u0937',
      '\u845b\u{e0100}\u98fe',
      'a\tb\r\nc',
    ])
      expect(shown(text), text).to.equal(text.replace(/\s+/g, ' '));
    expect(shown('1\ufe0f2'), 'after a digit').to.equal('1{U+FE0F}2');
    expect(shown('\u0645\u200c\u200c\u062e'), 'two in a row').to.equal('\u0645{U+200C ×2}\u062e');
  });

  it('long text is cut between characters, with the number of characters left out', () => {
    expect(shown('x'.repeat(1000))).to.equal('x'.repeat(1000));
    expect(shown('x'.repeat(1003))).to.equal(`${'x'.repeat(1000)}… (3 more characters)`);
    expect(shown(`${'x'.repeat(999)}\u{1f600}y`)).to.equal(`${'x'.repeat(999)}… (3 more characters)`);
    expect(shown('x'.repeat(10_001), prose)).to.equal(`${'x'.repeat(10_000)}… (1 more character)`);
    expect(shown('a\u200b'.repeat(40))).to.equal(`${'a{U+200B}'.repeat(30)}a… (19 more characters)`);
  });
});
