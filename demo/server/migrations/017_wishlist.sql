-- The wishlists of customers. The record is stored as JSON, which distinguishes an absent member from null. The columns for
-- filters, sorting and search are generated from it.

create table wishlist (
  customer_id text not null references customers on delete cascade,
  wishlist_item_id text not null,
  -- Null: it is unknown when the customer added the product.
  added_at timestamptz(3),
  -- The product, its variant, price and availability.
  record jsonb not null,
  product_key text collate "C" generated always as (natural_key(record #>> '{product,title}')) stored,
  price numeric generated always as ((record #>> '{price,value}')::numeric) stored,
  currency text generated always as (record #>> '{price,currency}') stored,
  availability_code text generated always as (code_of(record -> 'availability')) stored,
  search text generated always as (
    search_text(record #>> '{product,title}', record #>> '{product,sku}', record #>> '{variant,title}')
  ) stored,
  primary key (customer_id, wishlist_item_id)
);
create index wishlist_by_time on wishlist (customer_id, added_at, wishlist_item_id collate "C");
