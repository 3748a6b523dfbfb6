import { Hono, type Context, type HonoRequest } from 'hono';
import * as v from 'valibot';
import { check } from '../../../src/adapter/check.ts';
import { protocolCapabilities } from '../../../src/adapter/capabilities.ts';
import type { Capabilities } from '../../../src/domain/capabilities.ts';
import { noteVisibilities } from '../../../src/domain/note.ts';
import type { WriteOperation } from '../../../src/adapter/operation.ts';
import {
  methodOf,
  operationNames,
  operations,
  pathOf,
  statusOf,
  type OperationName,
  type WriteName,
} from '../../../src/adapter/operations.ts';
import { bodySchemaOf } from '../../../src/adapter/schemas.ts';
import { entityTag, reasonHeader, textHeader, textOf, versionOf } from '../../../src/adapters/rest/headers.ts';
import { openings } from '../../../src/adapters/memory/credit.ts';
import { capabilitiesPath } from '../../../src/adapters/rest/fetch-capabilities.ts';
import { recordChanges } from '../changes/record.ts';
import type { Database, Queryable } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { handlerOf } from '../operations/handlers.ts';
import type { Answer, Call } from '../operations/operation.ts';
import { permissionsOf, type Operator } from '../roles.ts';
import { authenticate } from './authenticate.ts';
import { readJson } from './body.ts';
import { once } from './idempotency.ts';
import { problemAnswer, invalid, notFound, RequestError } from './problems.ts';
import { readList, readRange, rejectUnknown } from './query.ts';

/** What this server supports besides the protocol: who can read notes, and the accounts that it opens. */
export const shopCapabilities: Capabilities = {
  ...protocolCapabilities,
  notes: { visibilities: noteVisibilities },
  logins: { retention: 'P1Y' },
  credit: { openings },
};

/** Creates the routes of all operations from the operation table. */
export function createApi(database: Database): Hono {
  const api = new Hono();
  api.get(capabilitiesPath, async (context) => {
    await authenticate(database, context.req.header('Authorization'));
    return context.json(shopCapabilities, 200, { 'Cache-Control': 'no-store' });
  });
  for (const name of operationNames) {
    const operation = operations[name];
    api.on(methodOf(operation), pattern(pathOf(operation)), async (context) => {
      const operator = await authenticate(database, context.req.header('Authorization'));
      return operation.kind === 'write'
        ? await write(database, name as WriteName, operation, operator, context)
        : await read(database, name, operator, context);
    });
  }
  for (const path of new Set(operationNames.map((name) => pathOf(operations[name])))) {
    const allowed = operationNames.map((name) => operations[name]).filter((operation) => pathOf(operation) === path);
    api.all(pattern(path), (context) => {
      const answer = problemAnswer(new RequestError('unsupported', {}, 405), context);
      answer.headers.set('Allow', allowed.map(methodOf).join(', '));
      return answer;
    });
  }
  return api;
}

/** Converts a path of the table to Hono's syntax. */
const pattern = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

async function read(database: Database, name: OperationName, operator: Operator, context: Context): Promise<Response> {
  const operation = operations[name];
  const call = { ...callOf(database, name, operator, context), body: undefined as never };
  if (operation.scope === 'customer') await requireCustomer(database, call.customerId);
  if (operation.kind === 'read' && !operation.range) rejectUnknown(context.req.query(), []);
  return respond(await handlerOf(name)(call), statusOf(operation), context);
}

