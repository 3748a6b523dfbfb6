-- Labels of addresses, and e-mail addresses that belong to one customer each.

-- The name that the address book gives an address. Null: none.
alter table addresses add column label text;

-- A search also finds the label, as it is displayed.
alter table addresses drop column search;
alter table addresses add column search text generated always as (
  search_text(label) || E'\n' || address_search_text(address)
) stored;

-- A change of an e-mail address looks for another customer who has it, in any case.
create index customers_by_email on customers (lower(profile ->> 'email'));
