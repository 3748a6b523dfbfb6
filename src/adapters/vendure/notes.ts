import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { ReadOptions, WriteOptions } from '../../adapter/options.ts';
import type { NotesPort } from '../../adapter/ports.ts';
import { capabilitiesOf, checked, listRows, naturalKey, type RowList } from '../../adapter/toolkit/index.ts';
import { NoteChange, NoteInput, noteVisibilities, type Note } from '../../domain/note.ts';
import { customerIn, ensureCustomer, type VendureClient } from './client.ts';

// A note is an entry in the history of a customer. The other entries are what the platform recorded by itself.

const entryMembers = 'id createdAt updatedAt isPublic data administrator { id firstName lastName }';

const Entry = v.object({
  id: v.string(),
  createdAt: v.string(),
  updatedAt: v.string(),
  isPublic: v.boolean(),
  data: v.object({ note: v.string() }),
  administrator: v.nullish(v.object({ id: v.string(), firstName: v.string(), lastName: v.string() })),
});
type Entry = v.InferOutput<typeof Entry>;

const History = v.object({ history: v.object({ totalItems: v.number(), items: v.array(Entry) }) });

/** A part of the history. */
interface Slice {
  readonly skip: number;
  readonly take: number;
  readonly filter: object;
}

const noteOf = (customerId: string, { id, createdAt, updatedAt, isPublic, data, administrator }: Entry): Note => ({
  id,
  customerId,
  body: data.note,
  createdAt,
  // Vendure sets the time of the change at creation too, and some databases store it in whole seconds: it may even be
  // before the time of creation.
  updatedAt: Date.parse(updatedAt) - Date.parse(createdAt) >= 1000 ? updatedAt : null,
  author: administrator
    ? { id: administrator.id, name: `${administrator.firstName} ${administrator.lastName}`.trim() }
    : { id: 'system' },
  visibility: isPublic ? 'customer' : 'staff',
});

/** Newest first. */
const list: RowList<Note> = {
  order: [
    { key: ({ createdAt }) => Date.parse(createdAt), descending: true },
    { key: ({ id }) => naturalKey(id), descending: true },
  ],
  texts: ({ body, author }) => [body, author.name, author.id],
  at: ({ createdAt }) => createdAt,
};

/** The number of entries that are fetched at once. Vendure allows 1,000 unless it is configured otherwise. */
const most = 100;

/** Creates the port of the notes. */
export function notesPort(client: VendureClient): NotesPort {
  async function readHistory(customerId: string, slice: Slice, options: ReadOptions | WriteOptions) {
    const data = await client.query(documents.list, { customerId, ...slice }, options);
    return checked(History, 'customer')(customerIn(data, customerId)).history;
  }

  /**
   * Fetches all notes of a customer. Vendure cannot search in them, so the search is in memory; customers have tens of
   * notes, not thousands.
   */
  async function readAll(customerId: string, options: ReadOptions): Promise<Note[]> {
    const entries = new Map<string, Entry>();
    for (let skip = 0, total = 1; skip < total; skip += most) {
      const { items, totalItems } = await readHistory(customerId, { skip, take: most, filter: isNote }, options);
      // A note that somebody adds meanwhile moves the others to the next slice, where one of them comes again.
      for (const entry of items) entries.set(entry.id, entry);
      total = items.length === 0 ? 0 : totalItems;
    }
    return [...entries.values()].map((entry) => noteOf(customerId, entry));
  }

  /** Vendure changes a note about any customer, so it is looked up among the customer's own first. */
  async function find(customerId: string, noteId: string, options: WriteOptions): Promise<void> {
    const filter = { ...isNote, id: { eq: noteId } };
    const { items } = await readHistory(customerId, { skip: 0, take: 1, filter }, options);
    if (items[0]?.id !== noteId) throw new AdapterError('not-found');
  }

  return {
    // A repeated mutation adds a second note. An entry has a time of change, and no mutation compares it.
    guarantees: { idempotency: false, versions: false },
    capabilities: { list: capabilitiesOf(list) },
    hasPins: false,
    visibility: 'staff',
    visibilities: noteVisibilities,
    async list(customerId, request, options) {
      return listRows(await readAll(customerId, options), request, options, list).page;
    },
    async create(customerId, input, options) {
      const { body, pinned, visibility = 'staff' } = check(NoteInput, input);
      refusePin(pinned);
      if (!noteVisibilities.some((code) => code === visibility))
        throw new AdapterError('validation', { fieldErrors: { visibility: 'is not one of the choices' } });
      const shared = visibility === 'customer';
      await ensureCustomer(client, customerId, options);
      const variables = { input: { id: customerId, note: body, isPublic: shared }, filter: isNote };
      const { customer } = await client.mutate(documents.create, variables, options);
      const { items } = checked(History, 'customer')(customer).history;
      // The answer is the customer. Somebody else may have added a note at the same time, so the newest one is not
      // always this one.
      const entry = items.find(({ data, isPublic }) => data.note === body && isPublic === shared);
      if (!entry) throw new AdapterError('malformed', { field: 'customer.history' });
      return noteOf(customerId, entry);
    },
    async update(customerId, noteId, change, options) {
      const { body, pinned } = check(NoteChange, change);
      refusePin(pinned);
      await find(customerId, noteId, options);
      const { note } = await client.mutate(documents.update, { input: { noteId, note: body } }, options);
      const entry = checked(Entry, 'note')(note);
      // An edit within a second of the creation cannot be told from none later, but here it is known.
      return { ...noteOf(customerId, entry), updatedAt: later(entry.updatedAt, entry.createdAt) };
    },
    async delete(customerId, noteId, options) {
      await find(customerId, noteId, options);
      const { deletion } = await client.mutate(documents.delete, { id: noteId }, options);
      // Another operator may have deleted it since it was looked up.
      if (checked(Deletion, 'deletion')(deletion).result !== 'DELETED') throw new AdapterError('not-found');
    },
  };
}

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

const isNote = { type: { eq: 'CUSTOMER_NOTE' } } as const;
const Deletion = v.object({ result: v.string() });

function refusePin(pinned: boolean | undefined): void {
  if (pinned) throw new AdapterError('unsupported', { fieldErrors: { pinned: 'is not supported' } });
}

/** Newest first; of entries of the same time, the last one first. */
const sort = 'sort: { createdAt: DESC, id: DESC }';

const documents = {
  list: `query Notes($customerId: ID!, $skip: Int, $take: Int, $filter: HistoryEntryFilterParameter) {
    customer(id: $customerId) {
      id
      history(options: { skip: $skip, take: $take, filter: $filter, ${sort} }) { totalItems items { ${entryMembers} } }
    }
  }`,
  create: `mutation CreateNote($input: AddNoteToCustomerInput!, $filter: HistoryEntryFilterParameter) {
    customer: addNoteToCustomer(input: $input) {
      history(options: { take: 10, filter: $filter, ${sort} }) { totalItems items { ${entryMembers} } }
    }
  }`,
  update: `mutation UpdateNote($input: UpdateCustomerNoteInput!) {
    note: updateCustomerNote(input: $input) { ${entryMembers} }
  }`,
  delete: `mutation DeleteNote($id: ID!) { deletion: deleteCustomerNote(id: $id) { result } }`,
} as const;