async function write(
  database: Database,
  name: WriteName,
  operation: WriteOperation,
  operator: Operator,
  context: Context,
): Promise<Response> {
  const key = keyOf(context);
  const request = {
    reason: reasonIn(operation, context),
    ifVersion: baseVersion(operation, context),
    dryRun: isDryRun(operation, context),
  };
  const schema = bodySchemaOf(operation);
  const body = schema && (await readJson(context));
  const answer = await database.transaction(async (tx) => {
    const call = { ...callOf(tx, name, operator, context), ...request };
    const { customerId } = call;
    const isOfCustomer = operation.scope === 'customer';
    // Permissions and balance are checked inside `once`: a repeated write gets its stored response even if the operator
    // could not carry it out now.
    const carryOut = async (): Promise<Answer> => {
      requirePermission(name, operator);
      // Locked before the lock of changes, which all other writes wait for. The idempotency key, which is stored under
      // that lock and refers to the customer, then waits for nobody.
      if (isOfCustomer) await requireCustomer(tx, customerId, sql`for key share`);
      // The schema produces the type that the handler requires, which `handlers.ts` ensures.
      const answer = await handlerOf(name)({ ...call, body: (schema && check(schema, body)) as never });
      if (call.dryRun) return answer;
      const recordId = answer.location ?? recordIdIn(context);
      await recordChanges(tx, { name, customerId, recordId, operatorId: operator.id, key });
      return answer;
    };
    // Secrets are not stored, so a repeated request is carried out again.
    if (call.dryRun || operation.isSecret) return carryOut();
    const intention = {
      customerId: isOfCustomer ? customerId : undefined,
      operatorId: operator.id,
      route: `${context.req.method} ${context.req.path}`,
      key,
      body,
    };
    return once(tx, intention, carryOut);
  });
  return respond(answer, request.dryRun ? 200 : statusOf(operation), context);
}

const callOf = (db: Queryable, name: OperationName, operator: Operator, { req }: Context): Omit<Call, 'body'> => ({
  db,
  operator,
  customerId: idIn(req, 'customerId'),
  id: (name) => idIn(req, name),
  list: () => readList(req.path, req.query(), textIn(req, textHeader), protocolCapabilities[name] ?? {}),
  range: () => readRange(req.query()),
  ifVersion: undefined,
  reason: undefined,
  dryRun: false,
});

/** Returns an id from the path. Rejects characters that the database cannot store. */
function idIn(req: HonoRequest, name: string): string {
  const id = req.param(name) ?? '';
  if (id.includes('\0')) throw notFound();
  return id;
}

/** Returns the decoded text in a header. Throws if it is invalid: ignoring it would return a wrong result. */
function textIn(req: HonoRequest, name: string): string | undefined {
  const header = req.header(name);
  const text = textOf(header);
  if (header !== undefined && text === undefined) throw invalid({ [name]: 'is not percent-encoded UTF-8' });
  return text;
}

/** Returns the id of the record in a path, if there is one besides the customer's. */
const recordIdIn = ({ req }: Context): string | undefined =>
  Object.entries(req.param())
    .filter(([name]) => name !== 'customerId')
    .at(-1)?.[1];

async function requireCustomer(db: Queryable, customerId: string, lock = nothing): Promise<void> {
  const found = await db.query(sql`select 1 from customers where customer_id = ${customerId} ${lock}`);
  if (found.length === 0) throw notFound();
}

function requirePermission(operation: WriteName, operator: Operator): void {
  const permission = permissionsOf(operator)[operation];
  if (permission?.state !== 'allowed' && permission?.state !== 'deprecated')
    throw new RequestError('forbidden', permission?.state === 'denied' ? { reason: permission.reason } : {});
}

function keyOf({ req }: Context): string {
  const key = req.header('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid({ 'Idempotency-Key': 'is missing, or not 1 to 200 visible characters' });
  return key;
}

function baseVersion({ version }: WriteOperation, { req }: Context): string | undefined {
  const base = versionOf(req.header('If-Match') ?? null);
  if (version === 'required' && base === undefined) {
    throw new RequestError(
      'validation',
      { fieldErrors: { 'If-Match': 'does not name the version that the change is based on' } },
      428,
    );
  }
  return base;
}

function reasonIn({ needsReason }: WriteOperation, { req }: Context): string | undefined {
  const reason = textIn(req, reasonHeader)?.trim();
  if (needsReason && !reason) throw invalid({ [reasonHeader]: 'is missing' });
  return reason;
}

function isDryRun({ dryRun }: WriteOperation, { req }: Context): boolean {
  rejectUnknown(req.query(), dryRun ? ['dryRun'] : []);
  return check(v.object({ dryRun: v.optional(v.picklist(['true', 'false'])) }), req.query()).dryRun === 'true';
}

function respond({ body, version, location }: Answer, status: ReturnType<typeof statusOf>, context: Context): Response {
  context.header('Cache-Control', 'no-store');
  if (version !== undefined) context.header('ETag', entityTag(version));
  if (location !== undefined) context.header('Location', `${context.req.path}/${encodeURIComponent(location)}`);
  return status === 204 ? context.body(null, status) : context.json(body, status);
}
