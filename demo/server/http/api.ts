import { Hono, type Context, type HonoRequest } from 'hono';
import * as v from 'valibot';
import { check } from '../../../src/adapter/check.ts';
import { entityTag, reasonHeader, textHeader, textOf, versionOf } from '../../../src/adapters/rest/headers.ts';
import { operations, type OperationContract } from '../../../src/adapters/rest/operations.ts';
import { routes, type Operation } from '../../../src/adapters/rest/routes.ts';
import { recordChanges } from '../changes/record.ts';
import type { Database, Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { handlers } from '../operations/handlers.ts';
import type { Answer, Call } from '../operations/operation.ts';
import { permissionsOf, type Operator } from '../roles.ts';
import { authenticate } from './authenticate.ts';
import { readJson } from './body.ts';
import { once } from './idempotency.ts';
import { problemAnswer } from './problems.ts';
import { readList, readRange, refuseUnknown } from './query.ts';
import { invalid, notFound, Refusal } from './refusal.ts';

/** Every operation of the HTTP binding, made from its table of routes. */
export function makeApi(database: Database): Hono {
  const api = new Hono();
  for (const operation of Object.keys(routes) as Operation[]) {
    const { method, path } = routes[operation];
    api.on(method, pattern(path), async (context) => {
      const operator = await authenticate(database, context.req.header('Authorization'));
      return operations[operation].kind === 'write'
        ? await write(database, operation, operator, context)
        : await read(database, operation, operator, context);
    });
  }
  for (const path of new Set(Object.values(routes).map((route) => route.path))) {
    const allowed = Object.values(routes).filter((route) => route.path === path);
    api.all(pattern(path), (context) => {
      const answer = problemAnswer(new Refusal('unsupported', {}, 405), context);
      answer.headers.set('Allow', allowed.map(({ method }) => method).join(', '));
      return answer;
    });
  }
  return api;
}

/** A path of the table as Hono writes it. */
const pattern = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

async function read(database: Database, operation: Operation, operator: Operator, context: Context): Promise<Response> {
  const call = callOf(database, operator, context);
  await requireCustomer(database, call.customerId);
  if (operations[operation].kind === 'record') refuseUnknown(context.req.query(), []);
  return respond(await handlers[operation](call), operations[operation].status, context);
}

async function write(
  database: Database,
  operation: Operation,
  operator: Operator,
  context: Context,
): Promise<Response> {
  const contract = operations[operation];
  const key = keyOf(context);
  const request = {
    reason: reasonIn(contract, context),
    body: contract.body && (await readJson(context)),
    ifVersion: baseVersion(contract, context),
    dryRun: isDryRun(contract, context),
  };
  const answer = await database.transaction(async (tx) => {
    const call = { ...callOf(tx, operator, context), ...request };
    const { customerId, body } = call;
    // Within `once`: what was carried out is answered as it was, also to who may not, or has too little, by now.
    const carryOut = async (): Promise<Answer> => {
      refuseDenied(operation, operator);
      await requireCustomer(tx, customerId);
      const answer = await handlers[operation](call);
      if (call.dryRun) return answer;
      const recordId = answer.location ?? recordIdIn(context);
      await recordChanges(tx, { operation, customerId, recordId, operatorId: operator.id, key });
      return answer;
    };
    // What is secret is kept nowhere, so that to send it again is to do it again.
    if (call.dryRun || contract.secret) return carryOut();
    const intention = {
      customerId,
      operatorId: operator.id,
      route: `${context.req.method} ${context.req.path}`,
      key,
      body,
    };
    return once(tx, intention, carryOut);
  });
  return respond(answer, request.dryRun ? 200 : contract.status, context);
}

const callOf = (db: Queryable, operator: Operator, { req }: Context): Call => ({
  db,
  operator,
  customerId: idIn(req, 'customerId'),
  id: (name) => idIn(req, name),
  list: (features) => readList(req.path, req.query(), textIn(req, textHeader), features),
  range: () => readRange(req.query()),
  body: undefined,
  ifVersion: undefined,
  reason: undefined,
  dryRun: false,
});

/** An id in the path. None has a character that the database does not take. */
function idIn(req: HonoRequest, name: string): string {
  const id = req.param(name) ?? '';
  if (id.includes('\0')) throw notFound();
  return id;
}

/** What a header says in words; refuses one that cannot be read, for without it another question would be answered. */
function textIn(req: HonoRequest, name: string): string | undefined {
  const header = req.header(name);
  const text = textOf(header);
  if (header !== undefined && text === undefined) throw invalid({ [name]: 'is not percent-encoded UTF-8' });
  return text;
}

/** The record that a path leads to, below its customer. */
const recordIdIn = ({ req }: Context): string | undefined =>
  Object.entries(req.param())
    .filter(([name]) => name !== 'customerId')
    .at(-1)?.[1];

async function requireCustomer(db: Queryable, customerId: string): Promise<void> {
  const found = await db.query(sql`select 1 from customers where customer_id = ${customerId}`);
  if (found.length === 0) throw notFound();
}

function refuseDenied(operation: Operation, operator: Operator): void {
  const permission = permissionsOf(operator)[operation];
  if (permission?.state !== 'allowed')
    throw new Refusal('forbidden', permission?.state === 'denied' ? { reason: permission.reason } : {});
}

function keyOf({ req }: Context): string {
  const key = req.header('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid({ 'Idempotency-Key': 'is missing, or not 1 to 200 visible characters' });
  return key;
}

function baseVersion({ version }: OperationContract, { req }: Context): string | undefined {
  const base = versionOf(req.header('If-Match') ?? null);
  if (version === 'required' && base === undefined) {
    throw new Refusal(
      'validation',
      { fieldErrors: { 'If-Match': 'does not name the version that the change is based on' } },
      428,
    );
  }
  return base;
}

function reasonIn({ reason: isDemanded }: OperationContract, { req }: Context): string | undefined {
  const reason = textIn(req, reasonHeader)?.trim();
  if (isDemanded && !reason) throw invalid({ [reasonHeader]: 'is missing' });
  return reason;
}

function isDryRun({ dryRun }: OperationContract, { req }: Context): boolean {
  refuseUnknown(req.query(), dryRun ? ['dryRun'] : []);
  return check(v.object({ dryRun: v.optional(v.picklist(['true', 'false'])) }), req.query()).dryRun === 'true';
}

function respond({ body, version, location }: Answer, status: OperationContract['status'], context: Context): Response {
  context.header('Cache-Control', 'no-store');
  if (version !== undefined) context.header('ETag', entityTag(version));
  if (location !== undefined) context.header('Location', `${context.req.path}/${encodeURIComponent(location)}`);
  return status === 204 ? context.body(null, status) : context.json(body, status);
}
