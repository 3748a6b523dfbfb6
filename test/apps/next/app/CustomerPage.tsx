'use client';

import 'clientele/define';
import type {} from 'clientele/react';
import { provideDashboard, type OrderOpenEvent } from 'clientele';
import { memoryAdapter } from 'clientele/adapters/memory';
import { useEffect, useState } from 'react';

// Built once, outside the component: cached data belongs to the adapter object.
const adapter = memoryAdapter();

export function CustomerPage() {
  const [customerId, setCustomerId] = useState('C-20817');
  const [orderId, setOrderId] = useState('');

  useEffect(() => {
    const provider = provideDashboard(document.documentElement, { adapter });
    const openOrder = (event: OrderOpenEvent) => {
      event.preventDefault();
      setOrderId(event.orderId);
    };
    document.addEventListener('order-open', openOrder);
    return () => {
      document.removeEventListener('order-open', openOrder);
      provider.dispose();
    };
  }, []);

  return (
    <>
      <button onClick={() => setCustomerId('C-20818')}>Next customer</button>
      <output>{orderId && `Order ${orderId}`}</output>
      <customer-dashboard customer-id={customerId}>
        <order-history limit={5}></order-history>
        <notes-panel limit={3}></notes-panel>
      </customer-dashboard>
    </>
  );
}
