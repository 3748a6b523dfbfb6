import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { createShop, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import './define.ts';
import type { WishlistItems } from './wishlist-items.ts';

async function open(shop: Adapter = shopAdapter({ links: adminLinks }), more: Partial<WishlistItems> = {}) {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter: script.adapter, customerId: knownCustomers.ingrid, locale });
  const element = mount<WishlistItems>('wishlist-items', more, root);
  await until(() => parts(element, 'row').length, 'the products');
  return { element, script };
}
const rows = (element: WishlistItems, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );

describe('wishlist-items', () => {
  afterEach(unmountAll);

  it('shows the products added last: name, variant, time, availability and price of today', async () => {
    const { element } = await open();
    expect(rows(element)).to.deep.equal([
      'Burr grinder, 64 mmGRD-64 | 16 Nov, 20:41 | In stock | £1,090.00',
      'Linen apron, inkMedium · APR-INK | 9 Nov, 08:12 | Few left | £42.00',
      'Teapot 1.1 l, mossTPT-11-MOSS | 28 Oct, 17:55 | On back order | £94.00',
      'Pour-over kettle, 1 lKTL-1L | 3 Aug, 07:30 | Out of stock | £171.00',
      'Vase 310 mm, rustVAS-310-RUST | 18 Jun, 20:22 | In the kiln until 4 December | £88.00',
    ]);
  });

  it('finds by availability among all, where a product without a price and one of unknown time are told apart', async () => {
    const { element, script } = await open(undefined, { viewAll: 'dialog' });
    part(element, 'view-all')!.click();
    await until(() => rows(element, 'dialog').length === 7, 'all products');
    expect(rows(element, 'dialog').slice(5)).to.deep.equal([
      'Brewing scale, 2 kgSCL-2K | 1 Dec 2025 | Discontinued | No price',
      'Decaf, 250 g beansEspresso grind · COF-DC-250 | –not known | In stock | £10.45',
    ]);
    const find = (name: string, label: string) =>
      until(() => parts(element, name).find(({ textContent }) => textContent.trim() === label), label);
    (await find('popover-button', 'Filter products')).click();
    (await find('choice', 'In stock')).click();
    await until(() => rows(element, 'dialog').length === 2, 'what is in stock');
    expect(script.callsTo('wishlist.list').at(-1)!.args[1]).to.deep.include({ filter: { availability: 'in-stock' } });
  });

  it('opens a product by its own address, or by that of the host, after an event', async () => {
    const { wishlist, ...shop } = shopAdapter({ links: adminLinks });
    const list: typeof wishlist.list = async (...args) => {
      const page = await wishlist.list(...args);
      const [first, ...others] = page.items;
      return { ...page, items: [{ ...first!, product: { id: 'p-7', title: 'Without an address' } }, ...others] };
    };
    const { element } = await open({ ...shop, wishlist: { ...wishlist, list } });
    const [byHost, byUrl] = parts(element, 'product') as HTMLAnchorElement[];
    expect(byHost!.href).to.contain('/product?').and.contain('productId=p-7');
    expect(byUrl!.href).to.equal('https://shop.example/products/apr-ink');
    const seen: string[] = [];
    element.addEventListener('product-open', (event) => {
      event.preventDefault();
      seen.push(event.productId);
    });
    byHost!.click();
    byUrl!.click();
    expect(seen).to.deep.equal(['p-7', 'prod-apr-ink']);
  });

  it('has room for an image in every row if one product has one', async () => {
    const { element } = await open(shopAdapter());
    expect(parts(element, 'image')).to.have.length(0);
    // An address that runs script is no image, but it says that the shop has images.
    const store = new MemoryStore(createShop({ customers: 1, pictureOf: () => 'javascript:alert(1)' }));
    const pictured = await open(memoryAdapter({ store }));
    expect(parts(pictured.element, 'image').map((image) => image.hasAttribute('src'))).to.deep.equal(
      Array.from({ length: 5 }, () => false),
    );
  });
});
