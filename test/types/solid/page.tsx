import type {} from 'clientele/solid';
import type { CustomerDashboard, OrderHistory } from 'clientele';
import { memoryAdapter } from 'clientele/adapters/memory';

const adapter = memoryAdapter();

export function Right(props: { id: string }) {
  let dashboard!: CustomerDashboard;
  return (
    <customer-dashboard
      ref={dashboard}
      class="page"
      classList={{ wide: true }}
      style={{ color: 'red' }}
      id="page"
      adapter={adapter}
      customer-id={props.id}
      attr:time-zone="Europe/London"
      on:note-created={(event) => console.log(event.noteId, event.currentTarget.customerId)}
      on:session-expired={{ handleEvent: () => dashboard.clear(), once: true }}
    >
      <order-history
        limit="all"
        prop:openAs="drawer"
        view-all="inline"
        dashboard-area="main"
        prop:columns={['order', 'total']}
        attr:columns="order total"
        toolbar="search range"
        bool:totals={true}
        on:export={(event) => event.preventDefault()}
      >
        <h2 slot="heading">Orders</h2>
      </order-history>
      <credit-balance attr:allow-debit="false" prop:lapsingDays={14} readonly />
    </customer-dashboard>
  );
}

export const Wrong = () => (
  <>
    {/* wrong: a property's name */}
    <order-history prop:limitt={3} />
    {/* wrong: a property's name, without a prefix */}
    <order-history limitt={3} />
    {/* wrong: a property's value */}
    <order-history prop:limit="ten" />
    {/* wrong: a property's value, one of a few words */}
    <order-history prop:openAs="tab" />
    {/* wrong: an attribute's value */}
    <order-history attr:open-as="tab" />
    {/* wrong: a value that neither property nor attribute accepts */}
    <order-history open-as="tab" />
    {/* wrong: an attribute's value that only another element accepts */}
    <cross-sell-table open-as="drawer" />
    {/* wrong: an area of the dashboard */}
    <order-history dashboard-area="left" />
    {/* wrong: an unknown column */}
    <order-history prop:columns={['order', 'totals']} />
    {/* wrong: an unknown column in an attribute */}
    <order-history attr:columns="totals" />
    {/* wrong: a value that is no boolean */}
    <order-history bool:limit={true} />
    {/* wrong: an event's name */}
    <order-history on:exports={() => undefined} />
    {/* wrong: an event's name with a hyphen, where the event is used */}
    <notes-panel on:note-creatd={(event) => console.log(event.noteId)} />
    {/* wrong: a member of an event */}
    <notes-panel on:note-created={(event) => console.log(event.orderId)} />
    {/* wrong: the handler of another event */}
    <customer-dashboard on:note-created={(event: { orderId: string }) => console.log(event.orderId)} />
    {/* wrong: the class of another element */}
    <notes-panel ref={(element: OrderHistory) => console.log(element)} />
    {/* wrong: an invalid adapter */}
    <customer-dashboard adapter={{ orders: 1 }} />
    {/* wrong: a tag */}
    <orders-history />
  </>
);
