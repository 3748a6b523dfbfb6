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
    {/* wrong: a property's value, of a few words */}
    <order-history prop:openAs="tab" />
    {/* wrong: an attribute's value */}
    <order-history attr:open-as="tab" />
    {/* wrong: the value of either */}
    <order-history open-as="tab" />
    {/* wrong: an attribute's value that another element has */}
    <cross-sell-table open-as="drawer" />
    {/* wrong: a place on the sheet */}
    <order-history dashboard-area="left" />
    {/* wrong: a column that there is not */}
    <order-history prop:columns={['order', 'totals']} />
    {/* wrong: a column that there is not, in an attribute */}
    <order-history attr:columns="totals" />
    {/* wrong: a flag that is no flag */}
    <order-history bool:limit={true} />
    {/* wrong: an event's name */}
    <order-history on:exports={() => undefined} />
    {/* wrong: an event's name with a hyphen, where the event is used */}
    <notes-panel on:note-creatd={(event) => console.log(event.noteId)} />
    {/* wrong: what an event carries */}
    <notes-panel on:note-created={(event) => console.log(event.orderId)} />
    {/* wrong: the handler of another event */}
    <customer-dashboard on:note-created={(event: { orderId: string }) => console.log(event.orderId)} />
    {/* wrong: the class of another element */}
    <notes-panel ref={(element: OrderHistory) => console.log(element)} />
    {/* wrong: an adapter that is none */}
    <customer-dashboard adapter={{ orders: 1 }} />
    {/* wrong: a tag */}
    <orders-history />
  </>
);
