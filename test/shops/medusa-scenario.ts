import type { MedusaShop } from './medusa-shop.ts';

interface Item {
  readonly id: string;
  readonly quantity: number;
}
interface Order {
  readonly id: string;
  readonly payment_status: string;
  readonly fulfillment_status: string;
  readonly items: readonly Item[];
  readonly payment_collections: readonly { readonly payments: readonly { readonly id: string }[] }[];
}

/** The customers and records of the test. */
export interface Scenario {
  /** A customer with orders of every kind, three addresses and an account. */
  readonly full: string;
  readonly empty: string;
  readonly accountId: string;
  /** An order of 3 × €12.50 with a discount of 33 % and German tax, of which one unit came back. */
  readonly taxedOrder: string;
  readonly requestedReturn: string;
  readonly receivedReturn: string;
}

const emailOfFull = 'customer21@example.test';

/** Adds to the seed what it does not have: returns, taxes, promotions, several parcels, addresses. */
export async function prepareScenario(shop: MedusaShop): Promise<Scenario> {
  const { customers } = await shop.get<{ customers: { id: string }[] }>(`/admin/customers?email=${emailOfFull}`);
  const full = customers[0]!.id;
  const empty = await register(shop, 'nothing-yet@example.test');
  for (const name of ['Office', 'Depot'])
    await shop.post(`/admin/customers/${full}/addresses`, {
      address_name: name,
      address_1: `1 ${name} Road`,
      city: 'London',
      country_code: 'gb',
    });
  const accountId = await accountOf(shop, full);
  const taxedOrder = await placeTaxedOrder(shop);
  await fulfill(shop, taxedOrder, ['PARCEL-1', 'PARCEL-2']);
  const fields = 'id,payment_status,fulfillment_status,*items,*payment_collections.payments';
  const { orders } = await shop.get<{ orders: Order[] }>(`/admin/orders?customer_id=${full}&limit=50&fields=${fields}`);
  const delivered = orders.find((order) => order.fulfillment_status === 'delivered' && order.items.length > 2)!;
  const requestedReturn = await requestReturn(shop, delivered.id, [{ ...delivered.items[0]!, quantity: 1 }]);
  const taxed = orders.find(({ id }) => id === taxedOrder)!;
  const goods = [{ ...taxed.items[0]!, quantity: 1 }];
  const receivedReturn = await requestReturn(shop, taxedOrder, goods);
  await shop.post(`/admin/returns/${receivedReturn}/receive`);
  await shop.post(`/admin/returns/${receivedReturn}/receive-items`, {
    items: goods.map(({ id, quantity }) => ({ id, quantity })),
  });
  await shop.post(`/admin/returns/${receivedReturn}/receive/confirm`);
  return { full, empty, accountId, taxedOrder, requestedReturn, receivedReturn };
}

