import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import type { AddressInput, DefaultInput } from '../../domain/address.ts';
import type { CouponInput } from '../../domain/coupon.ts';
import type { CreditAdjustment } from '../../domain/credit.ts';
import type { CustomerChange, PasswordInput, RevealInput, StatusInput } from '../../domain/customer-change.ts';
import type { NoteChange, NoteInput } from '../../domain/note.ts';
import { BadRequest, pathBelow, readCall, type Call } from './call.ts';
import { changesPath } from './changes.ts';
import { entityTag } from './headers.ts';
import { operations } from './operations.ts';
import { problemOf, problemType } from './problem.ts';
import type { Operation } from './routes.ts';
import { serveChanges } from './serve-changes.ts';

/** Answers a request of the protocol from an adapter: the server that stands behind tests and stories. */
export async function serve(request: Request, adapter: Adapter, baseUrl: string): Promise<Response> {
  try {
    if (request.method === 'GET' && pathBelow(baseUrl, new URL(request.url)) === changesPath)
      return await serveChanges(request, adapter);
    const call = await readCall(request, baseUrl);
    const answer = handlers[call.operation](adapter, call);
    if (!answer) throw new AdapterError('unsupported');
    return answerOf(call, await answer, request);
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

type Handler = (adapter: Adapter, call: Call) => Promise<unknown> | undefined;

const id = ({ ids }: Call, name: string): string => ids[name] ?? '';
const customer = (call: Call): string => id(call, 'customerId');

// `readCall` has checked each body against its operation's schema.
const handlers: Readonly<Record<Operation, Handler>> = {
  'customers.get': ({ customers }, call) => customers?.get?.(customer(call), call.read),
  'customers.update': ({ customers }, call) =>
    customers?.update?.(customer(call), call.body as CustomerChange, call.write),
  'customers.setPassword': ({ customers }, call) =>
    customers?.setPassword?.(customer(call), call.body as PasswordInput, call.write),
  'customers.setStatus': ({ customers }, call) =>
    customers?.setStatus?.(customer(call), call.body as StatusInput, call.write),
  'customers.reveal': ({ customers }, call) =>
    customers?.reveal?.(customer(call), call.body as RevealInput, call.write),
  'addresses.list': ({ addresses }, call) => addresses?.list?.(customer(call), call.page, call.read),
  'addresses.create': ({ addresses }, call) =>
    addresses?.create?.(customer(call), call.body as AddressInput, call.write),
  'addresses.update': ({ addresses }, call) =>
    addresses?.update?.(customer(call), id(call, 'addressId'), call.body as AddressInput, call.write),
  'addresses.delete': ({ addresses }, call) => addresses?.delete?.(customer(call), id(call, 'addressId'), call.write),
  'addresses.setDefault': ({ addresses }, call) =>
    addresses?.setDefault?.(customer(call), id(call, 'addressId'), (call.body as DefaultInput).use, call.write),
  'businessAccounts.list': ({ businessAccounts }, call) =>
    businessAccounts?.list?.(customer(call), call.page, call.read),
  permissions: (adapter, call) => adapter.permissions?.(customer(call), call.read),
  'stats.get': ({ stats }, call) => stats?.get?.(customer(call), call.page.range ?? {}, call.read),
  'orders.list': ({ orders }, call) => orders?.list?.(customer(call), call.page, call.read),
  'orders.get': ({ orders }, call) => orders?.get?.(customer(call), id(call, 'orderId'), call.read),
  'crossSell.list': ({ crossSell }, call) => crossSell?.list?.(customer(call), call.page, call.read),
  'notes.list': ({ notes }, call) => notes?.list?.(customer(call), call.page, call.read),
  'notes.create': ({ notes }, call) => notes?.create?.(customer(call), call.body as NoteInput, call.write),
  'notes.update': ({ notes }, call) =>
    notes?.update?.(customer(call), id(call, 'noteId'), call.body as NoteChange, call.write),
  'notes.delete': ({ notes }, call) => notes?.delete?.(customer(call), id(call, 'noteId'), call.write),
  'notes.restore': ({ notes }, call) => notes?.restore?.(customer(call), id(call, 'noteId'), call.write),
  'notes.revisions': ({ notes }, call) => notes?.revisions?.(customer(call), id(call, 'noteId'), call.page, call.read),
  'credit.accounts': ({ credit }, call) => credit?.accounts?.(customer(call), call.page, call.read),
  'credit.entries': ({ credit }, call) =>
    credit?.entries?.(customer(call), id(call, 'accountId'), call.page, call.read),
  'credit.adjust': ({ credit }, call) => credit?.adjust?.(customer(call), call.body as CreditAdjustment, call.write),
  'coupons.list': ({ coupons }, call) => coupons?.list?.(customer(call), call.page, call.read),
  'coupons.issue': ({ coupons }, call) => coupons?.issue?.(customer(call), call.body as CouponInput, call.write),
  'coupons.revoke': ({ coupons }, call) => coupons?.revoke?.(customer(call), id(call, 'couponId'), call.write),
};

function answerOf({ operation, write }: Call, body: unknown, request: Request): Response {
  const { status } = operations[operation];
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (status === 204) return new Response(null, { status, headers });
  const record: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  if (typeof record['version'] === 'string') headers.set('ETag', entityTag(record['version']));
  if (status === 201 && typeof record['id'] === 'string')
    headers.set('Location', `${new URL(request.url).pathname}/${encodeURIComponent(record['id'])}`);
  return Response.json(body, { status: write.dryRun ? 200 : status, headers });
}

/** Whatever was thrown as problem details. A network that fails has no answer, and an abort is waited for by nobody. */
function refusalOf(thrown: unknown): Response {
  const error = toAdapterError(thrown);
  if (error.code === 'offline') return Response.error();
  const problem = problemOf(error, thrown instanceof BadRequest ? thrown.status : undefined);
  const headers = new Headers({ 'Content-Type': problemType, 'Cache-Control': 'no-store' });
  if (problem.retryAfter !== undefined) headers.set('Retry-After', String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
