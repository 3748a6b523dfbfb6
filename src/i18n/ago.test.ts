import { expect } from 'chai';
import { ago } from './ago.ts';
import { Localization } from './localization.ts';
import { nextDay } from '../element/locale-changes.ts';

const at = (now: string, locale = 'en-GB', timeZone = 'UTC') =>
  Localization.of({ locale, timeZone, now: () => new Date(now) });
const format = (then: string, now: string, locale?: string) => ago(`${then}T12:00:00Z`, at(`${now}T12:00:00Z`, locale));

describe('relative dates', () => {
  it('count whole years and months by the calendar', () => {
    expect(format('2025-11-28', '2026-11-28')).to.equal('1 year ago');
    expect(format('2025-11-29', '2026-11-28')).to.equal('11 months ago');
    expect(format('2016-11-28', '2026-11-28')).to.equal('10 years ago');
    expect(format('2016-11-29', '2026-11-28')).to.equal('9 years ago');
    expect(format('2026-02-28', '2026-04-28')).to.equal('2 months ago');
    expect(format('2026-02-28', '2026-04-27')).to.equal('1 month ago');
    expect(format('2026-10-28', '2026-11-27')).to.equal('30 days ago');
    expect(format('2026-11-27', '2026-11-28')).to.equal('1 day ago');
  });

  it('count the last day of a shorter month as the same day', () => {
    expect(format('2026-01-31', '2026-02-27')).to.equal('27 days ago');
    expect(format('2026-01-31', '2026-02-28')).to.equal('1 month ago');
    expect(format('2026-08-31', '2026-11-30')).to.equal('3 months ago');
    expect(format('2024-02-29', '2025-02-28')).to.equal('1 year ago');
    expect(format('2024-02-29', '2028-02-28')).to.equal('3 years ago');
    expect(format('2024-02-29', '2028-02-29')).to.equal('4 years ago');
  });

  it('are right for every day of two years, including a leap year', function () {
    this.timeout(60_000);
    for (let day = Date.UTC(2023, 6, 1, 12); day < Date.UTC(2025, 6, 1); day += 86_400_000) {
      const date = new Date(day);
      const then = date.toISOString();
      const later = new Date(day);
      later.setUTCFullYear(date.getUTCFullYear() + 1);
      // A common year has no 29 February, so the year is complete on the 28th.
      if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0);
      const before = new Date(later.getTime() - 86_400_000).toISOString();
      expect(ago(then, at(later.toISOString())), then).to.equal('1 year ago');
      expect(ago(then, at(before)), then).to.equal('11 months ago');
    }
  });

  it('count in the calendar that dates are displayed in', () => {
    // 1 Farvardin 1402 to 1 Farvardin 1403 is 21 March to 20 March.
    expect(format('2023-03-21', '2024-03-20', 'fa')).to.equal(new Intl.RelativeTimeFormat('fa').format(-1, 'year'));
    expect(format('2023-03-21', '2024-03-20')).to.equal('11 months ago');
    expect(format('2025-11-28', '2026-11-28', 'th')).to.equal(new Intl.RelativeTimeFormat('th').format(-1, 'year'));
    expect(format('2016-11-28', '2026-11-28', 'ja-JP-u-ca-japanese')).to.equal(
      new Intl.RelativeTimeFormat('ja').format(-10, 'year'),
    );
  });
});

describe('the year of a date', () => {
  it('is omitted if it is the current year of that calendar', () => {
    // 28 November 2026 is 7 Azar 1405; 20 March 2026 was still 1404.
    const persian = at('2026-11-28T12:00:00Z', 'fa');
    for (const written of [
      persian.moment('2026-03-20T12:00:00Z'),
      persian.shortDay('2026-03-20'),
      persian.shortDay('2026-03-20T12:00:00Z'),
    ])
      expect(written).to.contain('۱۴۰۴');
    for (const written of [persian.moment('2026-03-21T12:00:00Z'), persian.shortDay('2026-03-21')])
      expect(written).to.not.match(/۱۴۰[45]/);
    // February 2027 is still in 1405, like December 2026.
    const later = at('2027-02-10T12:00:00Z', 'fa');
    for (const written of [later.moment('2026-12-20T12:00:00Z'), later.shortDay('2026-12-20')])
      expect(written).to.not.contain('۱۴۰۵');
    // The Hebrew year 5787 has 385 days.
    const hebrew = at('2027-10-01T12:00:00Z', 'en-u-ca-hebrew');
    expect(hebrew.moment('2026-09-12T12:00:00Z')).to.match(/^1 Tishri(?!.*578)/);
    expect(hebrew.moment('2026-09-11T12:00:00Z')).to.contain('5786');
    expect(at('2027-02-10T12:00:00Z').shortDay('2026-12-20')).to.equal('20 Dec 2026');
    expect(at('2027-02-10T12:00:00Z', 'th').moment('2026-12-20T12:00:00Z')).to.contain('2569');
  });
});

describe('the current day', () => {
  it('creates a new localization when it is over, and not before', () => {
    const of = () => Localization.of({ locale: 'en-GB', timeZone: 'Europe/London' });
    const first = of();
    expect(of()).to.equal(first);
    first.expire();
    expect(of()).to.not.equal(first);
    expect(of()).to.equal(of());
  });

  it('begins at the start of the day in the zone, also where midnight does not exist', () => {
    const hours = (timeZone: string, now: string) => {
      const l10n = at(now, 'en-GB', timeZone);
      return (nextDay(l10n.now, (date) => l10n.calendarDay(date)) - l10n.now.getTime()) / 3_600_000;
    };
    expect(hours('Europe/London', '2026-10-24T22:59:59Z') * 3600).to.be.closeTo(1, 1e-6);
    // Clocks go back on this day.
    expect(hours('Europe/London', '2026-10-24T23:00:00Z')).to.equal(25);
    expect(hours('Pacific/Auckland', '2026-04-04T11:00:00Z')).to.equal(25);
    expect(hours('America/Santiago', '2026-09-06T03:00:00Z')).to.equal(1);
    expect(hours('America/Santiago', '2026-09-06T04:00:00Z')).to.equal(23);
    expect(hours('Asia/Kathmandu', '2026-11-18T18:00:00Z')).to.equal(0.25);
  });
});
