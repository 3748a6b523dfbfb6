// The maximum lengths of input, in characters. They are apart from the schemas because pages load them first.

/** The members of an address; `lines` is the length of each line. */
export const addressLengths = {
  label: 100,
  name: 200,
  company: 200,
  lines: 200,
  city: 200,
  region: 200,
  postalCode: 40,
  country: 80,
  phone: 60,
} as const;

/** The maximum number of lines of an address. */
export const maxLines = 6;

/** The values that can be written to a customer, and the reason for revealing a value. */
export const customerLengths = {
  name: 200,
  firstName: 200,
  lastName: 200,
  email: 320,
  phone: 60,
  company: 200,
  login: 200,
  recoveryEmail: 320,
  password: 200,
  reason: 300,
} as const;

/** The description and the reference of a credit adjustment. */
export const maxDescriptionLength = 500;
export const maxReferenceLength = 100;

/** The name of a coupon. */
export const maxCouponNameLength = 200;

/** The details of a reseller. */
export const resellerLengths = { businessName: 200, website: 500, certificate: 100, remark: 2_000 } as const;
