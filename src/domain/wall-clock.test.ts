import { expect } from 'chai';
import { formatInZone, wallClockAt } from './wall-clock.ts';

describe('wall clock', () => {
  it('shows the day of the zone', () => {
    expect(formatInZone('2025-12-31T18:30:00Z', 'Asia/Jakarta')).to.equal('2026-01-01T01:30:00+07:00');
    expect(formatInZone('2026-01-01T01:30:00+07:00', 'America/New_York')).to.equal('2025-12-31T13:30:00-05:00');
    expect(formatInZone('2026-07-01T12:00:00.987Z', 'Asia/Kathmandu')).to.equal('2026-07-01T17:45:00+05:45');
    expect(formatInZone('2026-07-01T00:00:00Z', 'UTC')).to.equal('2026-07-01T00:00:00+00:00');
  });

  it('distinguishes the two hours of a night when clocks go back', () => {
    const both = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((instant) =>
      formatInZone(instant, 'Europe/London'),
    );
    expect(both).to.deep.equal(['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00']);
  });

  it('handles early years, when offsets had seconds', () => {
    expect(formatInZone('0099-03-01T12:00:00Z', 'UTC')).to.equal('0099-03-01T12:00:00+00:00');
    expect(new Date(wallClockAt('1800-01-01T00:00:00Z', 'Europe/Amsterdam').time).toISOString()).to.match(
      /^1800-01-01T00:/,
    );
  });
});
