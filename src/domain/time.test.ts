import { expect } from 'chai';
import * as v from 'valibot';
import { Day, Instant } from './time.ts';

describe('Day and Instant', () => {
  it('accept calendar days only, in every browser', () => {
    for (const day of ['2024-02-29', '2026-12-31', '0001-01-01']) expect(v.is(Day, day), day).to.equal(true);
    for (const day of ['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-1-1', 'today', ''])
      expect(v.is(Day, day), day).to.equal(false);
    expect(v.is(Instant, '2026-02-28T23:59:59+14:00')).to.equal(true);
    for (const instant of ['2026-02-30T00:00:00Z', '2026-02-28T24:61:00Z', '2026-02-28T10:00:00', '2026-02-28'])
      expect(v.is(Instant, instant), instant).to.equal(false);
  });
});
