-- Who sees a note; a deletion that can be taken back; what became of each note.

alter table notes
  -- A code, or the platform's own words. Null: the team only.
  add column visibility jsonb,
  add column deleted_at timestamptz(3);

create table note_revisions (
  customer_id text not null,
  note_id text not null,
  revision_no integer not null,
  kind text not null check (kind in ('created', 'edited', 'pinned', 'unpinned', 'deleted', 'restored')),
  -- What the note said after it.
  body text not null,
  author jsonb not null,
  at timestamptz(3) not null,
  primary key (customer_id, note_id, revision_no),
  foreign key (customer_id, note_id) references notes
);

-- Of notes from before, what was never changed is known; who changed the others, and from what, was not kept.
insert into note_revisions (customer_id, note_id, revision_no, kind, body, author, at)
select customer_id, note_id, 1, 'created', body, author, created_at from notes where updated_at is null;
