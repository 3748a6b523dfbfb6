import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { OrderDetail } from '../../domain/order-detail.ts';
import type { OrderEntry } from '../../domain/order.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { OrderHistory } from './order-history.ts';

const money = (value: string) => ({ value, currency: 'GBP' });
const order: OrderEntry = {
  kind: 'order',
  id: 'o-1',
  customerId: 'C',
  number: '#1',
  placedAt: '2026-11-17T09:41:00Z',
  total: money('86.00'),
  status: { payment: { status: 'partially-refunded' } },
};
const line: OrderDetail['lines'][number] = {
  id: 'l-1',
  kind: 'product',
  title: 'House blend',
  sku: 'COF',
  productId: 'p-1',
  quantity: 1,
  unitPrice: money('86'),
  total: money('86'),
};

const detailed = (detail: Partial<OrderDetail>, links: Adapter['links'] = () => null): Adapter => ({
  orders: {
    list: async () => ({ items: [order], next: null }),
    get: async () => ({ ...order, lines: [line], ...detail }) as OrderDetail,
  },
  links,
});

/** Opens the order with this number, by default the first one. */
async function opened(adapter: Adapter, customerId = 'C', number = '') {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter,
    customerId,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<OrderHistory>('order-history', { limit: 20 }, root);
  await until(() => parts(element, 'row').length, 'rows');
  parts(element, 'link')
    .find((link) => link.textContent!.includes(number))!
    .click();
  await until(() => part(element, 'facts'), 'the order');
  return element;
}

