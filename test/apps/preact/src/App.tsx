import 'clientele/define';
import type {} from 'clientele/preact';
import { memoryAdapter } from 'clientele/adapters/memory';
import { useState } from 'preact/hooks';

// Built once, outside the component: cached data belongs to the adapter object.
const adapter = memoryAdapter();

export function App() {
  const [customerId, setCustomerId] = useState('C-20817');
  const [orderId, setOrderId] = useState('');
  return (
    <>
      <button onClick={() => setCustomerId('C-20818')}>Next customer</button>
      <output>{orderId && `Order ${orderId}`}</output>
      <customer-dashboard
        adapter={adapter}
        customerId={customerId}
        onorder-open={(event) => {
          event.preventDefault();
          setOrderId(event.orderId);
        }}
      >
        <order-history limit={5}></order-history>
        <notes-panel limit={3}></notes-panel>
      </customer-dashboard>
    </>
  );
}
