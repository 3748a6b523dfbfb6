import type { CreditEntry } from '../../domain/credit.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts, type DraftSlot } from '../../element/drafts.ts';
import { isBlank, type AdjustDraft, type Refused } from './adjust-draft.ts';

/** What was typed for each customer: of an adjustment, and of the reversal of each entry. */
export class AdjustDrafts {
  readonly #adjustment: Drafts<AdjustDraft>;
  /** By the entry that is taken back. */
  readonly #reversals: Drafts<ReadonlyMap<string, AdjustDraft>>;

  constructor(host: DashboardElement) {
    this.#adjustment = new Drafts(host, (draft) => !isBlank(draft));
    this.#reversals = new Drafts(host, (drafts) => [...drafts.values()].some((draft) => !isBlank(draft)));
  }

  /** What was refused, of an adjustment or a reversal; the entry that was to be taken back. */
  get refusal(): { readonly refused: Refused; readonly reverses: CreditEntry | undefined } | undefined {
    for (const draft of [this.#adjustment.get(), ...(this.#reversals.get()?.values() ?? [])])
      if (draft?.refused) return { refused: draft.refused, reverses: draft.reverses };
    return undefined;
  }

  /** Where a draft is kept: that of the reversal of an entry, or that of an adjustment; of the customer on screen. */
  slot(reverses: string | undefined, customerId?: string): DraftSlot<AdjustDraft> {
    if (reverses === undefined) return this.#adjustment.slot(customerId);
    const drafts = this.#reversals.slot(customerId);
    return {
      get: () => drafts.get()?.get(reverses),
      set(draft) {
        const others = new Map(drafts.get());
        if (draft) others.set(reverses, draft);
        else others.delete(reverses);
        drafts.set(others.size ? others : undefined);
      },
    };
  }
}
