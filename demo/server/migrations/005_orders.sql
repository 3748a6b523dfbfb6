-- Orders that were put away, and money that went back: what is told as a refund is no payment besides.

alter table orders add column archived boolean not null default false;
alter table orders add column refunds jsonb;
