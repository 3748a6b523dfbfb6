import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import type { PageRequest } from '../../adapter/options.ts';
import { part, parts, unmountAll, until } from '../../testing/kit.ts';
import { openList, preventing, rowsOf, textsOf } from '../../testing/list-kit.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { TopCustomers } from './top-customers.ts';

const open = (more: Partial<TopCustomers> = {}, shop: Adapter = shopAdapter()) =>
  openList<TopCustomers>('top-customers', more, shop);
const openIngrid = (element: Element): void =>
  parts(element, 'link')
    .find(({ textContent }) => textContent.includes('Ingrid'))!
    .click();
const requests = ({ callsTo }: Awaited<ReturnType<typeof open>>['script']) =>
  callsTo('insights.topCustomers').map(({ args }) => args[0] as PageRequest);
const rank = async (element: Element, label: string): Promise<void> => {
  parts(element, 'segment')
    .find(({ textContent }) => textContent.trim() === label)!
    .querySelector('input')!
    .click();
};

describe('top-customers', () => {
  afterEach(unmountAll);

  it('ranks customers by lifetime value, without a customer on the page, in the currency of most', async () => {
    const { element, script } = await open();
    const sort = { field: 'lifetimeTotal', direction: 'descending' };
    expect(requests(script)[0]).to.deep.include({ sort, first: 10 });
    expect(rowsOf(element).find((row) => row.includes('Ingrid'))).to.equal(
      'Ingrid Vasquez-Holm | i•••••@holmcafe.example, masked | £18,462.70 | 47 | £399.38 | 18 Nov',
    );
    expect(part(element, 'footer')!.textContent).to.contain('Customers who mostly pay in GBP');
  });

  it('ranks by order frequency and by average order, highest first', async () => {
    const { element, script } = await open();
    await rank(element, 'Order frequency');
    await until(() => requests(script).length === 2, 'the orders');
    await rank(element, 'Average order');
    await until(() => requests(script).length === 3, 'the averages');
    expect(requests(script).map(({ sort }) => `${sort!.field} ${sort!.direction}`)).to.deep.equal([
      'lifetimeTotal descending',
      'orders descending',
      'averageOrderValue descending',
    ]);
  });

  it('shows the figure of the ranking in narrow rows, also when its customers are in the cache', async () => {
    const { element } = await open();
    element.parentElement!.style.inlineSize = '400px';
    const shown = () =>
      parts(element, 'row').map(({ children }) =>
        [...children]
          .filter((cell) => cell.matches('.total') && cell.checkVisibility())
          .map(({ classList }) => classList[0]),
      );
    for (const [label, name] of [
      ['Order frequency', 'orders'],
      ['Lifetime value', 'lifetimeTotal'],
      ['Order frequency', 'orders'],
    ] as const) {
      await rank(element, label);
      const expected = Array.from({ length: 10 }, () => [`cell-${name}`]);
      await until(() => JSON.stringify(shown()) === JSON.stringify(expected), `the figures of ${label}`);
    }
  });

  it('by="average-order" currency="JPY": starts with that ranking of that currency', async () => {
    const { element, script } = await open({ by: 'average-order', currency: 'JPY' });
    expect(requests(script)[0]).to.deep.include({
      sort: { field: 'averageOrderValue', direction: 'descending' },
      filter: { currency: 'JPY' },
    });
    expect(rowsOf(element).every((row) => row.includes('JP¥'))).to.equal(true);
  });

  it('opens a customer on the host’s page, after an event with the customers beside it', async () => {
    const { element } = await open({}, shopAdapter({ links: adminLinks }));
    const opened = preventing(element, 'customer-open');
    openIngrid(element);
    expect([opened[0]!.customerId, opened[0]!.customerIds.length]).to.deep.equal(['C-20817', 10]);
  });

  it('opens a customer in a dialog where there is no page, with all figures', async () => {
    const { element } = await open();
    openIngrid(element);
    await until(() => part(element, 'facts'), 'the dialog');
    expect(textsOf(element, 'dt')).to.deep.equal([
      ...['Customer ID', 'Email', 'Lifetime value', 'Orders', 'Average order', 'Last order'],
    ]);
    expect(textsOf(element, 'dd').slice(0, 3)).to.deep.equal([
      ...['C-20817', 'i•••••@holmcafe.example, masked', '£18,462.70'],
    ]);
  });
});
