import type { DashboardClient } from '../data/client.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { Drafts, type DraftSlot } from '../element/drafts.ts';
import type { FormDraft } from './form-draft.ts';

/** The drafts of one form, for each customer and by a key of what each is about. */
export class FormDrafts<S, V, I, R> {
  readonly #drafts: Drafts<ReadonlyMap<string, FormDraft<S, V, I, R>>>;

  constructor(host: WidgetHost, isBlank: (draft: FormDraft<S, V, I, R>) => boolean) {
    this.#drafts = new Drafts(host, (drafts) => [...drafts.values()].some((draft) => !isBlank(draft)));
  }

  get(key: string): FormDraft<S, V, I, R> | undefined {
    return this.#drafts.get()?.get(key);
  }

  /** The first draft of the customer on screen that was refused. */
  get refused(): FormDraft<S, V, I, R> | undefined {
    return [...(this.#drafts.get()?.values() ?? [])].find(({ refusal }) => refusal !== undefined);
  }

  /** Keeps a draft of the customer on screen, or with `undefined` lets it go. */
  set(key: string, draft: FormDraft<S, V, I, R> | undefined): void {
    this.#keep(this.#drafts.slot(), key, draft);
  }

  /** Keeps a draft as the one that was sent: there is one for each customer. */
  setSent(key: string, sent: FormDraft<S, V, I, R>): void {
    const all = new Map<string, FormDraft<S, V, I, R>>();
    for (const [other, draft] of this.#drafts.get() ?? []) all.set(other, { ...draft, isSent: false });
    this.#drafts.set(all.set(key, { ...sent, isSent: true }));
  }

  /** Changes the draft that was sent, of whichever customer, or with `undefined` lets it go. */
  settle(
    customerId: string,
    client: DashboardClient,
    change: (draft: FormDraft<S, V, I, R>) => FormDraft<S, V, I, R> | undefined,
  ): void {
    const slot = this.#drafts.slot(customerId, client);
    for (const [key, draft] of slot.get() ?? []) if (draft.isSent) this.#keep(slot, key, change(draft));
  }

  #keep(
    slot: DraftSlot<ReadonlyMap<string, FormDraft<S, V, I, R>>>,
    key: string,
    draft: FormDraft<S, V, I, R> | undefined,
  ): void {
    const all = new Map(slot.get());
    if (draft) all.set(key, draft);
    else all.delete(key);
    slot.set(all.size ? all : undefined);
  }
}
