import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { LoginLog } from './login-log.ts';

async function open(adapter: Adapter = shopAdapter(), more: Partial<LoginLog> = {}, locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  const settings = { locale, timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter, customerId: knownCustomers.ingrid, locale: settings });
  const element = mount<LoginLog>('login-log', more, root);
  await until(() => parts(element, 'row').length, 'the logins');
  return element;
}
const rows = (element: LoginLog) =>
  parts(element, 'row').map((row) => [...row.children].map(({ textContent }) => textContent.trim()).join(' | '));

describe('login-log', () => {
  afterEach(unmountAll);

  it('shows when, with which outcome, on which device, how and from where', async () => {
    const element = await open(undefined, { limit: 2 });
    expect(rows(element)).to.deep.equal([
      'Today, 10:52 | Succeeded | Safari on iPhone | Passkey | London, United Kingdom | 203.0.113.24',
      '17 Nov, 21:14 | Blocked | Firefox on Linux | Password | Tallinn, Estonia | 2001:db8:4f2::19',
    ]);
  });

  it('masks the address for operators who may not see personal data', async () => {
    const element = await open(shopAdapter({ role: 'viewer' }), { limit: 2 });
    expect(rows(element).map((row) => row.split(' | ').at(-1))).to.deep.equal([
      '203.•••••, masked',
      '2001:•••••, masked',
    ]);
  });

  it('says how far back the log goes: as declared, as the host says, or not at all', async () => {
    const { logins, ...shop } = shopAdapter();
    const footer = async (...args: Parameters<typeof open>) => textOf(await open(...args));
    expect(await footer()).to.contain('5 of 11 logins. Logins are kept for 1 year.');
    const silent = { ...shop, logins: { ...logins, retention: undefined } };
    expect(await footer(silent, { retention: 'P90D' })).to.contain('Logins are kept for 90 days.');
    expect(await footer({ ...shop, logins: { ...logins, retention: 'P1Y6M' } })).to.contain('1 year, 6 months');
    expect(await footer(silent))
      .to.contain('5 of 11 logins')
      .and.not.contain('kept');
  });

  it('filters by outcome', async () => {
    const element = await open(undefined, { viewAll: 'inline' });
    part(element, 'view-all')!.click();
    const isFilter = ({ textContent }: HTMLElement) => textContent.includes('Filter');
    (await until(() => parts(element, 'popover-button').find(isFilter), 'the filter')).click();
    const isFailed = ({ textContent }: HTMLElement) => textContent.trim() === 'Failed';
    (await until(() => parts(element, 'choice').find(isFailed), 'the choice')).click();
    await until(() => rows(element).length === 3, 'the failed logins');
    expect(rows(element).every((row) => row.includes('| Failed |'))).to.equal(true);
  });
});
