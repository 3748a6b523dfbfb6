import type { VendureShop } from './vendure-shop.ts';

// Prepares the test customers, through the API alone: what the seed lacks of what the conformance kit asks for.

interface Customers {
  /** Has orders of every kind, addresses and notes. */
  readonly full: string;
  /** Has nothing. */
  readonly empty: string;
}

const one = <T>([first]: readonly T[]): T => first!;

/** Returns the two customers of the kit. */
export async function prepareCustomers(shop: VendureShop): Promise<Customers> {
  await createCountries(shop, ['TR', 'FR', 'GB']);
  const { customers } = await shop.ask<{ customers: { items: { id: string }[] } }>(
    '{ customers(options: { filter: { emailAddress: { eq: "customer8@example.test" } } }) { items { id } } }',
  );
  const full = one(customers.items).id;
  for (const [streetLine1, city] of [
    ['4 Mill Lane', 'Leeds'],
    ['5 Mill Lane', 'York'],
    ['6 Mill Lane', 'Hull'],
  ])
    await shop.ask(
      `mutation($id: ID!, $input: CreateAddressInput!) { createCustomerAddress(customerId: $id, input: $input) { id } }`,
      { id: full, input: { fullName: 'Ivan Rossi', streetLine1, city, countryCode: 'GB' } },
    );
  for (const note of ['Prefers the morning', 'Rings twice', 'Has a dog', 'Pays by invoice'])
    await shop.ask('mutation($input: AddNoteToCustomerInput!) { addNoteToCustomer(input: $input) { id } }', {
      input: { id: full, note, isPublic: false },
    });
  return { full, empty: await createCustomer(shop, 'nothing@example.test') };
}

export async function createCustomer(shop: VendureShop, emailAddress: string, password?: string): Promise<string> {
  const { createCustomer: customer } = await shop.ask<{ createCustomer: { id: string } }>(
    `mutation($input: CreateCustomerInput!, $password: String) {
      createCustomer(input: $input, password: $password) { ... on Customer { id } }
    }`,
    { input: { firstName: 'Nell', lastName: 'Null', emailAddress }, password },
  );
  return customer.id;
}

async function createCountries(shop: VendureShop, codes: readonly string[]): Promise<void> {
  const { countries } = await shop.ask<{ countries: { items: { code: string }[] } }>(
    '{ countries { items { code } } }',
  );
  for (const code of codes.filter((wanted) => !countries.items.some((known) => known.code === wanted)))
    await shop.ask('mutation($input: CreateCountryInput!) { createCountry(input: $input) { id } }', {
      input: { code, enabled: true, translations: [{ languageCode: 'en', name: code }] },
    });
}

/** Creates an administrator who may only read, and returns the name and password. */
export async function createReader(shop: VendureShop) {
  const { createRole } = await shop.ask<{ createRole: { id: string } }>(
    'mutation($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { code: 'reader', description: 'Reads', permissions: ['ReadCustomer', 'ReadOrder'] } },
  );
  const reader = { username: 'reader@example.test', password: 'reader-of-all' };
  await shop.ask('mutation($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }', {
    input: {
      firstName: 'Rita',
      lastName: 'Reader',
      emailAddress: reader.username,
      password: reader.password,
      roleIds: [createRole.id],
    },
  });
  return reader;
}

/**
 * Makes the orders of a customer more various: one is partly canceled, one has a fee and a discount added later, and one
 * is refunded in full.
 */
export async function varyOrders(shop: VendureShop, customerId: string): Promise<void> {
  interface Order {
    readonly id: string;
    readonly state: string;
    readonly lines: readonly { readonly id: string; readonly quantity: number }[];
    readonly payments: readonly { readonly id: string; readonly amount: number }[];
  }
  const { customer } = await shop.ask<{ customer: { orders: { items: Order[] } } }>(
    `query($id: ID!) { customer(id: $id) {
      orders(options: { filter: { orderPlacedAt: { isNull: false } }, sort: { id: ASC } }) {
        items { id state lines { id quantity } payments { id amount } }
      }
    } }`,
    { id: customerId },
  );
  const orders = customer.orders.items;
  const settled = orders.find(({ state }) => state === 'PaymentSettled')!;
  const delivered = orders.find(({ state }) => state === 'Delivered')!;
  const line = settled.lines.find(({ quantity }) => quantity > 1)!;
  await shop.ask('mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }', {
    input: { orderId: settled.id, lines: [{ orderLineId: line.id, quantity: 1 }], reason: 'One too many' },
  });
  const payment = one(delivered.payments);
  const { refundOrder } = await shop.ask<{ refundOrder: { id: string } }>(
    'mutation($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { id } } }',
    { input: { paymentId: payment.id, amount: payment.amount, lines: [], shipping: 0, adjustment: 0, reason: 'Lost' } },
  );
  await shop.ask('mutation($id: ID!) { settleRefund(input: { id: $id, transactionId: "R-1" }) { __typename } }', {
    id: refundOrder.id,
  });
}

/** Creates a promotion of 15% on the whole order, with a coupon, and an order of a new customer who used it. */
export async function orderWithCoupon(
  shop: VendureShop,
): Promise<{ readonly customerId: string; readonly code: string }> {
  const code = 'FIFTEEN';
  await shop.ask(
    'mutation($input: CreatePromotionInput!) { createPromotion(input: $input) { ... on Promotion { id } } }',
    {
      input: {
        enabled: true,
        couponCode: code,
        conditions: [],
        actions: [{ code: 'order_percentage_discount', arguments: [{ name: 'discount', value: '15' }] }],
        translations: [{ languageCode: 'en', name: 'Fifteen off' }],
      },
    },
  );
  const password = 'buys-with-coupons';
  const email = 'coupon@example.test';
  const customerId = await createCustomer(shop, email, password);
  const { productVariants } = await shop.ask<{ productVariants: { items: { id: string }[] } }>(
    '{ productVariants(options: { take: 3, sort: { id: ASC } }) { items { id } } }',
  );
  const buyer = shop.storefront();
  await buyer(
    'mutation($email: String!, $password: String!) { login(username: $email, password: $password) { __typename } }',
    {
      email,
      password,
    },
  );
  for (const [at, { id }] of productVariants.items.entries())
    await buyer('mutation($id: ID!, $n: Int!) { addItemToOrder(productVariantId: $id, quantity: $n) { __typename } }', {
      id,
      n: at + 1,
    });
  const address = { fullName: 'Nell Null', streetLine1: '1 Coupon Row', city: 'Leeds', countryCode: 'GB' };
  await buyer('mutation($input: CreateAddressInput!) { setOrderShippingAddress(input: $input) { __typename } }', {
    input: address,
  });
  const { eligibleShippingMethods } = await buyer<{ eligibleShippingMethods: { id: string }[] }>(
    '{ eligibleShippingMethods { id } }',
  );
  await buyer('mutation($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { __typename } }', {
    ids: [one(eligibleShippingMethods).id],
  });
  await buyer('mutation($code: String!) { applyCouponCode(couponCode: $code) { __typename } }', { code });
  await buyer('mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }');
  await buyer('mutation { addPaymentToOrder(input: { method: "standard-payment", metadata: {} }) { __typename } }');
  return { customerId, code };
}
