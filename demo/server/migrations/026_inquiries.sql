create table inquiries (
  customer_id text not null references customers,
  inquiry_id text not null,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  -- The record without the ids and the time, with the last reply.
  record jsonb not null,
  subject_key text collate "C" generated always as (natural_key(record ->> 'subject')) stored,
  status_code text generated always as (code_of(record -> 'status')) stored,
  -- Urgent ones that are open, others that are open, and the rest.
  rank integer generated always as (
    case when code_of(record -> 'status') <> 'open' then 2 when (record ->> 'urgent')::boolean then 0 else 1 end
  ) stored,
  search text generated always as (
    search_text(record ->> 'subject', record ->> 'text', record #>> '{lastReply,text}', record #>> '{order,number}')
  ) stored,
  primary key (customer_id, inquiry_id)
);

-- Everything that operators have replied. The record of the inquiry has only the last reply.
create table inquiry_replies (
  customer_id text not null,
  inquiry_id text not null,
  replied_at timestamptz(3) not null default now(),
  author jsonb not null,
  body text not null,
  foreign key (customer_id, inquiry_id) references inquiries on delete cascade
);
create index inquiry_replies_by_inquiry on inquiry_replies (customer_id, inquiry_id, replied_at);
