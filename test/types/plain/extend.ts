// A port that a page adds is known to the adapter, the table of operations, the manifest and the widget.
import type { Adapter, ReadOptions, WriteOptions } from 'clientele/adapter';
import { DashboardElement, definePort, defineWidget, RecordController } from 'clientele/extend';
import 'clientele/define/customer-dashboard';
import * as v from 'valibot';

interface StampCard {
  readonly customerId: string;
  readonly stamps: number;
}

interface LoyaltyPort {
  get?(customerId: string, options: ReadOptions): Promise<StampCard>;
  stamp?(customerId: string, options: WriteOptions): Promise<StampCard>;
}

declare module 'clientele/adapter' {
  interface Adapter {
    readonly loyalty?: LoyaltyPort;
  }
}

const get = { kind: 'read', scope: 'customer', path: '/loyalty' } as const;
const stamp = { kind: 'write', scope: 'customer', path: '/loyalty', method: 'POST' } as const;
export const loyalty = definePort('loyalty', { get, stamp });
// wrong: an operation is missing
definePort('loyalty', { get });
// wrong: a write that the table calls a read
definePort('loyalty', { get, stamp: get });
// wrong: a port that no interface has
definePort('loyalties', { get, stamp });
// wrong: a port of the library
definePort('notes', {});

defineWidget({ tag: 'loyalty-card', title: 'Stamps', ports: [loyalty], permissions: ['loyalty.get', 'notes.list'] });
// wrong: an operation of the port
defineWidget({ tag: 'loyalty-card', title: 'Stamps', permissions: ['loyalty.list'] });
// wrong: a zone
defineWidget({ tag: 'loyalty-card', title: 'Stamps', zone: 'left' });

const dashboard = document.querySelector('customer-dashboard')!;
dashboard.grants = { 'loyalty-card': ['loyalty.stamp', 'notes'] };
// wrong: an operation to grant
dashboard.grants = { 'loyalty-card': ['loyalty.stamps'] };
dashboard.addEventListener('widget-error', ({ tag, failure }) => console.log(tag.length, failure));

export const adapter: Adapter = {
  loyalty: { get: (customerId) => Promise.resolve({ customerId, stamps: 1 }) },
};
export const wrong: Adapter = {
  // wrong: what the port returns
  loyalty: { get: (customerId) => Promise.resolve({ customerId }) },
};

export class LoyaltyPanel extends DashboardElement {
  readonly #card = new RecordController<StampCard>(this, (customerId) => ({
    name: 'loyalty.get',
    customerId,
    schema: v.object({ customerId: v.string(), stamps: v.number() }),
    load: (from, options) => from.loyalty?.get?.(customerId, options),
  }));

  override refresh(): void {
    this.#card.refresh();
    if (this.can('loyalty.stamp')) console.log('can');
    // wrong: an operation
    if (this.can('loyalty.stamps')) console.log('cannot');
  }
}
