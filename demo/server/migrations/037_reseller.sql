-- What is known of customers who sell on.

create table reseller_details (
  customer_id text not null references customers on delete cascade,
  version integer not null default 1,
  -- The details, with who has changed them last, and when.
  record jsonb not null,
  primary key (customer_id)
);

-- Erases what identifies a customer. Orders, amounts and credit stay, because books must be kept: they name the id only.
create or replace function erase_customer(id text) returns void language plpgsql as $$
begin
  update customers set
    profile = (profile - array['customFields', 'businessAccounts', 'groups', 'lastLoginAt', 'consent', 'privacy'])
      || jsonb_build_object('name', null, 'firstName', null, 'lastName', null, 'email', null, 'company', null,
        'phones', null, 'defaultBilling', null, 'defaultShipping', null, 'login', null, 'recoveryEmail', null),
    masked = '[]', password_hash = null, version = version + 1
  where customer_id = id;
  delete from addresses where customer_id = id;
  delete from inquiry_replies where customer_id = id;
  delete from inquiries where customer_id = id;
  delete from note_revisions where customer_id = id;
  delete from notes where customer_id = id;
  delete from logins where customer_id = id;
  delete from payment_cards where customer_id = id;
  delete from wishlist where customer_id = id;
  delete from cart where customer_id = id;
  delete from reseller_details where customer_id = id;
  update orders set details = details - array['billingAddress', 'shippingAddress'] where customer_id = id;
  -- That a member was changed stays in the log, its values do not.
  update customer_changes set record = record - array['oldValue', 'newValue']
  where customer_id = id and record ->> 'field' <> 'erasure';
end
$$;
