// How long what is written may be, in characters. Apart from the schemas, which pages load first.

/** Parts of an address; of its lines each. */
export const addressLengths = {
  name: 200,
  company: 200,
  lines: 200,
  city: 200,
  region: 200,
  postalCode: 40,
  country: 80,
  phone: 60,
} as const;

/** How many lines an address may have. */
export const maxLines = 6;

/** What is written of a customer, and why something is revealed. */
export const customerLengths = { login: 200, recoveryEmail: 320, password: 200, reason: 300 } as const;

/** Why credit is adjusted, and what it refers to. */
export const longestDescription = 500;
export const longestReference = 100;

/** The name of a coupon. */
export const longestCouponName = 200;
