import type { WidgetHost } from '../element/widget-host.ts';
import { Drafts, type DraftSlot } from '../element/drafts.ts';
import type { Submission } from '../element/pending-write.ts';
import type { FormDraft } from './form-draft.ts';

/** The drafts of one form, by customer and by a key of the subject. */
export class FormDrafts<S, V, I, R> {
  readonly #drafts: Drafts<ReadonlyMap<string, FormDraft<S, V, I, R>>>;

  constructor(host: WidgetHost, isBlank: (draft: FormDraft<S, V, I, R>) => boolean) {
    this.#drafts = new Drafts(host, (drafts) => [...drafts.values()].some((draft) => !isBlank(draft)));
  }

  get(key: string): FormDraft<S, V, I, R> | undefined {
    return this.#drafts.get()?.get(key);
  }

  /** The first refused draft of the customer on screen. */
  get refused(): FormDraft<S, V, I, R> | undefined {
    return [...(this.#drafts.get()?.values() ?? [])].find(({ refusal }) => refusal !== undefined);
  }

  /** Stores a draft for the customer on screen, or removes it if `undefined`. */
  set(key: string, draft: FormDraft<S, V, I, R> | undefined): void {
    this.#keep(this.#drafts.slot(), key, draft);
  }

  /** Changes the draft from which an input was submitted, of any customer, or removes it if `undefined`. */
  settle(
    { input, customerId, client }: Pick<Submission<I>, 'input' | 'customerId' | 'client'>,
    change: (draft: FormDraft<S, V, I, R>) => FormDraft<S, V, I, R> | undefined,
  ): void {
    const slot = this.#drafts.slot(customerId, client);
    for (const [key, draft] of slot.get() ?? [])
      if (draft.sent === input || draft.refusal?.input === input) this.#keep(slot, key, change(draft));
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
