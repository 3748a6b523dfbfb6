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

type Settle = (outcome: Outcome) => void;

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

  /**
   * Sends, once. Nothing where something is on its way or in doubt. `settle` is called in the same turn in which what
   * was sent is let go, so that nobody sees the one without the other.
   */
  async send(reviewed: Reviewed, settle: Settle): Promise<void> {
    if (this.sent) return;
    const { client } = this.#host;
    const sent = this.#sent.slot(reviewed.account.customerId);
    sent.set(reviewed);
    const refused = this.keepsVersion(reviewed) ? undefined : await this.#compare(reviewed);
    if (!refused && this.#host.client === client) return this.#run(reviewed, settle);
    sent.set(undefined);
    // With another adapter by now, nothing is sent to it that was confirmed for the first.
    if (refused) settle({ refused });
  }

  /** Asks for the outcome of what is in doubt: the same again, under the same key. */
  async check(settle: Settle): Promise<void> {
    const { sent } = this;
    if (sent && this.phase === 'unknown' && this.canCheck) await this.#run(sent, settle);
  }

  /** A refusal that came while another adapter was there. */
  collect(): { readonly reviewed: Reviewed; readonly refused: AdapterError } | undefined {
    const reviewed = this.#sent.get();
    const state = this.#write.state('adjust');
    if (!reviewed?.doubted || state.phase !== 'refused') return undefined;
    this.#sent.set(undefined);
    return { reviewed, refused: state.error };
  }

  /** The operator has found out for themselves, where the platform cannot be asked. */
  settle(): void {
    if (this.canCheck || this.phase !== 'unknown') return;
    this.#write.renew('adjust');
    this.#sent.set(undefined);
  }

  async #run(reviewed: Reviewed, settle: Settle): Promise<void> {
    const { client } = this.#host;
    const { customerId } = reviewed.account;
    const sent = this.#sent.slot(customerId);
    const done = await this.#write.run('adjust', adjusting(reviewed));
    if (done) {
      sent.set(undefined);
      return settle({ done });
    }
    sent.set({ ...reviewed, doubted: true });
    // What became of it with an adapter that is no longer there is collected when it is back.
    if (this.#host.client !== client) return;
    const state = this.#write.state('adjust', customerId);
    if (state.phase === 'unknown') return settle({ doubt: state.error });
    sent.set(undefined);
    if (state.phase === 'refused') settle({ refused: state.error });
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
