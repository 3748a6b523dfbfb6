-- What an order has beside its sum, variants of products, and returns that are only requested.

alter table orders
  -- Null for a requested return whose total is unknown.
  alter column total drop not null,
  -- Addresses and included taxes. As JSON, an absent address differs from none.
  add column details jsonb not null default '{}',
  -- A return that has not come back yet counts in no figure.
  add column requested boolean not null
    generated always as (kind = 'return' and coalesce(code_of(status #> '{return,status}') = 'requested', false)) stored;

-- A fulfillment can have several parcels.
update orders set fulfillments = (
  select jsonb_agg(
    case jsonb_typeof(fulfillment -> 'tracking')
      when 'object' then fulfillment || jsonb_build_object('tracking', jsonb_build_array(fulfillment -> 'tracking'))
      else fulfillment
    end order by place)
  from jsonb_array_elements(fulfillments) with ordinality as listed (fulfillment, place)
)
where fulfillments is not null and fulfillments <> '[]';

alter table order_lines drop column search;
alter table order_lines
  -- What a charge is for, with the code of a discount and the rate of a tax.
  add column charge jsonb,
  -- The name of the discount that `promotion` is the amount of.
  add column promotion_name text,
  add column variant_id text,
  add column variant_title text,
  add column search text generated always as (search_text(title, sku, variant_title)) stored;
