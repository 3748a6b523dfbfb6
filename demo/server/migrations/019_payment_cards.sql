-- The payment cards that customers have saved with the payment processor. No card number is stored, only what tells cards
-- apart. The record is stored as JSON, which distinguishes an absent member from null.

create table payment_cards (
  customer_id text not null references customers on delete cascade,
  payment_card_id text not null,
  version integer not null default 1,
  -- Null: it is unknown when the card was saved.
  added_at timestamptz(3),
  is_default boolean not null,
  -- The brand, last four digits, last month, holder and label.
  record jsonb not null check (record ->> 'lastFour' ~ '^[0-9]{4}$'),
  expires text collate "C" generated always as (record ->> 'expires') stored,
  primary key (customer_id, payment_card_id)
);
create index payment_cards_by_time on payment_cards (customer_id, added_at, payment_card_id collate "C");
create unique index payment_cards_default on payment_cards (customer_id) where is_default;
