-- The payments and refunds of customers, to be searched, sorted and paged as a list. They are those of the orders:
-- `refresh_transactions` copies them, and each write of orders calls it in its own transaction.

create table transactions (
  customer_id text not null references customers on delete cascade,
  transaction_id text not null,
  kind text not null,
  created_at timestamptz(3) not null,
  currency text not null,
  -- Below zero if the money goes back to the customer.
  amount numeric not null,
  -- The id, kind and number of the order, and of a return the order that it belongs to.
  ordered jsonb not null,
  -- The method, status, reference and reason, each absent if it is unknown.
  details jsonb not null,
  status_code text generated always as (code_of(details -> 'status')) stored,
  -- True for payments and refunds that were made. Null: unknown.
  made boolean generated always as (
    case kind
      when 'refund' then code_of(details -> 'status') = 'refunded'
      else code_of(details -> 'status') in ('paid', 'partially-refunded', 'refunded', 'disputed')
    end) stored,
  reference_key text collate "C" generated always as (natural_key(details ->> 'reference')) stored,
  search text generated always as (search_text(details ->> 'reference', ordered ->> 'number')) stored,
  primary key (customer_id, transaction_id)
);
create index transactions_by_time on transactions (customer_id, created_at, transaction_id collate "C");

-- Copies the payments and refunds of some customers, or of all if `ids` is null. Imported invoices do not say how and
-- whether they were paid: each sale is one transaction, with the number of the invoice as its reference.
create function refresh_transactions(ids text[]) returns void language plpgsql as $$
begin
  delete from transactions where ids is null or customer_id = any(ids);
  insert into transactions
    (customer_id, transaction_id, kind, created_at, currency, amount, ordered, details)
  select customer_id, moved.kind || ':' || order_id || ':' || (entry ->> 'id'), moved.kind,
    coalesce((entry ->> 'at')::timestamptz, placed_at), entry #>> '{amount,currency}',
    sign * (entry #>> '{amount,value}')::numeric,
    jsonb_strip_nulls(jsonb_build_object('id', order_id, 'kind', orders.kind, 'number', number, 'original', original)),
    entry - '{id,at,amount}'::text[]
  from orders cross join lateral (
    select 'payment' as kind, 1 as sign, payment as entry from jsonb_array_elements(payments) as payment
    union all
    select 'refund', -1, refund from jsonb_array_elements(refunds) as refund
  ) as moved
  where ids is null or customer_id = any(ids)
  union all
  select customer_id, 'payment:' || order_id || ':sale', 'payment', placed_at, currency, total,
    jsonb_build_object('id', order_id, 'kind', kind, 'number', number), jsonb_build_object('reference', number)
  from orders join customers using (customer_id)
  where (ids is null or customer_id = any(ids)) and origin = 'import' and kind = 'order' and payments is null;
end
$$;

select refresh_transactions(null);
