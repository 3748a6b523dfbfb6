import type { Customer } from '../../../domain/customer.ts';
import type { Note } from '../../../domain/note.ts';
import type { Actor } from '../../../domain/operator.ts';
import { staff } from './people.ts';
import type { ShopCustomer } from './types.ts';

export const ingridId = 'C-20817';

export const ingrid: Customer = {
  id: ingridId,
  version: '7',
  name: 'Ingrid Vasquez-Holm',
  email: 'ingrid@holmcafe.example',
  phones: [
    { number: '+44 7700 900214', type: 'mobile' },
    { number: '+44 20 7946 0143', type: 'shop' },
  ],
  country: 'GB',
  defaultBilling: {
    id: 'addr-20817-1',
    company: 'Holm & Daughters Ltd',
    lines: ['14 Rosendale Row'],
    city: 'London',
    postalCode: 'SE21 8EZ',
    country: 'GB',
  },
  defaultShipping: {
    id: 'addr-20817-2',
    name: 'Ingrid Vasquez-Holm',
    lines: ['Unit 3, Yard Entrance, 9 Croxted Mews'],
    city: 'London',
    postalCode: 'SE24 9DB',
    country: 'GB',
  },
  createdAt: '2019-03-14T09:20:00Z',
  lastLoginAt: '2026-11-18T10:52:00Z',
  taxExempt: true,
  taxExemptUntil: '2027-03-31',
  level: { id: 'gold', name: 'Gold' },
  verification: 'verified',
  consent: { email: { state: 'granted', since: '2024-02-02' } },
  login: 'ingrid.vh',
  recoveryEmail: 'accounts@holm.example',
  businessAccounts: [{ id: 'B-311', name: 'Holm & Daughters Ltd' }],
};

/** She has asked the shop to hide her addresses. */
export const ingridMasked = ['email', 'recoveryEmail'];

/** `[author, created, text, changed?]`, newest first. */
const noted: readonly (readonly [Actor, string, string, string?])[] = [
  [staff.tom, '2026-11-18T11:20:00Z', 'Payment for #10512 failed twice; her bank wants approval in its app.'],
  [
    staff.dana,
    '2026-11-04T10:16:00Z',
    'Gave £25.00 credit, #10466 came late (CS-8812). She accepted.',
    '2026-11-04T10:18:00Z',
  ],
  [staff.priya, '2026-10-22T14:02:00Z', 'Chip on the rim of one jug in #10388. Photos are in the inquiry.'],
  [staff.tom, '2026-09-15T09:12:00Z', 'Wants the machine hire on a separate invoice from January.'],
  [staff.dana, '2026-07-21T15:40:00Z', 'Second café opens in spring. Asked for 60 cups in oat, four firings ahead.'],
  [staff.priya, '2026-06-02T13:31:00Z', 'Two thermometers read 4 °C too warm. £18.00 as credit, the rest to her card.'],
  [staff.dana, '2026-02-06T16:05:00Z', 'Deliver before 10:00 only. The yard is closed to vans after that.'],
  [staff.tom, '2025-12-02T10:44:00Z', 'Sent the rebate letter for 2025.'],
  [staff.tom, '2025-03-11T08:57:00Z', 'Tax exemption renewed to 31 March 2027, certificate is on file.'],
  [staff.priya, '2024-02-02T12:20:00Z', 'Agreed to our e-mail news at the fair.'],
  [staff.dana, '2023-08-03T11:58:00Z', 'Bread board split along the grain. Took it back.'],
  [staff.dana, '2022-10-07T09:30:00Z', 'Prefers to be called before noon.'],
  [staff.priya, '2021-05-20T16:12:00Z', 'Moved from the 13.40 list to 14.00 with the May price list.'],
  [staff.dana, '2019-08-12T10:01:00Z', 'Grinder set up on site. Burrs are due every 18 months.'],
];

export const ingridNotes: readonly Note[] = noted.map(([author, createdAt, body, updatedAt = null], index) => ({
  id: `note-20817-${noted.length - index}`,
  customerId: ingridId,
  version: updatedAt ? '2' : '1',
  body,
  createdAt,
  updatedAt,
  author,
  pinned: body.startsWith('Deliver before'),
}));

/** The earlier texts of the changed notes. */
export const earlierNotes: ShopCustomer['earlierNotes'] = Object.fromEntries(
  ingridNotes
    .filter(({ updatedAt }) => updatedAt)
    .map(({ id, createdAt: at, author }) => [
      id,
      [{ body: 'Gave £20.00 credit, #10466 came late. She accepted.', at, author }],
    ]),
);
