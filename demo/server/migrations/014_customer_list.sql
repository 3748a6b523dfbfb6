-- The list of all customers: what it is searched, filtered and sorted by stands in the customer's own row, so that a page
-- of it is read from an index and joins nothing.

-- Returns a member of a record, unless it is withheld from all operators: then the list does not know it.
create function whole_text(profile jsonb, masked jsonb, member text) returns text language sql immutable parallel safe as $$
  select case when jsonb_typeof(profile -> member) = 'string' and not masked ? member then profile ->> member end
$$;

-- Implements `phoneDigits` in src/domain/phone-search.ts.
create function phone_digits(profile jsonb, masked jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(
    E'\n' || regexp_replace(regexp_replace(replace(fold_text(phone ->> 'number'), '(0)', ''), '[^0-9]', '', 'g'), '^00', ''),
    '' order by place), '')
  from jsonb_array_elements(
    case when jsonb_typeof(profile -> 'phones') = 'array' and not masked ? 'phones' then profile -> 'phones' else '[]' end
  ) with ordinality as listed (phone, place)
$$;

alter table customers
  add column name_key text collate "C"
    generated always as (left(natural_key(whole_text(profile, masked, 'name')), 200)) stored,
  add column email_key text collate "C"
    generated always as (natural_key(whole_text(profile, masked, 'email'))) stored,
  add column level_key text collate "C" generated always as (natural_key(profile #>> '{level,name}')) stored,
  add column verification text collate "C" generated always as (code_of(profile -> 'verification')) stored,
  add column name_search text generated always as (search_text(
    whole_text(profile, masked, 'name'),
    whole_text(profile, masked, 'firstName') || ' ' || whole_text(profile, masked, 'lastName'),
    whole_text(profile, masked, 'firstName'), whole_text(profile, masked, 'lastName'),
    whole_text(profile, masked, 'company'))) stored,
  add column email_search text generated always as (search_text(whole_text(profile, masked, 'email'))) stored,
  add column phone_search text generated always as (phone_digits(profile, masked)) stored,
  -- The sums of `order_figures`, which `refresh_figures` keeps.
  add column orders integer not null default 0,
  -- Null: unknown, because imported invoices have no payments.
  add column transactions integer,
  -- The amount in the currency of most orders.
  add column lifetime_currency text collate "C",
  add column lifetime_total numeric,
  add column first_order_at timestamptz(3),
  add column last_order_at timestamptz(3);

create index customers_by_last_order on customers (last_order_at desc nulls last, customer_id collate "C");
create index customers_by_first_order on customers (first_order_at);
create index customers_by_total on customers (lifetime_currency, lifetime_total desc nulls last);
create index customers_by_orders on customers (orders);
create index customers_by_name on customers (name_key);
-- Finds a customer by the number of an order, and the spent amounts of one currency.
create index orders_of_all_by_number on orders using hash (search);
create index order_figures_by_total on order_figures (currency, net);

alter function refresh_figures(text[]) rename to refresh_order_figures;

-- Recomputes the figures of some customers, or of all if `ids` is null.
create function refresh_figures(ids text[]) returns void language plpgsql as $$
begin
  perform refresh_order_figures(ids);
  -- Rows that stay as they are are not locked.
  update customers set
    (orders, transactions, lifetime_currency, lifetime_total, first_order_at, last_order_at) = (
      figures.orders, figures.transactions, figures.currency, figures.net, figures.first_order_at, figures.last_order_at)
  from (
    select listed.customer_id, coalesce(sum(found.orders), 0)::integer as orders,
      case when listed.origin = 'shop' then coalesce(sum(movements), 0)::integer end as transactions,
      (array_agg(currency order by found.orders desc, currency collate "C") filter (where net is not null))[1] as currency,
      (array_agg(net order by found.orders desc, currency collate "C") filter (where net is not null))[1] as net,
      min(found.first_order_at) as first_order_at, max(found.last_order_at) as last_order_at
    from customers as listed left join order_figures as found using (customer_id)
    where ids is null or customer_id = any(ids)
    group by listed.customer_id, listed.origin
  ) as figures
  where customers.customer_id = figures.customer_id
    and (customers.orders, customers.transactions, customers.lifetime_currency, customers.lifetime_total,
      customers.first_order_at, customers.last_order_at)
    is distinct from (figures.orders, figures.transactions, figures.currency, figures.net, figures.first_order_at,
      figures.last_order_at);
end
$$;

select refresh_figures(null);
