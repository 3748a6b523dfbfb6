import { html, type TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/adapter-error.ts';
import { visibilitiesOf } from '../../adapter/features.ts';
import type { DashboardClient } from '../../data/client.ts';
import { codeOf } from '../../domain/field.ts';
import type { Availability } from '../../domain/operator.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import type { Lazy } from '../../element/lazy.ts';
import type { PendingPhase } from '../../element/pending-write.ts';
import type { WidgetController, WidgetHost } from '../../element/widget-host.ts';
import { noteForm } from './note-form.ts';
import type { Readers } from './note-readers.ts';
import { notesPanelWords } from './words.en.ts';

/** A text that is being written. */
export interface Draft {
  readonly body: string;
  /** The code of the chosen visibility. Absent: that of the port. */
  readonly visibility?: string | undefined;
  /** The reason why the text was refused, until it changes. */
  readonly refusal?: AdapterError | undefined;
}

/** A note to create. */
export interface NewNote {
  readonly customerId: string;
  readonly body: string;
  /** Absent: the platform offers no choice. */
  readonly visibility?: string | undefined;
}

/** A note that was saved before the module that sends it had loaded. */
export interface SavedNote {
  readonly note: NewNote;
  readonly client: DashboardClient;
}

/** The write of new notes. */
interface CreateForm {
  readonly phase: PendingPhase;
  /** The message of a failed write. */
  readonly failure: string | undefined;
  create(note: NewNote): void;
  /** Sends a note that has waited, maybe for a customer who is no longer on screen. */
  createSaved(saved: SavedNote): void;
  discard(): void;
}

type Actions = Pick<Lazy<{ readonly createForm: CreateForm }>, 'module' | 'state' | 'load'>;

/**
 * The form for a new note, with a draft for each customer. The module that sends notes loads when it is needed: a note
 * that is saved before that waits for it.
 */
export class NoteComposer implements WidgetController {
  readonly host: WidgetHost;
  readonly drafts: Drafts<Draft>;
  readonly #getRoot: () => HTMLElement | DocumentFragment;
  readonly #actions: Actions;
  #saved: readonly SavedNote[] = [];

  /** `getRoot` returns the root of the notes: the dialog while one is open, otherwise the shadow root. */
  constructor(host: WidgetHost, actions: Actions, getRoot: () => HTMLElement | DocumentFragment) {
    this.host = host;
    this.drafts = new Drafts(host, ({ body }) => body.trim() !== '');
    this.#getRoot = getRoot;
    this.#actions = actions;
    host.addController(this);
  }

  /** Sends the notes that have waited for the module. */
  hostUpdate(): void {
    const form = this.#createForm;
    if (!form || !this.#saved.length) return;
    const saved = this.#saved;
    this.#saved = [];
    for (const one of saved) form.createSaved(one);
  }

  get root(): HTMLElement | DocumentFragment {
    return this.#getRoot();
  }

  /** The draft of a new note. */
  get draft(): Draft {
    return this.drafts.get() ?? { body: '' };
  }

  /**
   * Moves focus to the element with the selector after the next update, unless the operator has moved on: what was
   * pressed may have had to load first.
   */
  focus(selector: string): void {
    void this.host.updateComplete.then(() => {
      const { activeElement, body } = document;
      const isHere = (this.root.getRootNode() as ShadowRoot).activeElement;
      if (isHere || !activeElement || activeElement === body) this.root.querySelector<HTMLElement>(selector)?.focus();
    });
  }

  /** Focuses the form for a new note. */
  focusComposer(): void {
    this.focus('#new-note');
  }

  /** Stores the typed text of a new note, and who can read it. */
  compose(body: string, { visibility }: Pick<Draft, 'visibility'> = this.draft): void {
    // After a failure to load, nothing is sent but what the operator sees.
    if (!this.#isWaiting) this.#dropSaved();
    this.host.announce('');
    this.drafts.set({ body, visibility });
  }

  save(): void {
    const { client, activeCustomer: customerId } = this.host;
    if (!client || customerId === undefined || this.#isWaiting) return;
    const { visibility, choices } = this.readers;
    const note = {
      customerId,
      body: trimmed(this.draft.body),
      ...(choices.length > 1 && { visibility: codeOf(visibility) }),
    };
    const form = this.#createForm;
    if (form) return form.create(note);
    this.#dropSaved();
    this.#saved = [...this.#saved, { note, client }];
    this.#actions.load();
    this.host.requestUpdate();
  }

  discard(): void {
    this.#dropSaved();
    this.#createForm?.discard();
    this.host.announce('');
    this.drafts.set(undefined);
    this.focusComposer();
  }

  render(availability: Availability): TemplateResult {
    const { l10n } = this.host;
    const words = l10n.words(notesPanelWords);
    const { body } = this.draft;
    const createForm = this.#createForm;
    const form = noteForm({
      id: 'new-note',
      label: words.newNote,
      save: words.save,
      body,
      dirty: body !== '',
      phase: createForm?.phase ?? (this.#isWaiting ? 'pending' : 'idle'),
      availability,
      failure: createForm?.failure,
      readers: this.readers,
      l10n,
      onInput: (typed) => this.compose(typed),
      onSave: () => this.save(),
      onDiscard: () => this.discard(),
    });
    // Until the permission is known, the form takes up its space to avoid a layout shift.
    return availability.state === 'unknown' ? html`<div class="unsettled">${form}</div>` : form;
  }

  /** The people who can read the new note. */
  get readers(): Readers {
    const choices = visibilitiesOf(this.host.client?.adapter ?? {});
    const { visibility: code, body } = this.draft;
    return {
      visibility: choices.find((choice) => codeOf(choice) === code) ?? choices[0]!,
      choices,
      onChoose: (visibility) => this.compose(body, { visibility }),
    };
  }

  get #createForm(): CreateForm | undefined {
    return this.#actions.module?.createForm;
  }

  /** `true` if a note of the customer on screen waits for the module, which is loading. */
  get #isWaiting(): boolean {
    return this.#actions.state === 'loading' && this.#saved.some((one) => this.#isHere(one));
  }

  #dropSaved(): void {
    this.#saved = this.#saved.filter((one) => !this.#isHere(one));
  }

  #isHere({ note, client }: SavedNote): boolean {
    return client === this.host.client && note.customerId === this.host.activeCustomer;
  }
}
