import type { Adapter } from '../../src/adapter/adapter.ts';

export interface Credentials {
  /** The URL of the shop: the page's own server, or for that server, the shop itself. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** A shop that somebody has signed in to. */
export interface OpenShop {
  readonly adapter: Adapter;
  /** Fetches customers to choose from. */
  customers(): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

interface Shop {
  /** The paths that the page's server passes on to the shop. */
  readonly paths: readonly string[];
  readonly defaultUrl: string;
  /** Returns a token. Rejects with `unauthenticated` if the shop does not accept the password. */
  signIn(credentials: Credentials): Promise<string>;
  /** Opens the shop in the page, through its own server. */
  open(token: string): Promise<OpenShop>;
}

/** The shops that there are adapters for. Each one's code is loaded when it is opened. */
export const shops = {
  medusa: {
    paths: ['/admin', '/auth'],
    defaultUrl: 'http://127.0.0.1:9000',
    async signIn({ url, user: email, password }) {
      const { signIn } = await import('../../src/adapters/medusa/index.ts');
      return signIn({ url, email, password });
    },
    async open(token) {
      const { medusaAdapter } = await import('../../src/adapters/medusa/index.ts');
      const url = location.origin;
      const currencies = ['EUR', 'GBP', 'USD'];
      const adapter = medusaAdapter({
        url,
        getToken: ({ refresh }) => (refresh ? null : token),
        credit: { currencies },
      });
      return {
        adapter,
        async customers() {
          const fields = 'id,email,first_name,last_name';
          const answer = await fetch(`/admin/customers?limit=200&order=email&fields=${fields}`, {
            headers: { Authorization: `Bearer ${token}` },
          });
          const { customers } = (await answer.json()) as { customers: readonly MedusaCustomer[] };
          return customers.map(({ id, email: address, first_name, last_name }) => ({
            id,
            name: [first_name, last_name, `<${address}>`].filter(Boolean).join(' '),
          }));
        },
      };
    },
  },
  vendure: {
    // Pictures are not part of the API.
    paths: ['/admin-api', '/assets'],
    defaultUrl: 'http://127.0.0.1:3100',
    async signIn({ url, user: username, password }) {
      const { signIn } = await import('../../src/adapters/vendure/index.ts');
      return signIn({ url: `${url}/admin-api`, username, password });
    },
    async open(token) {
      const { vendureAdapter } = await import('../../src/adapters/vendure/index.ts');
      const url = '/admin-api';
      return {
        adapter: vendureAdapter({ url, getToken: ({ refresh }) => (refresh ? null : token) }),
        async customers() {
          const answer = await fetch(url, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
            body: JSON.stringify({
              query: `{ customers(options: { take: 200, sort: { lastName: ASC } }) {
                items { id firstName lastName emailAddress }
              } }`,
            }),
          });
          const { data } = (await answer.json()) as { data: { customers: { items: readonly VendureCustomer[] } } };
          return data.customers.items.map(({ id, firstName, lastName, emailAddress }) => ({
            id,
            name: [firstName, lastName, `<${emailAddress}>`].filter(Boolean).join(' '),
          }));
        },
      };
    },
  },
} as const satisfies Readonly<Record<string, Shop>>;

export type ShopName = keyof typeof shops;
export const shopNames = Object.keys(shops) as readonly ShopName[];

interface MedusaCustomer {
  readonly id: string;
  readonly email: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

interface VendureCustomer {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly emailAddress: string;
}
