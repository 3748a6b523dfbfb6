import { expect } from 'chai';
import { part, unmountAll, until } from '../../testing/kit.ts';
import { openList, press, preventing, rowsOf, textsOf } from '../../testing/list-kit.ts';
import { knownCustomers } from '../../testing/shop.ts';
import './define.ts';
import type { QuotesPanel } from './quotes-panel.ts';

const open = (properties: Partial<QuotesPanel> = {}) => openList('quotes-panel', properties);

describe('quotes-panel', () => {
  afterEach(unmountAll);

  it('shows the current quotes, newest first: number, last day, status and total', async () => {
    const { element, script } = await open();
    expect(rowsOf(element)).to.deep.equal([
      'Q-1042 Tableware for the second café | Does not expire | Draft | Not priced',
      'Q-1038 Second grinder and burrs | 11 Dec | Viewed | £2,268.00',
      'Q-1027 | Ends 30 Nov | Sent | £846.50',
    ]);
    expect(script.callsTo('quotes.list')[0]!.args[1]).to.deep.include({ filter: { state: 'current' } });
  });

  it('marks quotes that expire within the host’s number of days, and no closed one', async () => {
    const { element } = await open({ endingDays: 30 });
    expect(textsOf(element, '.badge.warning')).to.deep.equal(['Ends 11 Dec', 'Ends 30 Nov']);
  });

  it('shows all quotes, closed ones too, with the tools that the platform declares', async () => {
    const { element } = await open({ viewAll: 'dialog' });
    await press(element, 'view-all');
    await until(() => rowsOf(element, 'dialog').length === 5, 'all quotes');
    expect(rowsOf(element, 'dialog')[4]).to.equal('Q-987 Machine hire, two years | 5 Jun | Declined | £4,680.00');
    expect(textsOf(element, '[part=sort]')).to.deep.equal(['Quote', 'Valid until', 'Total']);
    await press(element, 'sort');
    await until(() => rowsOf(element, 'dialog')[0]!.startsWith('Q-987'), 'sorted by number');
  });

  it('opens a quote, and creates one, on pages of the host, after an event', async () => {
    const { element } = await open();
    const [opened, created] = [preventing(element, 'quote-open'), preventing(element, 'quote-create')];
    expect(part<HTMLAnchorElement>(element, 'link')!.href).to.contain('/quote?').and.contain('quoteId=qt-20817-5');
    await press(element, 'link');
    await press(element, 'create');
    expect(opened.map(({ quoteId }) => quoteId)).to.deep.equal(['qt-20817-5']);
    expect(created.map(({ customerId }) => customerId)).to.deep.equal([knownCustomers.ingrid]);
  });
});
