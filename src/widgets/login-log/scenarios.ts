import { ingrid } from '../../testing/circumstances.ts';
import { filterInVain, listCells } from '../../testing/list-cells.ts';
import { shopAdapter } from '../../testing/shop.ts';

const login = { id: 'login-1', ...ingrid, at: '2026-11-18T10:52:00Z', outcome: 'succeeded' };
const long = {
  outcome: { code: 'held', label: 'Held until the customer answers the message that was sent to the second device' },
  method: { code: 'sms', label: 'One-time code by text message to the second number of the account' },
  device: 'Mozilla/5.0 (Linux; Android 14; SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari',
  ip: '2001:0db8:04f2:0000:0000:8a2e:0370:7334',
  place: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Isle of Anglesey, United Kingdom',
};

export const cells = listCells(
  'logins.list',
  { heading: 'Logins' },
  {
    populated: 'kept for 1 year',
    empty: 'Logins are kept for 1 year.',
    emptyFiltered: { ...filterInVain('logins.list', 'Blocked'), shows: 'No such logins.' },
    partial: { page: [login, { ...login, id: 'login-2', device: null }], shows: 'Succeeded' },
    conflict: { absent: 'Logins are only read here.' },
    longText: { page: [{ ...login, ...long }], shows: 'Held until' },
    redacted: { ...ingrid, adapter: () => shopAdapter({ role: 'viewer' }), shows: '203.•••••' },
  },
);
