import 'clientele/define';
import type {} from 'clientele/solid';
import { memoryAdapter } from 'clientele/adapters/memory';
import { createSignal } from 'solid-js';

// Built once, outside the component: cached data belongs to the adapter object.
const adapter = memoryAdapter();

export function App() {
  const [customerId, setCustomerId] = createSignal('C-20817');
  const [orderId, setOrderId] = createSignal('');
  return (
    <>
      <button onClick={() => setCustomerId('C-20818')}>Next customer</button>
      <output>{orderId() && `Order ${orderId()}`}</output>
      <customer-dashboard
        prop:adapter={adapter}
        prop:customerId={customerId()}
        on:order-open={(event) => {
          event.preventDefault();
          setOrderId(event.orderId);
        }}
      >
        <order-history prop:limit={5}></order-history>
        <notes-panel prop:limit={3}></notes-panel>
      </customer-dashboard>
    </>
  );
}
