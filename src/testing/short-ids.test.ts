import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { mount, part, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';

const id = 'user_01MABCDEFGHJKMNPQRSTVWXYZ0';
const brief = 'user_01M…XYZ0';

const at = '2026-11-01T10:00:00Z';
const page = <T>(item: T) => Promise.resolve({ items: [item], next: null, total: 1 });
const amount = { value: '5.00', currency: 'GBP' };

/** A platform whose customers and operators have a machine-generated id and no name. */
const adapter: Adapter = {
  customers: { get: (customerId) => Promise.resolve({ id: customerId, version: '1' }) },
  notes: {
    list: (customerId) => page({ id: 'n1', customerId, version: '1', body: 'A note', createdAt: at, author: { id } }),
  },
  credit: {
    accounts: (customerId) => page({ id: 'a1', customerId, version: '1', kind: 'store-credit', balance: amount }),
    entries: (customerId) =>
      page({ id: 'e1', customerId, accountId: 'a1', kind: 'adjustment', amount, at, actor: { id } }),
  },
};

describe('a machine-generated id in place of a name', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const [what, tag, where] of [
    ['the head of a customer', 'customer-info', 'identity'],
    ['the author of a note', 'notes-panel', 'note'],
    ['the actor of a ledger entry', 'credit-balance', 'row'],
  ] as const)
    it(`is shown in its short form: ${what}`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      root.style.inlineSize = '900px';
      const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
      provideDashboard(root, { adapter, customerId: id, locale });
      const element = mount<DashboardElement>(tag, {}, root);
      const shown = await until(() => part(element, where)?.textContent, where);
      expect(shown).to.contain(brief);
      expect(element.shadowRoot!.textContent).to.not.contain(id);
      expect(part(element, where)!.querySelector(`button[title="${id}"]`), 'copies the whole id').to.not.equal(null);
    });
});
