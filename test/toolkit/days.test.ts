import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { dayIn, instantsOf, within } from '../../src/adapter/toolkit/days.ts';

const refused =
  (field: string) =>
  (error: unknown): boolean =>
    error instanceof AdapterError && error.code === 'validation' && error.fieldErrors?.[field] !== undefined;

/** Days on which clocks change, skip midnight, repeat it, or skip the whole day. */
const hard = [
  ['Europe/London', '2026-03-29', 23],
  ['Europe/London', '2026-10-25', 25],
  ['America/New_York', '2026-11-01', 25],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['America/Sao_Paulo', '2019-02-16', 25],
  ['America/Havana', '2025-03-09', 23],
  ['America/Havana', '2025-11-02', 25],
  ['Africa/Cairo', '2026-04-24', 23],
  ['Atlantic/Azores', '2026-10-25', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Asia/Kathmandu', '2026-05-05', 24],
  ['Pacific/Kiritimati', '2026-05-05', 24],
  ['Pacific/Pago_Pago', '2026-05-05', 24],
  ['Pacific/Apia', '2011-12-30', 0],
  ['UTC', '2024-02-29', 24],
] as const;

describe('instantsOf', () => {
  for (const [zone, day, hours] of hard)
    it(`${day} in ${zone} has ${hours} hours, and its bounds are those of the day`, () => {
      const { from, to, before } = instantsOf({ from: day, to: day }, zone);
      const [start, end] = [Date.parse(from!), Date.parse(before!)];
      assert.equal((end - start) / 3_600_000, hours);
      assert.equal(Date.parse(to!), end - 1);
      const dayOf = dayIn(zone);
      const at = (time: number): string => dayOf(new Date(time).toISOString());
      assert.ok(at(start - 1) < day && at(end) > day);
      if (hours > 0) for (const time of [start, start + 1, (start + end) / 2, end - 1]) assert.equal(at(time), day);
    });

  it('agrees with the filter of rows, hour by hour through a year', () => {
    for (const [zone] of hard) {
      const range = { from: '2026-02-10', to: '2026-11-20' };
      const { from, before } = instantsOf(range, zone);
      const isIn = within(range, zone);
      for (
        let time = Date.parse('2026-02-08T00:00:00Z');
        time < Date.parse('2026-11-23T00:00:00Z');
        time += 3_600_000 * 7
      ) {
        const instant = new Date(time).toISOString();
        assert.equal(isIn(instant), instant >= from! && instant < before!, `${instant} in ${zone}`);
      }
    }
  });

  it('leaves open what the range leaves open, and is UTC where no zone is named', () => {
    assert.deepEqual(instantsOf(), {});
    assert.deepEqual(instantsOf({ from: '2026-01-01' }), { from: '2026-01-01T00:00:00.000Z' });
    assert.deepEqual(instantsOf({ to: '2026-01-01' }), {
      to: '2026-01-01T23:59:59.999Z',
      before: '2026-01-02T00:00:00.000Z',
    });
  });

  it('has no bound that RFC 3339 cannot write', () => {
    assert.deepEqual(instantsOf({ from: '0000-01-01', to: '9999-12-31' }, 'Asia/Tokyo'), {
      to: '9999-12-31T14:59:59.999Z',
      before: '9999-12-31T15:00:00.000Z',
    });
    assert.deepEqual(instantsOf({ to: '9999-12-31' }, 'America/Lima'), {});
  });

  for (const range of [
    { from: '2026-02-30' },
    { from: '2026-1-1' },
    { to: '2026-01-01T00:00:00Z' },
    { from: '2026-01-02', to: '2026-01-01' },
    { from: 5 },
    null,
  ])
    it(`refuses ${JSON.stringify(range)}, as the filter of rows does`, () => {
      for (const work of [instantsOf, within]) assert.throws(() => work(range as object, 'UTC'), refused('range'));
    });

  it('refuses a time zone that there is not', () => {
    const range = { from: '2026-01-01' };
    for (const zone of ['Mars/Olympus', '', 'Europe/London\0'])
      for (const work of [instantsOf, within]) assert.throws(() => work(range, zone), refused('timeZone'));
    assert.throws(() => dayIn('Mars/Olympus'), refused('timeZone'));
  });
});