/** Registers a customer through the storefront: without an account, another one may have the same e-mail address. */
async function register(shop: MedusaShop, email: string): Promise<string> {
  const post = <T>(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<T> =>
    shop.call<T>('POST', path, body, headers);
  const login = { email, password: 'password' };
  const { token } = await post<Token>('/auth/customer/emailpass/register', login, { Authorization: '' });
  const headers = { Authorization: `Bearer ${token}`, 'x-publishable-api-key': await storeKey(shop) };
  const { customer } = await post<{ customer: { id: string } }>('/store/customers', { email }, headers);
  return customer.id;
}

interface Token {
  readonly token: string;
}

async function storeKey(shop: MedusaShop): Promise<string> {
  const { api_keys: keys } = await shop.get<{ api_keys: Token[] }>('/admin/api-keys?type=publishable');
  return keys[0]!.token;
}

async function accountOf(shop: MedusaShop, customerId: string): Promise<string> {
  const { store_credit_accounts: accounts } = await shop.get<{ store_credit_accounts: { id: string }[] }>(
    `/admin/store-credit-accounts?customer_id=${customerId}`,
  );
  const { id } = accounts[0]!;
  for (const amount of [50, 3.33, 0.1])
    await shop.post(`/admin/store-credit-accounts/${id}/credit`, { amount, note: `Goodwill of ${amount}` });
  return id;
}

/** Places an order through the storefront, as the customer. */
async function placeTaxedOrder(shop: MedusaShop): Promise<string> {
  await shop.post('/admin/tax-regions', {
    country_code: 'de',
    provider_id: 'tp_system',
    default_tax_rate: { rate: 19, code: 'VAT', name: 'VAT' },
  });
  await shop.post('/admin/promotions', {
    code: 'THIRD',
    type: 'standard',
    status: 'active',
    application_method: {
      type: 'percentage',
      target_type: 'items',
      allocation: 'across',
      value: 33,
      currency_code: 'eur',
    },
  });
  // The customer's group has prices of its own, and this order is about the usual one.
  const { price_lists: lists } = await shop.get<{ price_lists: { id: string }[] }>('/admin/price-lists');
  for (const { id } of lists) await shop.call('DELETE', `/admin/price-lists/${id}`);
  const { products } = await shop.get<{ products: { variants: { id: string }[] }[] }>(
    '/admin/products?title=Product 1&fields=*variants',
  );
  const { regions } = await shop.get<{ regions: { id: string }[] }>('/admin/regions');
  const { token } = await shop.call<Token>(
    'POST',
    '/auth/customer/emailpass',
    { email: emailOfFull, password: 'password' },
    { Authorization: '' },
  );
  const headers = { Authorization: `Bearer ${token}`, 'x-publishable-api-key': await storeKey(shop) };
  const store = <T>(path: string, body: unknown = {}): Promise<T> => shop.call<T>('POST', path, body, headers);
  const address = {
    first_name: 'Ben',
    last_name: 'Müller',
    address_1: '22 High Street',
    city: 'Berlin',
    country_code: 'de',
    postal_code: '10115',
  };
  const { cart } = await store<{ cart: { id: string } }>('/store/carts', {
    region_id: regions[0]!.id,
    email: emailOfFull,
    items: [{ variant_id: products[0]!.variants[0]!.id, quantity: 3 }],
    shipping_address: address,
    billing_address: address,
    promo_codes: ['THIRD'],
  });
  const options = await shop.call<{ shipping_options: { id: string }[] }>(
    'GET',
    `/store/shipping-options?cart_id=${cart.id}`,
    undefined,
    headers,
  );
  await store(`/store/carts/${cart.id}/shipping-methods`, { option_id: options.shipping_options[0]!.id });
  const { payment_collection: collection } = await store<{ payment_collection: { id: string } }>(
    '/store/payment-collections',
    { cart_id: cart.id },
  );
  await store(`/store/payment-collections/${collection.id}/payment-sessions`, { provider_id: 'pp_system_default' });
  const { order } = await store<{ order: { id: string } }>(`/store/carts/${cart.id}/complete`);
  const { order: placed } = await shop.get<{ order: Order }>(`/admin/orders/${order.id}`);
  await shop.post(`/admin/payments/${placed.payment_collections[0]!.payments[0]!.id}/capture`);
  return order.id;
}

async function fulfill(shop: MedusaShop, orderId: string, trackingNumbers: readonly string[]): Promise<void> {
  const { stock_locations: locations } = await shop.get<{ stock_locations: { id: string }[] }>(
    '/admin/stock-locations',
  );
  const { order } = await shop.get<{ order: Order }>(`/admin/orders/${orderId}`);
  const items = order.items.map(({ id, quantity }) => ({ id, quantity }));
  const { order: fulfilled } = await shop.post<{ order: { fulfillments: { id: string }[] } }>(
    `/admin/orders/${orderId}/fulfillments?fields=*fulfillments`,
    { location_id: locations[0]!.id, items },
  );
  const at = `/admin/orders/${orderId}/fulfillments/${fulfilled.fulfillments[0]!.id}`;
  await shop.post(`${at}/shipments`, {
    items,
    labels: trackingNumbers.map((number) => ({
      tracking_number: number,
      tracking_url: `https://carrier.example/${number}`,
      label_url: `https://carrier.example/${number}.pdf`,
    })),
  });
  await shop.post(`${at}/mark-as-delivered`);
}

async function requestReturn(shop: MedusaShop, orderId: string, items: readonly Item[]): Promise<string> {
  const { return: back } = await shop.post<{ return: { id: string } }>('/admin/returns', { order_id: orderId });
  await shop.post(`/admin/returns/${back.id}/request-items`, {
    items: items.map(({ id, quantity }) => ({ id, quantity })),
  });
  await shop.post(`/admin/returns/${back.id}/request`);
  return back.id;
}
