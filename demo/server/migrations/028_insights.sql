-- The figures of all customers: the best ones are ranked by what stands in the customer's own row, and the rest is added
-- up from an index alone, without the rows of orders.

alter table customers add column average_order numeric;
create index customers_by_average on customers (lifetime_currency, average_order desc nulls last);

-- Recomputes the figures of some customers, or of all if `ids` is null.
create or replace function refresh_figures(ids text[]) returns void language plpgsql as $$
begin
  perform refresh_order_figures(ids);
  -- Rows that stay as they are are not locked.
  update customers set
    (orders, transactions, lifetime_currency, lifetime_total, average_order, first_order_at, last_order_at) = (
      figures.orders, figures.transactions, figures.currency, figures.net, figures.average, figures.first_order_at,
      figures.last_order_at)
  from (
    select listed.customer_id, coalesce(sum(found.orders), 0)::integer as orders,
      case when listed.origin = 'shop' then coalesce(sum(movements), 0)::integer end as transactions,
      (array_agg(currency order by found.orders desc, currency collate "C") filter (where net is not null))[1] as currency,
      (array_agg(net order by found.orders desc, currency collate "C") filter (where net is not null))[1] as net,
      (array_agg(round(sales / nullif(found.orders, 0), 6) order by found.orders desc, currency collate "C")
        filter (where net is not null))[1] as average,
      min(found.first_order_at) as first_order_at, max(found.last_order_at) as last_order_at
    from customers as listed left join order_figures as found using (customer_id)
    where ids is null or customer_id = any(ids)
    group by listed.customer_id, listed.origin
  ) as figures
  where customers.customer_id = figures.customer_id
    and (customers.orders, customers.transactions, customers.lifetime_currency, customers.lifetime_total,
      customers.average_order, customers.first_order_at, customers.last_order_at)
    is distinct from (figures.orders, figures.transactions, figures.currency, figures.net, figures.average,
      figures.first_order_at, figures.last_order_at);
end
$$;

update customers set average_order = (
  select round(sales / orders, 6) from order_figures
  where order_figures.customer_id = customers.customer_id and currency = lifetime_currency and orders > 0);

create index orders_of_all_by_time on orders (placed_at) include (customer_id) where kind = 'order' and not canceled;

alter table transactions add column method text generated always as (details ->> 'method') stored;
create index payments_of_all_by_time on transactions (created_at) include (method, currency, amount)
  where kind = 'payment' and made is distinct from false;
