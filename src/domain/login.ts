import * as v from 'valibot';
import { Id, ShortText } from './bounds.ts';
import { Coded, field, isWithheld, type Field } from './field.ts';
import { Instant } from './time.ts';

/** The codes of a login's outcome. */
export const loginOutcomes = [
  /** The customer was signed in. */
  'succeeded',
  /** The customer was not signed in: a wrong password, an expired link. */
  'failed',
  /** The platform refused the attempt without checking it: too many before it, or a locked account. */
  'blocked',
] as const;

/** The codes of the method of a login. */
export const loginMethods = [
  'password',
  /** A link or a code that was sent to the customer. */
  'link',
  'passkey',
  /** An account elsewhere, such as at a social network. */
  'external',
] as const;

/** A customer's attempt to sign in to the shop. */
export const Login = v.object({
  id: Id,
  customerId: Id,
  /** The time of the attempt. */
  at: Instant,
  /** Known codes: `loginOutcomes`. */
  outcome: Coded,
  /** Known codes: `loginMethods`. */
  method: v.optional(Coded),
  /** The device or browser, in the platform's own words. */
  device: v.optional(v.nullable(ShortText)),
  /** The IP address of the device. Personal data: masked for operators without permission. */
  ip: v.optional(v.nullable(field(ShortText))),
  /** Where that address is, in the platform's own words. It is an estimate. */
  place: v.optional(v.nullable(ShortText)),
});
export type Login = v.InferOutput<typeof Login>;

/** Returns a login with its IP address masked, except for the first part. */
export const maskedLogin = (login: Login): Login => ({ ...login, ip: maskIp(login.ip) });

function maskIp(ip: Field<string> | null | undefined): Field<string> | null | undefined {
  if (ip === undefined || ip === null || isWithheld(ip)) return ip;
  const [, first = '', sign = '.'] = /^([\da-f]+)([.:])/i.exec(ip) ?? [];
  return { withheld: 'masked', display: `${first}${sign}•••••` };
}
