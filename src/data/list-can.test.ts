import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { listCan } from './list-query.ts';

const orders = {
  capabilities: { list: { search: true, sort: ['total'], filter: ['kind'] } },
  list: () => new Promise<never>(() => {}),
};

describe('listCan', () => {
  it('returns what a list declares, member by member', () => {
    expect(listCan({ orders }, 'orders.list', 'search')).to.equal(true);
    expect(listCan({ orders }, 'orders.list', 'range')).to.equal(false);
    expect(listCan({ orders }, 'orders.list', 'sort', 'total')).to.equal(true);
    expect(listCan({ orders }, 'orders.list', 'sort', 'number')).to.equal(false);
    expect(listCan({ orders }, 'orders.list', 'filter', 'kind')).to.equal(true);
    expect(listCan({ orders }, 'orders.list', 'filter', 'payment')).to.equal(false);
  });

  it('treats an undeclared option as unsupported', () => {
    const silent: Adapter = { orders: { list: orders.list } };
    expect(listCan(silent, 'orders.list', 'search')).to.equal(false);
    expect(listCan(silent, 'notes.list', 'search')).to.equal(false);
    expect(listCan(silent, 'notes.revisions', 'sort', 'at')).to.equal(false);
  });

  it('survives a port whose getters throw', () => {
    const hostile: Adapter = {
      get orders(): never {
        throw new Error('not here');
      },
    };
    expect(listCan(hostile, 'orders.list', 'search')).to.equal(false);
  });
});
