import { html, type nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../domain/field.ts';
import { NoteRevision, revisionKinds, type Note } from '../../domain/note.ts';
import { actorName } from '../../domain/operator.ts';
import type { ListQuery } from '../../data/query.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { ListController } from '../../element/query-controller.ts';
import { noteDetailWords } from './detail-words.en.ts';
import { Dialog } from '../../ui/dialog.ts';
import * as icons from '../../ui/icons.ts';
import { identifier } from '../../ui/identifier.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { line, stateView, type StateViews } from '../../ui/state-view.ts';
import { datum, moment, name, prose } from '../../ui/text.ts';
import { wordChanges } from './note-editor.ts';

const revisionsOf = (customerId: string, noteId: string): ListQuery<NoteRevision> => ({
  name: 'notes.revisions',
  customerId,
  params: { noteId },
  schema: NoteRevision,
  pageSize: 20,
  load: (adapter, page, options) => adapter.notes?.revisions?.(customerId, noteId, page, options),
});

const isKnown = (code: string): code is (typeof revisionKinds)[number] =>
  (revisionKinds as readonly string[]).includes(code);

/**
 * The history of a note: who changed it, when, and the differences word by word. It is fetched when it opens and
 * released when it closes.
 */
export class NoteHistory {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #revisions: ListController<NoteRevision>;
  #note: Note | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#dialog = new Dialog(host, 'history', () => {
      this.#note = undefined;
    });
    this.#revisions = new ListController(host, (customerId) =>
      this.#note?.customerId === customerId ? revisionsOf(customerId, this.#note.id) : undefined,
    );
  }

  show(note: Note): void {
    this.#note = note;
    this.#dialog.show();
  }

  close(): void {
    this.#dialog.close();
  }

  refresh(): void {
    this.#revisions.refresh();
  }

  render(options: Pick<StateViews<unknown>, 'l10n' | 'retry' | 'signIn'>): TemplateResult | typeof nothing {
    return this.#dialog.render(() => {
      const { l10n } = this.#host;
      const words = l10n.words(noteDetailWords);
      const view = stateView(this.#revisions.snapshot, {
        ...options,
        isPart: true,
        retry: () => this.refresh(),
        what: words.history,
        skeleton: () => html`${[44, 60].map((width) => html`<div class="revision">${line(width as 44 | 60)}</div>`)}`,
        isEmpty: ({ items }) => !items.length,
        empty: () => ({ path: icons.clock, title: words.noHistory }),
        ready: (list) => {
          const { items, hasMore } = list;
          return html`<ol class="revisions" part="revisions">
              ${items.map((revision, index) => this.#renderRevision(revision, items[index + 1], hasMore))}
            </ol>
            ${moreRows(list, l10n, (again) => this.#revisions.more(again))}`;
        },
      });
      return {
        heading: words.history,
        l10n,
        body: html`<div class="body flush">
          <div class="visually-hidden" role="status">${view.announcement}</div>
          ${view.content}
        </div>`,
      };
    });
  }

  /** `before` is the next older revision. Until it is loaded, the changes are unknown. */
  #renderRevision(revision: NoteRevision, before: NoteRevision | undefined, hasMore: boolean): TemplateResult {
    const { l10n } = this.#host;
    const words = l10n.words(noteDetailWords);
    const { kind, body, at, author } = revision;
    const called = actorName(author);
    const code = codeOf(kind);
    const says = labelOf(kind) ?? (isKnown(code) ? words[code] : code);
    const isText = before ? before.body !== body : !hasMore;
    return html`<li class="revision" part="revision">
      <p class="small">
        <b class="strong">${called === undefined ? identifier(author.id, l10n) : name(called, l10n)}</b>
        <span class="quiet">${called === undefined ? '' : identifier(author.id, l10n)} ${datum(says)}</span>
        <span class="quiet nowrap time">${moment(at, l10n)}</span>
      </p>
      ${isText ? html`<p class="version-text">${before ? wordChanges(before.body, body, l10n) : prose(body, l10n)}</p>` : ''}
    </li>`;
  }
}
