import type { ListData } from '../../data/observe.ts';
import type { Write } from '../../data/write.ts';
import type { BookAddress } from '../../domain/address.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import type { RequestEvent } from '../../element/events.ts';
import { WriteController, type WriteState } from '../../element/write-controller.ts';

export interface AddressNeeds {
  /** Announces a request; whether it is carried out here. */
  readonly request: (request: RequestEvent) => boolean;
}

/** How addresses are sent, and what is said of it while the customer whom it is about is on screen. */
export class AddressSending {
  readonly host: DashboardElement;
  readonly request: AddressNeeds['request'];
  readonly #write: WriteController;
  #announcement = '';

  constructor(host: DashboardElement, needs: AddressNeeds) {
    this.host = host;
    this.request = (request) => needs.request(request);
    this.#write = new WriteController(host);
  }

  /** How the last write ended, until something else is done. */
  get announcement(): string {
    return this.#announcement;
  }

  hush(): void {
    this.#announcement = '';
  }

  state(intention: string): WriteState {
    return this.#write.state(intention);
  }

  /** Another address is another intention; what became of the last one is to be found out all the same. */
  renew(intention: string): void {
    if (this.state(intention).phase !== 'unknown') this.#write.resetIntention(intention);
  }

  /** The intention is let go, whatever became of it. */
  drop(intention: string): void {
    this.#write.resetIntention(intention);
  }

  /** Whether an unknown outcome may be asked for by sending again; where not, the list is read again, which shows it. */
  maySendAgain(intention: string): boolean {
    const { host } = this;
    if (this.state(intention).phase !== 'unknown') return true;
    if (host.client?.adapter.addresses?.guarantees?.idempotency !== false) return true;
    this.#write.resetIntention(intention);
    host.refresh();
    return false;
  }

  /** An address as a list has it now, where one has it. */
  listed({ customerId, id }: BookAddress): BookAddress | undefined {
    const lists = this.host.client?.entriesOf<ListData<BookAddress>>('addresses.list', customerId) ?? [];
    return lists.flatMap(({ data }) => data?.items ?? []).find((address) => address.id === id);
  }

  /** Whether the customer of the adapter that is named is still on screen, to be asked once something was sent. */
  watch(customerId: string): () => boolean {
    const { client } = this.host;
    return () => client === this.host.client && customerId === this.host.activeCustomer;
  }

  /** Sends once. `said` words the outcome for those who do not see it. */
  async send<R>(
    intention: string,
    operation: Write<R, BookAddress>,
    said: (state: WriteState) => string,
  ): Promise<R | undefined> {
    const isHere = this.watch(operation.customerId);
    const result = await this.#write.run(intention, operation);
    if (isHere()) this.say(said(this.state(intention)));
    return result;
  }

  say(text: string): void {
    this.#announcement = text;
    this.host.requestUpdate();
  }
}
