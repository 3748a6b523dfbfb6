-- The ranking of customers counts those of each currency. Without the rows of `customers`, which are wide.
create index customers_by_currency on customers (lifetime_currency) where orders > 0;
