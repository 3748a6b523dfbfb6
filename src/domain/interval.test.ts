import { expect } from 'chai';
import { addIntervals, nextAfter } from './interval.ts';

describe('intervals', () => {
  it('end on the last day of a short month, and keep the original day afterwards', () => {
    const month = { unit: 'month', count: 1 } as const;
    expect([1, 2, 3, 13].map((times) => addIntervals('2026-01-31', month, times))).to.deep.equal([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2027-02-28',
    ]);
    expect(addIntervals('2024-02-29', { unit: 'year', count: 1 }, 1)).to.equal('2025-02-28');
    expect(addIntervals('2024-02-29', { unit: 'year', count: 2 }, 2)).to.equal('2028-02-29');
    expect(addIntervals('2026-03-31', month, -1)).to.equal('2026-02-28');
  });

  it('recur after today, one interval after the start at the earliest', () => {
    const fortnight = { unit: 'week', count: 2 } as const;
    expect(nextAfter('2026-11-18', fortnight, '2026-11-18')).to.equal('2026-12-02');
    expect(nextAfter('2026-11-18', fortnight, '2026-12-01')).to.equal('2026-12-02');
    expect(nextAfter('2026-11-18', fortnight, '2026-12-02')).to.equal('2026-12-16');
    expect(nextAfter('2027-01-31', { unit: 'month', count: 1 }, '2026-12-02')).to.equal('2027-02-28');
    expect(nextAfter('1999-01-01', { unit: 'day', count: 3 }, '2026-12-02')).to.equal('2026-12-05');
  });
});
