import { byCode } from '../../adapter/toolkit/rows.ts';
import { codeOf } from '../../domain/field.ts';
import { maskedLogin, type Login } from '../../domain/login.ts';
import type { PlainList } from './lists.ts';
import { ingridId as customerId } from './shop/ingrid-account.ts';

/** The devices of the customer in the design: her phone, the till of her café, and one that nobody knows. */
const phone = { device: 'Safari on iPhone', ip: '203.0.113.24', place: 'London, United Kingdom' };
const till = { device: 'Chrome on Windows', ip: '198.51.100.7', place: 'London, United Kingdom' };
const stranger = { device: 'Firefox on Linux', ip: '2001:db8:4f2::19', place: 'Tallinn, Estonia' };

type Attempt = readonly [at: string, outcome: string, method: string, from: Partial<Login>];

const attempts: readonly Attempt[] = [
  ['2026-11-18T10:52:00Z', 'succeeded', 'passkey', phone],
  ['2026-11-17T21:14:00Z', 'blocked', 'password', stranger],
  ['2026-11-17T21:13:00Z', 'failed', 'password', stranger],
  ['2026-11-17T21:12:00Z', 'failed', 'password', stranger],
  ['2026-11-15T07:41:00Z', 'succeeded', 'password', till],
  ['2026-11-04T10:02:00Z', 'succeeded', 'passkey', phone],
  ['2026-10-22T13:40:00Z', 'succeeded', 'link', { ...till, place: undefined }],
  ['2026-10-22T13:37:00Z', 'failed', 'password', { ...till, place: undefined }],
  [
    '2026-08-30T18:22:00Z',
    'succeeded',
    'password',
    { device: null, ip: '203.0.113.88', place: 'Brighton, United Kingdom' },
  ],
  ['2026-05-06T08:09:00Z', 'succeeded', 'password', till],
  ['2026-01-19T16:31:00Z', 'succeeded', 'password', till],
];

/** The attempts to sign in of the customer in the design, newest first. */
export const logins: PlainList<'logins.list', Login> = {
  name: 'logins.list',
  order: [
    { key: ({ at }) => Date.parse(at), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  filters: { outcome: byCode(({ outcome }) => codeOf(outcome)) },
  at: ({ at }) => at,
  // The address of a device tells as much about a person as a postal address does.
  seen: (login, masks) => (masks.includes('defaultShipping') ? maskedLogin(login) : login),
  features: { retention: 'P1Y' },
  records: attempts.map(([at, outcome, method, from], index) => ({
    ...{ id: `login-20817-${String(attempts.length - index).padStart(2, '0')}`, customerId, at, outcome, method },
    ...from,
  })),
};
