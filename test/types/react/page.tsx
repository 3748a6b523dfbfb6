import type {} from 'clientele/react';
import type { CustomerDashboard, OrderHistory } from 'clientele';
import { memoryAdapter } from 'clientele/adapters/memory';
import { useRef } from 'react';

const adapter = memoryAdapter();

export function Right({ id }: { id: string }) {
  const dashboard = useRef<CustomerDashboard>(null);
  return (
    <customer-dashboard
      ref={dashboard}
      className="page"
      style={{ color: 'red' }}
      id="page"
      adapter={adapter}
      customerId={id}
      time-zone="Europe/London"
      onnote-created={(event) => console.log(event.noteId, event.currentTarget.customerId)}
      onsession-expired={() => dashboard.current?.clear()}
    >
      <order-history
        key="orders"
        limit="all"
        openAs="drawer"
        view-all="inline"
        dashboard-area="main"
        columns={['order', 'total']}
        toolbar="search range"
        totals
        onexport={(event) => event.preventDefault()}
        oncolumns-changed={({ columns }) => columns satisfies readonly ('order' | 'total' | string)[] | undefined}
      >
        <h2 slot="heading">Orders</h2>
      </order-history>
      <credit-balance allow-debit="false" lapsing-days="14" readonly />
    </customer-dashboard>
  );
}

export const Wrong = () => (
  <>
    {/* wrong: a property's name */}
    <order-history limitt={3} />
    {/* wrong: a property's value */}
    <order-history limit="ten" />
    {/* wrong: a property's value, one of a few words */}
    <order-history openAs="tab" />
    {/* wrong: an attribute's value */}
    <order-history open-as="tab" />
    {/* wrong: an attribute's value that only another element accepts */}
    <cross-sell-table open-as="drawer" />
    {/* wrong: an area of the dashboard */}
    <order-history dashboard-area="left" />
    {/* wrong: an unknown column */}
    <order-history columns={['order', 'totals']} />
    {/* wrong: an attribute where React sets a property */}
    <order-history columns="order total" />
    {/* wrong: an unknown tool */}
    <order-history toolbar="serach" />
    {/* wrong: a text for a boolean */}
    <credit-balance allow-debit={false} />
    {/* wrong: an event's name */}
    <order-history onexports={() => undefined} />
    {/* wrong: an event's name with a hyphen, where the event is used */}
    <notes-panel onnote-creatd={(event) => console.log(event.noteId)} />
    {/* wrong: a member of an event */}
    <notes-panel onnote-created={(event) => console.log(event.orderId)} />
    {/* wrong: the handler of another event */}
    <customer-dashboard onnote-created={(event: { orderId: string }) => console.log(event.orderId)} />
    {/* wrong: the class of another element */}
    <notes-panel ref={(element: OrderHistory | null) => console.log(element)} />
    {/* wrong: an invalid adapter */}
    <customer-dashboard adapter={{ orders: 1 }} />
    {/* wrong: a tag */}
    <orders-history />
  </>
);
