import { expect } from 'chai';
import { Localization } from './localization.ts';
import { presetOf, presetRange, rangePresets, type RangePreset } from './range-presets.ts';

const written = (preset: RangePreset, today: string) => {
  const { from = '', to = '' } = presetRange(preset, today);
  return `${from}/${to}`;
};
const todayIn = (timeZone: string, now: string) => Localization.of({ timeZone, now: () => new Date(now) }).today;

describe('range presets', () => {
  it('are whole days that end today, or those of a past month or year', () => {
    expect(rangePresets.map((preset) => written(preset, '2026-11-18'))).to.deep.equal([
      '/',
      '2026-11-18/2026-11-18',
      '2026-11-12/2026-11-18',
      '2026-10-20/2026-11-18',
      '2026-11-01/2026-11-18',
      '2026-10-01/2026-10-31',
      '2026-01-01/2026-11-18',
      '2025-01-01/2025-12-31',
    ]);
  });

  it('hold at the ends of months and years, and in leap years', () => {
    expect(written('days7', '2026-01-03')).to.equal('2025-12-28/2026-01-03');
    expect(written('days30', '2024-03-01')).to.equal('2024-02-01/2024-03-01');
    expect(written('days30', '2026-03-01')).to.equal('2026-01-31/2026-03-01');
    expect(written('thisMonth', '2026-01-01')).to.equal('2026-01-01/2026-01-01');
    expect(written('lastMonth', '2026-01-31')).to.equal('2025-12-01/2025-12-31');
    expect(written('lastMonth', '2026-03-31')).to.equal('2026-02-01/2026-02-28');
    expect(written('lastMonth', '2024-03-31')).to.equal('2024-02-01/2024-02-29');
    expect(written('lastYear', '2024-02-29')).to.equal('2023-01-01/2023-12-31');
    expect(written('lastYear', '0100-06-01')).to.equal('0099-01-01/0099-12-31');
  });

  it('contain the named number of days when clocks change in between', () => {
    // Spring and autumn of the northern and of the southern hemisphere.
    for (const today of ['2026-03-30', '2026-04-05', '2026-10-26', '2026-11-02', '2026-09-28'])
      for (const [preset, days] of [
        ['days7', 7],
        ['days30', 30],
      ] as const) {
        const { from, to } = presetRange(preset, today);
        expect(to).to.equal(today);
        expect((Date.parse(to!) - Date.parse(from!)) / 86_400_000 + 1, `${preset} ${today}`).to.equal(days);
      }
  });

  it('begin with the current day in the displayed zone', () => {
    const newYear = '2026-12-31T23:30:00Z';
    expect(written('thisYear', todayIn('Europe/London', newYear))).to.equal('2026-01-01/2026-12-31');
    expect(written('thisYear', todayIn('Asia/Jakarta', newYear))).to.equal('2027-01-01/2027-01-01');
    expect(written('lastMonth', todayIn('Asia/Jakarta', newYear))).to.equal('2026-12-01/2026-12-31');
    // The repeated and the skipped hour of a clock change, before and after midnight.
    expect(written('today', todayIn('Europe/London', '2026-10-24T23:30:00Z'))).to.equal('2026-10-25/2026-10-25');
    expect(written('today', todayIn('America/Santiago', '2026-09-06T03:30:00Z'))).to.equal('2026-09-05/2026-09-05');
    expect(written('today', todayIn('America/Santiago', '2026-09-06T04:00:00Z'))).to.equal('2026-09-06/2026-09-06');
  });

  it('are recognized by their days', () => {
    for (const preset of rangePresets)
      expect(presetOf(presetRange(preset, '2026-11-18'), '2026-11-18'), preset).to.equal(preset);
    expect(presetOf({ from: '2026-11-02', to: '2026-11-18' }, '2026-11-18')).to.equal(undefined);
    expect(presetOf({ from: '2026-11-01' }, '2026-11-18')).to.equal(undefined);
    // On the first of a month, "today" and "this month" are the same range.
    expect(presetOf({ from: '2026-11-01', to: '2026-11-01' }, '2026-11-01')).to.equal('today');
  });
});
