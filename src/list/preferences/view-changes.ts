import type { PreferenceScope } from '../../domain/preference.ts';
import { createIdempotencyKey } from '../../data/write.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { maxName, maxViews, type ListChoices, type SavedView } from '../../data/list-choices.ts';
import type { Change, ListPreferences } from './list-preferences.ts';
import { listViewsWords } from './words.en.ts';

/** A view and whom it is for. */
export interface Placed {
  readonly view: SavedView;
  readonly scope: PreferenceScope;
}

/** A change of the views, which is sent again after an unknown outcome or a conflict. */
interface Attempt {
  readonly scope: PreferenceScope;
  readonly change: Change;
  /** The view that the change replaces or removes. */
  readonly before?: SavedView;
  /** The announcement when it is done. */
  readonly text: string;
  readonly done: () => void;
}

/** The intention of these writes: there is one at a time. */
const intention = 'views';

/** Saves, replaces, renames and removes the views of a list. */
export class ViewChanges {
  /** What is wrong with the name. */
  fault: 'nameMissing' | 'nameTooLong' | 'nameTaken' | 'tooMany' | undefined;
  readonly #preferences: ListPreferences;
  #attempt: Attempt | undefined;

  constructor(preferences: ListPreferences) {
    this.#preferences = preferences;
  }

  get state(): WriteState {
    return this.#attempt ? this.#preferences.state(intention) : { phase: 'idle' };
  }

  get isPending(): boolean {
    return this.state.phase === 'pending';
  }

  /** Forgets what was wrong, because the operator wants something else. */
  reset(): void {
    this.fault = undefined;
    if (!this.isPending) this.#preferences.reset(intention);
  }

  /** Saves what the list shows now as a new view. */
  saveAs(name: string, scope: PreferenceScope, then: () => void): void {
    if (!this.#isFree(name, scope)) return;
    const view: SavedView = { id: createIdempotencyKey(), name, ...this.#preferences.list.state };
    const change: Change = (choices) => ({ ...choices, views: [...choices.views, view] });
    const done = (): void => {
      this.#preferences.view = view;
      then();
    };
    void this.#send({ scope, change, text: this.#text('saved', view), done });
  }

  /** Replaces what a view shows by what the list shows now. */
  update({ view, scope }: Placed, then: () => void): void {
    this.#replace({ view, scope }, { id: view.id, name: view.name, ...this.#preferences.list.state }, then);
  }

  rename({ view, scope }: Placed, name: string, then: () => void): void {
    if (this.#isFree(name, scope, view.id)) this.#replace({ view, scope }, { ...view, name }, then);
  }

  remove({ view, scope }: Placed, then: () => void): void {
    const change: Change = (choices) => ({ ...choices, views: choices.views.filter(({ id }) => id !== view.id) });
    const done = (): void => {
      if (this.#preferences.view?.id === view.id) this.#preferences.view = undefined;
      then();
    };
    void this.#send({ scope, change, before: view, text: this.#text('deleted', view), done });
  }

  /** Sends the last change again; after a conflict, over what somebody else has stored. */
  again(isForced: boolean): void {
    if (this.#attempt) void this.#send(this.#attempt, isForced);
  }

  #replace({ view: before, scope }: Placed, next: SavedView, then: () => void): void {
    const change: Change = (choices) => {
      const isThere = choices.views.some(({ id }) => id === next.id);
      const views = choices.views.map((view) => (view.id === next.id ? next : view));
      return { ...choices, views: isThere ? views : [...views, next] };
    };
    const done = (): void => {
      if (this.#preferences.view?.id === next.id) this.#preferences.view = next;
      then();
    };
    void this.#send({ scope, change, before, text: this.#text('saved', next), done });
  }

  /** Returns whether a view may have the name. If not, says why. */
  #isFree(name: string, scope: PreferenceScope, ofView?: string): boolean {
    const { views } = this.#preferences.choices(scope);
    const isTaken = views.some((view) => view.id !== ofView && view.name === name);
    const isFull = ofView === undefined && views.length >= maxViews;
    this.fault = !name
      ? 'nameMissing'
      : name.length > maxName
        ? 'nameTooLong'
        : isTaken
          ? 'nameTaken'
          : isFull
            ? 'tooMany'
            : undefined;
    this.#preferences.host.requestUpdate();
    return !this.fault;
  }

  async #send(attempt: Attempt, isForced = false): Promise<void> {
    if (this.isPending) return;
    const preferences = this.#preferences;
    const { scope, change, before, text, done } = attempt;
    this.#attempt = attempt;
    preferences.reset(intention);
    const isLost = (current: ListChoices): boolean =>
      JSON.stringify(current.views.find(({ id }) => id === before?.id)) !== JSON.stringify(before);
    if (await preferences.change(scope, intention, change, before && !isForced ? isLost : undefined)) {
      this.#attempt = undefined;
      done();
      preferences.host.announce(text);
    }
    preferences.host.requestUpdate();
  }

  #text(word: 'saved' | 'deleted', { name }: SavedView): string {
    const { l10n } = this.#preferences.host;
    return l10n.text(l10n.words(listViewsWords)[word], { name: `\u2068${name}\u2069` });
  }
}
