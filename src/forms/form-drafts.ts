import type { WidgetHost } from '../element/widget-host.ts';
import { Drafts, type DraftSlot } from '../element/drafts.ts';
import type { Submission } from '../element/pending-write.ts';
import type { AdapterError } from '../adapter/adapter-error.ts';

/** A refused write: nothing was written. */
export interface Refusal<I, R> {
  readonly input: I;
  readonly error: AdapterError;
  /** After a conflict: the record on the server, if it could be read. */
  readonly current?: R | undefined;
}

/** The values of a form and the server's response to the last attempt. */
export interface FormDraft<S, V, I, R> {
  /** The subject of the form: a coupon to revoke, an entry to reverse. */
  readonly subject: S;
  readonly values: V;
  /** The server's errors by field, until the field changes. */
  readonly errors: FieldErrors;
  /** The last refusal, until a value changes. */
  readonly refusal?: Refusal<I, R> | undefined;
  /** The input that was submitted, until its outcome is known. */
  readonly sent?: I | undefined;
  /** After a conflict, until the next attempt: the current values of fields that somebody else has changed as well. */
  readonly theirs?: Partial<V> | undefined;
}

export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** The result of parsing the values. */
export interface Reading<I> {
  /** The errors by field, shown once a field was left or the form was submitted. */
  readonly errors: FieldErrors;
  /** The errors that are shown at once. */
  readonly faults?: FieldErrors | undefined;
  /** The input to send, if there is no error. */
  readonly input?: I | undefined;
  /** The reason why there is nothing to send, shown after an attempt to submit. */
  readonly unchanged?: string | undefined;
}

/** The draft that is left after a write is done: the dialog stays open. */
export interface Rest<S, V, I> {
  readonly subject: S;
  readonly values: V;
  /** The next write, which is sent at once. */
  readonly next?: I;
}

/** Returns the entries that remain after a change. `related`: fields that are validated together. */
export function entriesAfter<T extends object>(
  entries: T,
  changed: readonly string[],
  related: readonly (readonly string[])[] = [],
): Partial<T> {
  const over = new Set([...changed, ...related.filter((group) => group.some((name) => changed.includes(name))).flat()]);
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !over.has(name))) as Partial<T>;
}

type Comparable = (value: unknown) => unknown;

/** Returns the names of the values that differ. */
export const changedIn = <V extends object>(
  values: V,
  others: V,
  comparable: Comparable,
): readonly (keyof V & string)[] =>
  (Object.keys(values) as (keyof V & string)[]).filter((name) => comparable(values[name]) !== comparable(others[name]));

/**
 * Returns the merge of the values that the draft is based on, mine, and theirs: a field that I left alone has their
 * value. `theirs` has their values of the fields that both have changed.
 */
export function merged<V extends object>(
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', V>>,
  comparable: Comparable,
): { readonly values: V; readonly theirs: Partial<V> } {
  const pick = (names: readonly (keyof V)[], values: V) =>
    Object.fromEntries(names.map((name) => [name, values[name]])) as Partial<V>;
  const changed = changedIn(mine, base, comparable);
  const [changedByThem, different] = [changedIn(theirs, base, comparable), changedIn(mine, theirs, comparable)];
  const clashing = changed.filter((name) => changedByThem.includes(name) && different.includes(name));
  return { values: { ...theirs, ...pick(changed, mine) }, theirs: pick(clashing, theirs) };
}

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

  /**
   * Changes the draft from which an input was submitted, of any customer, or removes it if `undefined`. `keyOf` returns
   * the key under which it is kept from then on. Default: as before.
   */
  settle(
    { input, customerId, client }: Pick<Submission<I>, 'input' | 'customerId' | 'client'>,
    change: (draft: FormDraft<S, V, I, R>) => FormDraft<S, V, I, R> | undefined,
    keyOf?: (subject: S) => string,
  ): void {
    const slot = this.#drafts.slot(customerId, client);
    for (const [key, draft] of slot.get() ?? []) {
      if (draft.sent !== input && draft.refusal?.input !== input) continue;
      const changed = change(draft);
      const next = changed && keyOf ? keyOf(changed.subject) : key;
      if (next !== key) this.#keep(slot, key, undefined);
      this.#keep(slot, next, changed);
    }
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
