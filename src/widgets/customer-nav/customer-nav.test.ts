import { expect } from 'chai';
import { mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import './define.ts';
import type { CustomerNav } from './customer-nav.ts';

async function open(more: Partial<CustomerNav> = {}, options: Parameters<typeof shopAdapter>[0] = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter: shopAdapter(options), customerId: knownCustomers.ingrid, locale });
  const element = mount<CustomerNav>('customer-nav', more, root);
  await until(() => parts(element, 'count').length, 'the counts');
  return element;
}
const folded = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

describe('customer-nav', () => {
  afterEach(unmountAll);

  it('shows name, level, id, last login and date of registration above the pages, with their counts', async () => {
    const element = await open();
    await until(() => parts(element, 'count').length === 5, 'all counts');
    expect(folded(part(element, 'identity')!)).to.equal(
      'Ingrid Vasquez-Holm Gold C-20817 Last login today, 10:52 Customer since 14 Mar 2019',
    );
    expect(parts(element, 'link').map(folded)).to.deep.equal([
      'Profile',
      'Orders48',
      'Inquiries 1 urgent3',
      'Points, credit and coupons',
      'Cart5',
      'Wishlist7',
      'Logins',
      'Notes14',
    ]);
  });

  it('opens the host’s page of an item in a pop-up after an event, which the host may prevent', async () => {
    const element = await open({ openAs: 'popup', items: 'notes orders' }, { links: adminLinks });
    const [notes, orders] = parts(element, 'link') as HTMLAnchorElement[];
    expect([notes!.target, folded(orders!)]).to.deep.equal(['_blank', 'Orders48']);
    expect(notes!.href).to.contain('/notes?').and.contain('customerId=');
    const intents: string[] = [];
    element.addEventListener('navigate', (event) => {
      event.preventDefault();
      intents.push(event.intent);
    });
    notes!.click();
    expect(intents).to.deep.equal(['notes']);
  });

  it('leads to the widget on this page without a page of the host, and leaves out what the platform lacks', async () => {
    const { cart: _, ...shop } = shopAdapter({ links: () => null });
    const root = document.body.appendChild(document.createElement('div'));
    provideDashboard(root, { adapter: shop, customerId: knownCustomers.ingrid });
    const element = mount<CustomerNav>('customer-nav', {}, root);
    await until(() => textOf(element).includes('Wishlist'), 'the menu');
    expect(parts(element, 'link').map((item) => item.getAttribute('href'))).to.deep.equal([
      '#customer-info',
      '#order-history',
      '#inquiries-panel',
      '#credit-balance',
      '#wishlist-items',
      '#login-log',
      '#notes-panel',
    ]);
  });
});
