import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { CartItems } from './cart-items.ts';
import './define.ts';

async function open(adapter: Adapter = shopAdapter({ links: adminLinks }), more: Partial<CartItems> = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter, customerId: knownCustomers.ingrid, locale });
  const element = mount<CartItems>('cart-items', more, root);
  await until(() => parts(element, 'row').length, 'the products');
  return element;
}
const read = (element: CartItems, name: string) =>
  parts(element, name).map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );

describe('cart-items', () => {
  afterEach(unmountAll);

  it('shows each product with its quantity and prices and when it was added, and what the cart comes to', async () => {
    const element = await open();
    expect(read(element, 'row')).to.deep.equal([
      'Stoneware cup 220 ml, oatCUP-220-OAT | Today, 09:52 | 48 | £14.00 | £672.00',
      'Espresso saucer, oatSAU-ESP-OAT | Today, 09:50 | 48 | £4.20 | £201.60',
      'Linen apron, inkLarge · APR-INK | 17 Nov, 18:04 | 3 | £42.00 | £126.00',
      'Teapot 1.1 l, mossTPT-11-MOSS | 12 Nov, 12:27 | 2 | £94.00 | £188.00',
      'House blend, 1 kg beansCOF-HB-1K | 10 Nov, 07:15 | 6 | £14.40 | £86.40',
    ]);
    expect(read(element, 'totals')).to.deep.equal(['Cart 107 units Changed today, 09:52 | £1,274.00']);
  });

  it('keeps the total of the whole cart while some of it is searched for', async () => {
    const element = await open(undefined, { limit: 2, viewAll: 'inline' });
    part(element, 'view-all')!.click();
    const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
    field.value = 'apron';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await until(() => parts(element, 'row').length === 1, 'the apron');
    expect(read(element, 'totals')).to.deep.equal(['Cart 107 units Changed today, 09:52 | £1,274.00']);
  });

  it('tells several carts apart by name, with a total each, and opens one after an event', async () => {
    const { cart, ...shop } = shopAdapter({ links: adminLinks });
    const list: typeof cart.list = async (...args) => {
      const page = await cart.list(...args);
      const items = page.items.map((item, index) => (index < 2 ? { ...item, cartId: 'c-9' } : item));
      const [own] = page.totals!.carts;
      return { ...page, items, totals: { carts: [{ id: 'c-9', name: 'Second café', total: null }, own!] } };
    };
    const element = await open({ ...shop, cart: { ...cart, list } });
    expect(read(element, 'row')[0]).to.contain(' | Second café | ');
    expect(read(element, 'row')[2]).to.contain(' | Cart | ');
    expect(read(element, 'totals')[0]).to.equal('Second café | No price');
    const seen: string[] = [];
    element.addEventListener('cart-open', (event) => {
      event.preventDefault();
      seen.push(event.cartId);
    });
    const [link] = parts(element, 'link') as HTMLAnchorElement[];
    expect(link!.href).to.contain('/cart?').and.contain('cartId=c-9');
    link!.click();
    expect(seen).to.deep.equal(['c-9']);
  });
});
