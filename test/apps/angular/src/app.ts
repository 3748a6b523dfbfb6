import 'clientele/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { OrderOpenEvent } from 'clientele';
import { memoryAdapter } from 'clientele/adapters/memory';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="customerId.set('C-20818')">Next customer</button>
    <output>{{ orderId() && 'Order ' + orderId() }}</output>
    <customer-dashboard [adapter]="adapter" [customerId]="customerId()" (order-open)="openOrder($event)">
      <order-history [limit]="5"></order-history>
      <notes-panel [limit]="3"></notes-panel>
    </customer-dashboard>
  `,
})
export class App {
  protected readonly adapter = memoryAdapter();
  protected readonly customerId = signal('C-20817');
  protected readonly orderId = signal('');

  protected openOrder(event: OrderOpenEvent): void {
    event.preventDefault();
    this.orderId.set(event.orderId);
  }
}
