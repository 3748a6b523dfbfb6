-- Archived orders, and refunds. A refund is not listed as a payment as well.

alter table orders add column archived boolean not null default false;
alter table orders add column refunds jsonb;
