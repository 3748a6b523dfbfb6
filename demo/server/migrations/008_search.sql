-- Search texts and sort keys are stored with each text, so that a search does not fold half a million rows.

-- Implements every rule of `foldText` in src/domain/fold-text.ts. A test compares the two.
create function fold_text(text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(
    normalize(
      replace(replace(replace(replace(replace(
        translate(
          regexp_replace(
            lower(normalize($1, nfkd) collate "und-x-icu"),
            '[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670'
              '\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F'
              '\u00AD\u0640\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164'
              '\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
            '', 'g'
          ),
          'łđðøıħŧĸςƀɓƈɖɗƒɠǥɨƙƚɫɲƞɵƥƭʉʋƴƶ‘’‚‛′ʹʻʼ“”„‟″‐‑‒–—―−⁄٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
          'lddoihtkσbbcddfggikllnnoptuvyz''''''''''''''''"""""-------/01234567890123456789'
        ),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ŋ', 'ng'),
      nfc
    ),
    '[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'
  ))
$$;

-- Implements `naturalKey` in src/domain/fold-text.ts.
create function natural_key(text) returns text language sql immutable strict parallel safe as $$
  select coalesce(string_agg(coalesce(lpad(length(number)::text, greatest(length(length(number)::text), 3), '0') || number, other), '' order by place), '')
  from regexp_matches(fold_text($1), '([0-9]+)|([^0-9]+)', 'g') with ordinality as found (part, place)
    cross join lateral (select regexp_replace(part[1], '^0+(?=[0-9])', '') as number, part[2] as other) as parts
$$;

-- Joins the texts of a row for a single search. A folded search text contains no line end, so a match never spans two
-- texts.
create function search_text(variadic texts text[]) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(fold_text(part), E'\n'), '') from unnest(texts) as part
$$;

create function address_search_text(address jsonb) returns text language sql immutable parallel safe as $$
  select search_text(variadic
    array[address ->> 'name', address ->> 'company', address ->> 'city', address ->> 'region',
      address ->> 'postalCode', address ->> 'country']
    || array(select jsonb_array_elements_text(address -> 'lines')))
$$;

alter table orders
  add column number_key text collate "C" generated always as (natural_key(number)) stored,
  add column search text generated always as (search_text(number)) stored;
drop index orders_by_time;
create index orders_by_time on orders (customer_id, placed_at, number_key, order_id collate "C");

-- Ids, which break the ties of equal times, also sort by byte.
drop index notes_by_time;
create index notes_by_time on notes (customer_id, pinned, created_at, note_id collate "C");
drop index coupons_by_time;
create index coupons_by_time on coupons (customer_id, issued_at, coupon_id collate "C");

alter table products
  add column title_key text collate "C" generated always as (natural_key(title)) stored,
  add column sku_key text collate "C" generated always as (natural_key(sku)) stored,
  add column search text generated always as (search_text(title, sku)) stored;

alter table order_lines add column search text generated always as (search_text(title, sku)) stored;

alter table notes
  add column search text generated always as (search_text(body, author ->> 'id', author ->> 'name')) stored;

alter table credit_entries add column search text generated always as (
  search_text(details ->> 'description', details ->> 'reference', details #>> '{actor,name}',
    details #>> '{reason,label}', details #>> '{kind,label}')
) stored;

alter table coupons add column search text generated always as (search_text(details ->> 'name')) stored;

alter table addresses add column search text generated always as (address_search_text(address)) stored;

alter table business_accounts
  add column name_key text collate "C" generated always as (natural_key(name)) stored,
  add column search text generated always as (search_text(name)) stored;
