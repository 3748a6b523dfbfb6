import { html, type TemplateResult } from 'lit';
import type { ListOperation } from '../../data/list-query.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { SubscriptionChange } from './subscription-change.ts';
import { SubscriptionCreate } from './subscription-create.ts';

/** The forms that write subscriptions. Loaded when the first form opens. */
export class SubscriptionForms {
  readonly create: SubscriptionCreate;
  readonly change: SubscriptionChange;

  constructor(host: WidgetHost, operation: ListOperation<Subscription>) {
    const reread = () => host.refresh();
    this.create = new SubscriptionCreate(host, reread);
    this.change = new SubscriptionChange(host, operation, reread);
  }

  get announcement(): string {
    return this.create.announcement || this.change.announcement;
  }

  strips(): TemplateResult {
    return html`${this.create.strip()}${this.change.strip()}`;
  }

  dialogs(): TemplateResult {
    return html`${this.create.dialog()}${this.change.dialog()}`;
  }
}
