import { toAdapterError, type AdapterError } from '../../adapter/adapter-error.ts';
import type { CreditOutcome } from '../../domain/credit.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts } from '../../element/drafts.ts';
import { WriteController } from '../../element/write-controller.ts';
import { adjusting, compare, type Reviewed } from './credit-balance.data.ts';

/** How far an adjustment has come that was sent: on its way, nobody knows, asked again after that. */
export type SentPhase = 'pending' | 'unknown' | 'checking';

export type Outcome =
  | { readonly done: CreditOutcome }
  /** Nothing was written. */
  | { readonly refused: AdapterError }
  /** Nobody knows whether it was written. */
  | { readonly doubt: AdapterError };

/**
 * Adjustments that were sent, one for each customer. What was sent stays as it was sent until its outcome is known, so
 * that asking again asks the same; and until then nothing else is sent for this customer.
 */
export class AdjustSending {
  readonly #host: DashboardElement;
  readonly #write: WriteController;
  readonly #sent: Drafts<Reviewed & { readonly doubted?: boolean }>;

  constructor(host: DashboardElement) {
    this.#host = host;
    this.#write = new WriteController(host);
    this.#sent = new Drafts(host);
  }

  /** What was sent and is not known to be done or refused. */
  get sent(): Reviewed | undefined {
    return this.#sent.get();
  }

  get phase(): SentPhase | undefined {
    const sent = this.#sent.get();
    if (!sent) return undefined;
    if (this.#write.state('adjust').phase === 'unknown') return 'unknown';
    return sent.doubted ? 'checking' : 'pending';
  }

  /** Why nobody knows. */
  get doubt(): AdapterError | undefined {
    const state = this.#write.state('adjust');
    return state.phase === 'unknown' ? state.error : undefined;
  }

  /** Whether the platform can be asked again for the outcome of a write. */
  get canCheck(): boolean {
    return this.#host.client?.adapter.credit?.guarantees?.idempotency !== false;
  }

  /** Whether the platform refuses what is based on an account that has changed. */
  keepsVersion({ account: { version } }: Reviewed): boolean {
    return version !== undefined && this.#host.client?.adapter.credit?.guarantees?.versions !== false;
  }

  /** What is reviewed anew is another intention, with a key of its own. */
  renew(): void {
    this.#write.renew('adjust');
  }

  /** Sends, once. Nothing where something is on its way or in doubt. */
  async send(reviewed: Reviewed): Promise<Outcome | undefined> {
    if (this.sent) return undefined;
    const { customerId } = reviewed.account;
    this.#sent.set(reviewed, customerId);
    const refused = this.keepsVersion(reviewed) ? undefined : await this.#compare(reviewed);
    if (!refused) return this.#run(reviewed);
    this.#sent.set(undefined, customerId);
    return { refused };
  }

  /** Asks for the outcome of what is in doubt: the same again, under the same key. */
  async check(): Promise<Outcome | undefined> {
    const { sent } = this;
    return sent && this.phase === 'unknown' && this.canCheck ? this.#run(sent) : undefined;
  }

  /** The operator has found out for themselves, where the platform cannot be asked. */
  settle(): void {
    if (this.canCheck || this.phase !== 'unknown') return;
    this.#write.renew('adjust');
    this.#sent.set(undefined);
  }

  async #run(reviewed: Reviewed): Promise<Outcome | undefined> {
    const { customerId } = reviewed.account;
    const done = await this.#write.run('adjust', adjusting(reviewed));
    const state = this.#write.state('adjust', customerId);
    const inDoubt = state.phase === 'unknown';
    this.#sent.set(inDoubt ? { ...reviewed, doubted: true } : undefined, customerId);
    if (state.phase === 'unknown') return { doubt: state.error };
    if (state.phase === 'refused') return { refused: state.error };
    return done && { done };
  }

  /** Where nobody keeps versions, what was reviewed is compared with how it is now. What is wrong, if anything. */
  async #compare(reviewed: Reviewed): Promise<AdapterError | undefined> {
    const { client, l10n } = this.#host;
    try {
      if (client) await compare(client, reviewed, { locale: l10n.locale, timeZone: l10n.timeZone });
      return undefined;
    } catch (thrown) {
      return toAdapterError(thrown);
    }
  }
}
