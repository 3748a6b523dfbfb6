-- The visibility of notes, deletions that can be undone, and revisions.

alter table notes
  -- A code, or an object with the platform's own label. Null: visible to the team only.
  add column visibility jsonb,
  add column deleted_at timestamptz(3);

create table note_revisions (
  customer_id text not null,
  note_id text not null,
  revision_no integer not null,
  kind text not null check (kind in ('created', 'edited', 'pinned', 'unpinned', 'deleted', 'restored')),
  -- The text after the revision.
  body text not null,
  author jsonb not null,
  at timestamptz(3) not null,
  primary key (customer_id, note_id, revision_no),
  foreign key (customer_id, note_id) references notes
);

-- Existing notes get a revision only if they were never changed: the authors and texts of changes were not stored.
insert into note_revisions (customer_id, note_id, revision_no, kind, body, author, at)
select customer_id, note_id, 1, 'created', body, author, created_at from notes where updated_at is null;