const folded = (node: Node | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const sums = (element: Element) => [...part(element, 'breakdown')!.children].map(folded);
const originalOf = (element: Element) => part(element, 'facts')!.querySelector('button');
const rowsIn = (element: Element, name: string) =>
  [...part(element, name)!.querySelectorAll<HTMLTableRowElement>('[part=row]')].map((row) =>
    [...row.cells].map(folded),
  );

describe('order-history: an open order', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('has lines that add up to the displayed total, with any rounding difference', async () => {
    const euros = (value: string) => ({ value, currency: 'EUR' });
    const of = (id: string, quantity: number, price: string, total: string) => ({
      ...line,
      id,
      quantity,
      unitPrice: euros(price),
      total: euros(total),
    });
    const lines = [of('1', 3, '8.375', '25.125'), of('2', 5, '7.705', '38.525')];
    const element = await opened(detailed({ lines, total: euros('63.65') }));
    const shown = rowsIn(element, 'lines').map((cells) => cells.at(-1));
    expect([shown, sums(element)]).to.deep.equal([
      ['€25.13', '€38.53'],
      ['Rounding −€0.01', 'Total €63.65'],
    ]);
  });

  it('has no row of statuses if the platform says none', async () => {
    expect(part(await opened(detailed({})), 'status')).to.not.equal(null);
    unmountAll();
    const element = await opened(detailed({ status: {} }));
    expect(part(element, 'status')).to.equal(null);
  });

  it('states how much of the total is in no line, if any', async () => {
    const taxed = await opened(detailed({ lines: [{ ...line, total: money('71.67') }] }));
    expect(sums(taxed)).to.deep.equal(['Not in these lines £14.33', 'Total £86.00']);
    unmountAll();
    expect(sums(await opened(detailed({})))).to.deep.equal(['Total £86.00']);
  });

  it('breaks the total down: products, discounts, shipping, fees and tax, each with what it is for', async () => {
    const charge = (id: string, total: string, more: Partial<OrderDetail['lines'][number]>) => ({
      ...{ id, kind: 'charge' as const, quantity: 1, unitPrice: money(total), total: money(total) },
      ...more,
    });
    const lines = [
      charge('t', '18.20', { type: 'tax', title: 'VAT', rate: '20' }),
      charge('s', '6.00', { type: 'shipping', title: 'Next day' }),
      line,
      charge('f', '2.00', { type: 'constructor' }),
      charge('w', '4.00', { type: { code: 'wrap', label: 'Wrapping' }, quantity: 2, unitPrice: money('2.00') }),
      charge('d', '-7.00', { type: 'discount', title: 'Spring', code: 'SPRING7' }),
      charge('u', '1.00', {}),
    ];
    const element = await opened(detailed({ lines, total: money('110.20') }));
    expect(rowsIn(element, 'lines').map(([title]) => title)).to.deep.equal(['House blend']);
    expect(sums(element)).to.deep.equal([
      'Products £86.00',
      'Spring Discount SPRING7 −£7.00',
      'Next day Shipping £6.00',
      'constructor £2.00',
      'Wrapping 2 × £2.00 £4.00',
      'Charge £1.00',
      'VAT Tax 20% £18.20',
      'Total £110.20',
    ]);
  });

  it('rounds nothing away: the displayed products and charges add up to the displayed total', async () => {
    const lines = [
      { ...line, total: money('10.004') },
      { ...line, id: 'l-2', total: money('10.004') },
      { ...line, id: 'c', kind: 'charge' as const, type: 'shipping', title: undefined, total: money('5') },
    ];
    const element = await opened(detailed({ lines, total: money('25.01') }));
    expect(sums(element)).to.deep.equal(['Products £20.00', 'Shipping £5.00', 'Rounding £0.01', 'Total £25.01']);
  });

  it('shows the taxes that the prices include after the total, because they add nothing', async () => {
    const includedTaxes = [{ title: 'MwSt.', rate: '7.7', amount: money('6.15') }, { amount: money('1.00') }];
    expect(sums(await opened(detailed({ includedTaxes })))).to.deep.equal([
      'Total £86.00',
      'Includes MwSt. 7.7% £6.15',
      'Includes Tax £1.00',
    ]);
  });

  it('shows charges without products as a sum, without an empty table', async () => {
    const lines = [{ ...line, kind: 'charge' as const, productId: undefined, sku: undefined, title: 'Deposit' }];
    const element = await opened(detailed({ lines }));
    expect(part(element, 'lines')!.querySelector('table')).to.equal(null);
    expect(sums(element)).to.deep.equal(['Deposit £86.00', 'Total £86.00']);
  });

  it('names the variant of a product, and the discounts that its total has already', async () => {
    const discounts = [
      { title: 'Spring', amount: money('7') },
      { code: 'TEN', amount: money('1') },
      { amount: money('2') },
    ];
    const variant = { id: 'v', title: 'Espresso grind' };
    const element = await opened(detailed({ lines: [{ ...line, variant, discounts }] }));
    expect(rowsIn(element, 'lines')[0]![0]).to.equal(
      'House blend Espresso grindSpring −£7.00 deductedTEN −£1.00 deductedDiscount −£2.00 deducted',
    );
  });

  it('shows both addresses, the same one once, and why one is withheld', async () => {
    const shippingAddress = { lines: ['1 Mill Lane'], city: 'Leeds', postalCode: 'LS1 4XX', country: 'GB' };
    const shown = async (detail: Partial<OrderDetail>) => {
      unmountAll();
      const element = part(await opened(detailed(detail)), 'addresses');
      return [...(element?.querySelectorAll('div') ?? [])].map((fact) => [...fact.children].map(folded));
    };
    const billingAddress = { ...shippingAddress, city: 'York' };
    expect(await shown({ shippingAddress, billingAddress })).to.deep.equal([
      ['Shipping address', '1 Mill LaneLeeds LS1 4XXUnited Kingdom'],
      ['Billing address', '1 Mill LaneYork LS1 4XXUnited Kingdom'],
    ]);
    expect((await shown({ shippingAddress, billingAddress: shippingAddress }))[1]).to.deep.equal([
      'Billing address',
      'the same',
    ]);
    const withheld = { withheld: 'masked' as const, display: '•••••, Leeds' };
    const denied = { withheld: 'denied' as const, reason: 'Only packers see it.' };
    expect(await shown({ shippingAddress: withheld, billingAddress: denied })).to.deep.equal([
      ['Shipping address', '•••••, Leeds masked'],
      ['Billing address', 'Only packers see it.'],
    ]);
    expect(await shown({ shippingAddress: withheld, billingAddress: withheld }), 'maybe not the same').to.deep.equal([
      ['Shipping address', '•••••, Leeds masked'],
      ['Billing address', '•••••, Leeds masked'],
    ]);
    expect(await shown({ shippingAddress: null })).to.deep.equal([['Shipping address', 'none']]);
    expect(await shown({})).to.deep.equal([]);
  });

  it('links every parcel of a fulfillment, and its label; never an unsafe URL', async () => {
    const tracking = [
      { number: 'T-1', url: 'https://parcels.example/1', labelUrl: 'https://parcels.example/1.pdf' },
      { number: 'T-2', labelUrl: 'javascript:alert(1)' },
    ];
    const element = await opened(
      detailed({
        fulfillments: [
          { id: 'f', tracking },
          { id: 'g', tracking: [] },
        ],
      }),
    );
    const links = [...part(element, 'fulfillments')!.querySelectorAll('a')];
    expect(links.map((link) => [folded(link), link.href, link.rel])).to.deep.equal([
      ['T-1', 'https://parcels.example/1', 'noopener noreferrer'],
      ['Label', 'https://parcels.example/1.pdf', 'noopener noreferrer'],
    ]);
    expect(rowsIn(element, 'fulfillments').map((cells) => cells[1])).to.deep.equal(['T-1 LabelT-2', 'none']);
  });

  it('shows a return that is only requested as a request, without a total', async () => {
    const element = await opened(shopAdapter({ links: () => null }), knownCustomers.itemized, 'R-');
    const row = parts(element, 'row').find((entry) => entry.textContent!.includes('requested'))!;
    expect(row.classList.contains('return')).to.equal(false);
    const cells = [...(row as HTMLTableRowElement).cells].map(folded);
    expect(cells.slice(2)).to.deep.equal([
      `Return requested from ${folded(originalOf(element))} 1 item`,
      'Return requested',
      'not known',
    ]);
    expect(folded(part(element, 'footer'))).to.contain('1 order and 2 returns (1 only requested)');
    expect(folded(part(element, 'status'))).to.contain('Return requested');
    expect(folded(part(element, 'lines')!.querySelector('h3'))).to.equal('Asked to be returned');
    expect(sums(element)).to.deep.equal(['Total –not known']);
  });

  it('hands the original order of a return to `links`, from the list and from the order', async () => {
    const asked: Readonly<Record<string, string>>[] = [];
    const links: Adapter['links'] = (intent, params) => {
      if (intent === 'order') asked.push(params);
      return null;
    };
    await opened(shopAdapter({ links }), knownCustomers.ingrid, '#10388');
    const original = { originalId: 'o-10388', originalNumber: '#10388' };
    const customerId = knownCustomers.ingrid;
    const ofReturn = asked.filter(({ orderId }) => orderId === 'r-2041');
    expect(ofReturn.length).to.be.at.least(2);
    for (const params of ofReturn) expect(params).to.deep.equal({ customerId, orderId: 'r-2041', ...original });
    expect(asked.find(({ orderId }) => orderId === 'o-10388')).to.deep.equal({ customerId, orderId: 'o-10388' });
  });

  it('lists returns with date, destination, reason and status; a platform’s own status by its label', async () => {
    const refunds: OrderDetail['refunds'] = [
      { id: 'r1', amount: money('2'), at: '2026-11-18T09:00:00Z', method: 'Visa', status: 'pending', reason: 'Late' },
      { id: 'r2', amount: money('3'), status: 'refunded', reference: 're-2' },
      { id: 'r3', amount: money('4'), status: 'failed' },
      { id: 'r4', amount: money('5'), status: { code: 'held', label: 'Held by the bank' } },
      { id: 'r5', amount: money('6'), status: 'constructor' },
      { id: 'r6', amount: money('7') },
    ];
    const element = await opened(detailed({ refunds }));
    expect(rowsIn(element, 'refunds')).to.deep.equal([
      ['Visa', 'Today, 09:00', 'Late', 'Under way', '£2.00'],
      ['–not known', '–not known', 're-2', 'Refunded', '£3.00'],
      ['–not known', '–not known', '–not known', 'Refund failed', '£4.00'],
      ['–not known', '–not known', '–not known', 'Held by the bank', '£5.00'],
      ['–not known', '–not known', '–not known', 'constructor', '£6.00'],
      ['–not known', '–not known', '–not known', '–not known', '£7.00'],
    ]);
  });

  it('distinguishes no refunds from unknown refunds', async () => {
    const element = await opened(detailed({ refunds: [] }));
    expect(folded(part(element, 'refunds'))).to.equal('Refunds none');
    unmountAll();
    expect(part(await opened(detailed({})), 'refunds')).to.equal(null);
  });

  it('links a line to its product after an event, if the host has a page', async () => {
    const element = await opened(
      detailed({}, (intent, params) => (intent === 'product' ? adminLinks(intent, params) : null)),
    );
    const link = part(element, 'lines')!.querySelector('a')!;
    expect(link.href).to.equal('https://admin.example/product?customerId=C&productId=p-1');
    const seen: string[] = [];
    element.addEventListener('product-open', (event) => {
      seen.push(`${event.customerId} ${event.productId}`);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    expect([seen, click.defaultPrevented]).to.deep.equal([['C p-1'], true]);
    unmountAll();
    expect(part(await opened(detailed({})), 'lines')!.querySelector('a')).to.equal(null);
  });

  it('shows a decorative picture of a product; no unsafe URL, and no gap if it fails', async () => {
    // The test page blocks images and would report the request as an error.
    const refused: string[] = [];
    const take = (event: SecurityPolicyViolationEvent) => {
      refused.push(new URL(event.blockedURI).pathname);
      event.stopPropagation();
    };
    document.addEventListener('securitypolicyviolation', take, { capture: true });
    const lines = [
      { ...line, image: '/cup.png' },
      { ...line, id: 'l-2', image: 'javascript:alert(1)' },
    ];
    const element = await opened(detailed({ lines }));
    const pictures = part(element, 'lines')!.querySelectorAll('img');
    expect(pictures).to.have.length(1);
    expect([pictures[0]!.alt, pictures[0]!.referrerPolicy]).to.deep.equal(['', 'no-referrer']);
    await until(() => getComputedStyle(pictures[0]!).display === 'none' && refused.length, 'no gap');
    expect(new Set(refused)).to.deep.equal(new Set(['/cup.png']));
    document.removeEventListener('securitypolicyviolation', take, { capture: true });
  });

  it('links to its returns and its exchange', async () => {
    const related: OrderDetail['related'] = [
      { kind: 'return', id: 'r-1', number: 'R-1' },
      { kind: 'exchange', id: 'o-2', number: '#2' },
    ];
    const element = await opened(detailed({ related }));
    const links = [...part(element, 'related')!.querySelectorAll('button')];
    expect(links.map(folded)).to.deep.equal(['R-1', 'Sent in exchange as #2']);
    const seen: string[] = [];
    element.addEventListener('order-open', (event) => {
      seen.push(event.orderId);
      event.preventDefault();
    });
    for (const link of links) link.click();
    expect(seen).to.deep.equal(['r-1', 'o-2']);
  });

  it('links to its return; a refund without goods has none', async () => {
    const element = await opened(shopAdapter({ links: () => null }), knownCustomers.ingrid, '#10388');
    expect(folded(part(element, 'related'))).to.equal('R-2041');
    part(element, 'related')!.querySelector('button')!.click();
    await until(() => folded(part(element, 'dialog-heading')) === 'Return R-2041', 'the return');
    unmountAll();
    const other = await opened(shopAdapter({ links: () => null }), knownCustomers.archived);
    expect(rowsIn(other, 'refunds')[0]!.slice(2)).to.deep.equal(['Came later than promised', 'Under way', '£2.00']);
    expect(part(other, 'related')).to.equal(null);
  });
});
