-- The products in the open carts of customers, stored like those on wishlists. A cart is the sum of its lines.

create table cart (
  customer_id text not null references customers on delete cascade,
  cart_item_id text not null,
  -- Null: it is unknown when the customer added the product.
  added_at timestamptz(3),
  -- The cart, the product and its variant, the quantity and the prices.
  record jsonb not null,
  product_key text collate "C" generated always as (natural_key(record #>> '{product,title}')) stored,
  quantity numeric generated always as ((record ->> 'quantity')::numeric) stored,
  line_total numeric generated always as ((record #>> '{lineTotal,value}')::numeric) stored,
  currency text generated always as (record #>> '{lineTotal,currency}') stored,
  search text generated always as (
    search_text(record #>> '{product,title}', record #>> '{product,sku}', record #>> '{variant,title}')
  ) stored,
  primary key (customer_id, cart_item_id)
);
create index cart_by_time on cart (customer_id, added_at, cart_item_id collate "C");
