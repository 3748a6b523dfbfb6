import { expect } from 'chai';
import { deferred } from '../testing/kit.ts';
import { defineWords } from './define-words.ts';
import { addLocale, isSettled, loadLocale } from './locales.ts';
import { Localization } from './localization.ts';

const loyalty = {
  heading: 'Loyalty in color',
  points: { one: '{count} point', other: '{count} points' },
} as const;

describe('messages of a widget', () => {
  it('are loaded in the page’s language when it is used, and not before', async () => {
    let loads = 0;
    const words = defineWords('acme-once', loyalty, {
      'x-acme': () => {
        loads++;
        return Promise.resolve({ words: { heading: 'Treue', points: { other: '{count} Punkte' } } });
      },
    });
    await loadLocale('en');
    expect(loads).to.equal(0);
    await Promise.all([loadLocale('x-acme'), loadLocale('x-acme-AT')]);
    await loadLocale('x-acme');
    expect(loads).to.equal(1);
    const l10n = Localization.of({ locale: 'x-acme' });
    expect(l10n.words(words).heading).to.equal('Treue');
    expect(l10n.text(l10n.words(words).points, { count: 3 })).to.equal('3 Punkte');
  });

  it('are awaited if they are defined after the language has loaded', async () => {
    const arrival = deferred();
    const locale = 'x-later';
    await loadLocale(locale);
    expect(isSettled(locale)).to.equal(true);
    const words = defineWords('acme-later', loyalty, {
      'x-later': () => arrival.promise.then(() => ({ words: { heading: 'Später', points: { other: '{count}' } } })),
    });
    expect(isSettled(locale)).to.equal(false);
    const before = Localization.of({ locale });
    expect(before.words(words).heading).to.equal('Loyalty in color');
    const load = loadLocale(locale);
    arrival.resolve();
    await load;
    expect(isSettled(locale)).to.equal(true);
    expect(Localization.of({ locale })).to.not.equal(before);
    expect(Localization.of({ locale }).words(words).heading).to.equal('Später');
  });

  it('fall back to English if they fail to load, and are requested again', async () => {
    let fails = true;
    const lost = defineWords('acme-lost', loyalty, {
      'x-lost': () =>
        fails
          ? Promise.reject(new Error('offline'))
          : Promise.resolve({ words: { heading: 'Da', points: { other: '' } } }),
    });
    const come = defineWords(
      'acme-come',
      { heading: 'Here' },
      { 'x-lost': async () => ({ words: { heading: 'Hier' } }) },
    );
    const l10n = () => Localization.of({ locale: 'x-lost' });
    const texts = () => [l10n().words(lost).heading, l10n().words(come).heading];
    await loadLocale('x-lost');
    expect(isSettled('x-lost')).to.equal(true);
    expect(texts()).to.deep.equal(['Loyalty in color', 'Hier']);
    fails = false;
    await loadLocale('x-lost');
    expect(texts()).to.deep.equal(['Da', 'Hier']);
  });

  it('restore the names that the build removes', async () => {
    const packed = ['Kopf', { other: '{count}' }] as never;
    const words = defineWords(
      'acme-packed',
      { points: loyalty.points, heading: 'Heading' },
      {
        'x-packed': () => Promise.resolve({ words: packed }),
      },
    );
    await loadLocale('x-packed');
    expect(Localization.of({ locale: 'x-packed' }).words(words)).to.deep.equal({
      heading: 'Kopf',
      points: { other: '{count}' },
    });
  });

  it('support the pseudo-locale, regional spelling and host wording', async () => {
    const words = defineWords('acme-others', loyalty);
    const heading = (locale: string) => Localization.of({ locale }).words(words).heading;
    await loadLocale('en-XA');
    expect(heading('en-XA')).to.match(/^\[Löyáltý? ?.*ö.* ·/);
    expect(heading('en-GB')).to.equal('Loyalty in colour');
    addLocale('x-host', async () => ({ catalogue: { 'acme-others': { heading: 'Our club' } } }));
    await loadLocale('x-host');
    expect(heading('x-host')).to.equal('Our club');
  });

  it('do not compile if a language lacks a message', () => {
    const whole = () => Promise.resolve({ words: { heading: '', points: { other: '' } } });
    const without = () => Promise.resolve({ words: { heading: '' } });
    const notPlural = () => Promise.resolve({ words: { heading: '', points: '' } });
    defineWords('acme-types', loyalty, { id: whole });
    // @ts-expect-error `points` is missing.
    defineWords('acme-types', loyalty, { id: without });
    // @ts-expect-error A plural must be a plural in every language.
    const words = defineWords('acme-types', loyalty, { id: notPlural });
    // @ts-expect-error There is no such message.
    expect(words.english.title).to.equal(undefined);
  });
});
