import { expect } from 'chai';
import { ago } from './ago.ts';
import { notesPanelWords } from '../widgets/notes-panel/words.en.ts';
import { allWords } from '../locales/all-words.ts';
import { catalogue as indonesian } from '../locales/id.ts';
import { addLocale, loadLocale } from './locales.ts';
import { Localization } from './localization.ts';
import type { Section } from './message.ts';

const at = (now: string, timeZone = 'Europe/London', locale = 'en-GB') =>
  Localization.of({ locale, timeZone, now: () => new Date(now) });

describe('localization', () => {
  const london = at('2026-11-18T11:30:00Z');

  it('formats today with the time, this year without the year, earlier days with it', () => {
    expect(london.moment('2026-11-18T11:08:00Z')).to.equal('Today, 11:08');
    expect(london.moment('2026-11-04T10:18:00Z')).to.equal('4 Nov, 10:18');
    expect(london.moment('2025-11-04T10:18:00Z')).to.equal('4 Nov 2025');
    expect(london.fullMoment('2026-11-04T10:18:00Z')).to.match(/Wednesday.*4 November 2026.*10:18:00 GMT/);
  });

  it('starts a day in the displayed zone, across daylight saving', () => {
    const auckland = at('2026-11-18T11:30:00Z', 'Pacific/Auckland');
    expect(auckland.moment('2026-11-18T11:08:00Z')).to.equal('Today, 00:08');
    expect(auckland.moment('2026-11-18T10:59:00Z')).to.equal('18 Nov, 23:59');
    const summer = at('2026-10-25T09:00:00Z');
    expect(summer.moment('2026-10-25T00:30:00Z')).to.equal('Today, 01:30');
    expect(summer.moment('2026-10-25T01:30:00Z')).to.equal('Today, 01:30');
    expect(summer.moment('2026-10-24T23:30:00Z')).to.equal('Today, 00:30');
  });

  it('formats a calendar day the same in every zone', () => {
    expect(at('2026-11-18T11:30:00Z', 'Pacific/Auckland').day('2027-03-31')).to.equal('31 Mar 2027');
    expect(at('2026-11-18T11:30:00Z', 'America/Los_Angeles').day('2027-03-31')).to.equal('31 Mar 2027');
  });

  it('formats amounts exactly at any size, with the currency’s minor units and a true minus sign', () => {
    const write = (value: string, currency: string) => london.amount({ value, currency });
    expect(write('9007199254740993.01', 'GBP')).to.equal('£9,007,199,254,740,993.01');
    expect(write('-129', 'GBP')).to.equal('\u2212£129.00');
    expect(write('2.345', 'GBP')).to.equal('£2.35');
    expect(write('-2.345', 'GBP')).to.equal('\u2212£2.35');
    expect(write('1250', 'JPY')).to.match(/^(JP)?¥1,250$/);
    expect(write('1.5', 'KWD')).to.match(/^KWD\s1\.500$/);
    expect(write('-0.001', 'GBP')).to.equal('£0.00');
    expect(london.amount({ value: '0.125', currency: 'GBP' }, { exact: true })).to.equal('£0.125');
    expect(london.amount({ value: '25', currency: 'GBP' }, { signed: true })).to.equal('+£25.00');
    expect(london.amount({ value: '0', currency: 'GBP' }, { signed: true })).to.equal('£0.00');
    expect(london.amount({ value: '2340', unit: 'points' })).to.equal('2,340');
  });

  it('fills in messages: numbers in the locale’s format, plurals by count', () => {
    const words = london.words(notesPanelWords);
    expect(london.text(words.shownOf, { shown: 3, total: 1400 })).to.equal('Latest 3 of 1,400 notes');
    expect(london.text(words.shown, { count: 1 })).to.equal('Latest note');
    expect(london.text(words.shown, { count: 2 })).to.equal('Latest 2 notes');
    expect(london.text(words.edit, { time: '{shown} $&' })).to.equal('Edit note of {shown} $&');
  });

  it('uses Indonesian once it is loaded, also for a region', async () => {
    await loadLocale('id-ID');
    const words = Localization.of({ locale: 'id-ID' }).words(notesPanelWords);
    expect(words.save).to.equal('Simpan catatan');
  });

  it('has the same messages with the same placeholders in every language', () => {
    const places = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort().join();
    expect(Object.keys(indonesian)).to.have.members(allWords.map(({ name }) => name));
    for (const { name, english } of allWords) {
      const translated: Section = indonesian[name];
      expect(Object.keys(translated), name).to.have.members(Object.keys(english));
      for (const [key, message] of Object.entries(english))
        // The English `one` form of a plural may spell the number out.
        if (typeof message === 'string') expect(places(translated[key]), `${name}.${key}`).to.equal(places(message));
    }
  });

  it('uses the host’s wording, and English for what it omits', async () => {
    addLocale('x-test', () => Promise.resolve({ catalogue: { common: { retry: 'Once more' } } }));
    await loadLocale('x-test');
    const host = Localization.of({ locale: 'x-test' });
    expect(host.common.retry).to.equal('Once more');
    expect(host.words(notesPanelWords).save).to.equal('Save note');
  });

  it('prefers wording that is added while the built-in one loads', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const words = (retry: string) => ({ catalogue: { common: { retry } } });
    addLocale('x-race', () => slow.then(() => words('old')));
    const first = loadLocale('x-race');
    addLocale('x-race', () => Promise.resolve(words('new')));
    await loadLocale('x-race');
    finish();
    await first;
    expect(Localization.of({ locale: 'x-race' }).common.retry).to.equal('new');
  });

  it('falls back to English if a host’s loader throws', async () => {
    addLocale('x-broken', () => {
      throw new Error('no');
    });
    await loadLocale('x-broken');
    expect(Localization.of({ locale: 'x-broken' }).common.retry).to.equal('Try again');
  });

  it('combines the host’s wording with the built-in messages of a language', async () => {
    addLocale('id-ID', () => Promise.resolve({ catalogue: { 'notes-panel': { heading: 'Catatan tim' } } }));
    await loadLocale('id-ID');
    const words = Localization.of({ locale: 'id-ID' }).words(notesPanelWords);
    expect([words.heading, words.save]).to.deep.equal(['Catatan tim', 'Simpan catatan']);
    expect(Localization.of({ locale: 'id' }).words(notesPanelWords).heading).to.equal('Catatan');
  });

  it('handles the smallest and largest amounts and times', () => {
    const words = Localization.of({ locale: 'en-GB', timeZone: 'UTC', now: () => new Date('2026-01-01T00:00:00Z') });
    expect(words.amount({ value: `1.${'0'.repeat(150)}1`, unit: 'points' })).to.match(/^1\.0+$/);
    expect(ago('0001-01-01T00:00:00Z', words)).to.equal('2,025 years ago');
    expect(words.moment('0001-01-01T00:00:00Z')).to.contain('Jan');
  });

  it('handles an invalid locale and time zone', () => {
    const odd = Localization.of({ locale: 'not a locale', timeZone: 'Middle/Earth' });
    expect(odd.amount({ value: '1', currency: 'GBP' })).to.equal('£1.00');
    expect(odd.moment('2020-01-01T00:00:00Z')).to.contain('20');
  });

  it('is created once for the same settings', () => {
    const now = () => new Date();
    const settings = { locale: 'en-GB', timeZone: 'Asia/Jakarta', now };
    expect(Localization.of(settings)).to.equal(Localization.of({ ...settings }));
  });
});
