import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { ChangeLog } from './change-log.ts';

const customerId = knownCustomers.ingrid;

async function open(adapter: Adapter = shopAdapter(), more: Partial<ChangeLog> = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter, customerId, locale });
  const element = mount<ChangeLog>('change-log', more, root);
  await until(() => parts(element, 'row').length, 'the changes');
  return element;
}
const rows = (element: ChangeLog) =>
  parts(element, 'row').map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );

describe('change-log', () => {
  afterEach(unmountAll);

  it('shows what changed, its value before and after, who changed it and when', async () => {
    const element = await open(undefined, { limit: 8 });
    expect(rows(element).filter((_, index) => index !== 2)).to.deep.equal([
      'Phone | Before: +44 20 7946 0143 After: +44 7700 900214, +44 20 7946 0143 | Priya Raman | 22 Oct, 15:11',
      'Level | Before: Silver After: Gold | Automatic | 1 Jul, 01:05',
      'Tax exempt until | Before: 31 Mar 2025 After: 31 Mar 2027 | Tom Adeyemi | 11 Mar 2025',
      'Tax exempt | Before: No After: Yes | Tom Adeyemi | 11 Mar 2025',
      'Level | Before: none After: Silver | Automatic | 1 Jul 2023',
      'Business accounts | Before: none After: Holm & Daughters Ltd | Priya Raman | 20 May 2021',
      'Verification | Before: Being verified After: Verified | Dana Whitlock | 15 Mar 2019',
    ]);
  });

  it('keeps values masked that the record masks, and masks personal data by role', async () => {
    const masked = (element: ChangeLog, index: number) => rows(element)[index]!.split(' | ')[1];
    expect(masked(await open(), 2)).to.equal('Before: i•••••@holm.example, masked After: a•••••@holm.example, masked');
    expect(masked(await open(shopAdapter({ role: 'viewer' })), 0)).to.equal(
      'Before: ••••• 143, masked After: ••••• 143, masked',
    );
  });

  it('shows a change of the record at once, made by anybody', async () => {
    const adapter = shopAdapter();
    const element = await open(adapter, { limit: 1 });
    const signal = new AbortController().signal;
    const { version } = await adapter.customers.get(customerId, { signal });
    const options = { idempotencyKey: 'k-1', ifVersion: version, signal };
    await adapter.customers.setStatus(customerId, { verification: 'unverified' }, options);
    await until(() => rows(element)[0]!.startsWith('Verification'), 'the change');
    expect(rows(element)).to.deep.equal([
      'Verification | Before: Verified After: Not verified | Dana Whitlock | Today, 11:20',
    ]);
  });
});
