import type { ResellerRecord } from '../../../domain/reseller.ts';
import { ingridId } from './ingrid-account.ts';
import { staff } from './people.ts';

/** The details of the customers who sell on: all of them are from before brand protection. */
export const resellers: readonly ResellerRecord[] = [
  {
    customerId: ingridId,
    version: '3',
    businessName: 'Holm & Daughters at the Market',
    website: 'https://market.example/holm-and-daughters',
    certificate: 'RC-2019-00418',
    certificateUntil: '2027-03-31',
    remark: 'Sells mugs and beans on her market page. Agreed: not below our list price.',
    updatedAt: '2024-05-21T13:05:00Z',
    updatedBy: staff.tom,
  },
  {
    customerId: 'C-20831',
    version: '1',
    businessName: 'Second Firing',
    website: null,
    certificate: 'RC-2021-00077',
    certificateUntil: null,
    remark: null,
    updatedAt: '2021-09-02T09:40:00Z',
    updatedBy: staff.dana,
  },
  {
    customerId: 'C-20902',
    version: '2',
    businessName: 'Kiln Lane Seconds',
    website: 'https://market.example/kiln-lane',
    certificate: null,
    certificateUntil: null,
    remark: 'Wholesale only.',
    updatedAt: '2023-01-17T15:22:00Z',
    updatedBy: staff.priya,
  },
];
