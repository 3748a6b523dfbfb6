import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import { callOperation } from '../../adapter/call-operation.ts';
import { declaredCapabilities } from '../../adapter/capabilities.ts';
import { operations, statusOf } from '../../adapter/operations.ts';
import { BadRequest, pathBelow, readCall, type Call } from './call.ts';
import { changesPath, eventStreamType, eventText, heartbeat, readTopics } from './changes.ts';
import { entityTag } from './headers.ts';
import { problemOf, problemType } from './problem.ts';
import { capabilitiesPath } from './fetch-capabilities.ts';

/**
 * Responds to a request for an event stream with an adapter's changes. Stores no changes, so events have no ids; a
 * stream starts as far back as the adapter reports.
 */
export async function serveChanges(request: Request, adapter: Adapter): Promise<Response> {
  const topics = readTopics(new URL(request.url).searchParams);
  if (!adapter.watch) throw new AdapterError('unsupported');
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, request.signal]);
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<string, Uint8Array>({
    transform: (text, controller) => controller.enqueue(encoder.encode(text)),
  });
  const writer = writable.getWriter();
  // A failed write means that the client has disconnected.
  const send = (text: string): void => void writer.write(text).catch(() => gone.abort());
  const watch = adapter.watch(topics, (change) => send(eventText('change', change)), { signal });
  const heartbeatTimer = setInterval(() => send(':\n\n'), heartbeat * 1000);
  const watched = watch.finally(() => {
    clearInterval(heartbeatTimer);
    writer.close().catch(() => {});
  });
  writer.closed.catch(() => gone.abort());
  // A rejection that is immediate becomes an error response; a later one ends the stream.
  await Promise.race([watched, new Promise((resolve) => setTimeout(resolve))]);
  watched.catch(() => {});
  return new Response(readable, { headers: { 'Content-Type': eventStreamType, 'Cache-Control': 'no-store' } });
}

/** Responds to a request of the protocol with an adapter. Serves as the server in tests and stories. */
export async function serve(request: Request, adapter: Adapter, baseUrl: string): Promise<Response> {
  try {
    const path = request.method === 'GET' ? pathBelow(baseUrl, new URL(request.url)) : undefined;
    if (path === changesPath) return await serveChanges(request, adapter);
    if (path === capabilitiesPath) return Response.json(declaredCapabilities(adapter));
    const call = await readCall(request, baseUrl);
    const options = operations[call.name].kind === 'write' ? call.write : call.read;
    const answer = callOperation(adapter, call.name, { ...call, range: call.page.range, options });
    if (!answer) throw new AdapterError('unsupported');
    return answerOf(call, await answer, request);
  } catch (thrown) {
    return problemResponse(thrown);
  }
}

function answerOf({ name, write }: Call, body: unknown, request: Request): Response {
  const status = statusOf(operations[name]);
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (status === 204) return new Response(null, { status, headers });
  const record: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  if (typeof record['version'] === 'string') headers.set('ETag', entityTag(record['version']));
  if (status === 201 && typeof record['id'] === 'string')
    headers.set('Location', `${new URL(request.url).pathname}/${encodeURIComponent(record['id'])}`);
  return Response.json(body, { status: write.dryRun ? 200 : status, headers });
}

/**
 * Converts a thrown value to problem details. A network failure has no response, and nobody awaits an aborted request.
 */
function problemResponse(thrown: unknown): Response {
  const error = toAdapterError(thrown);
  if (error.code === 'offline') return Response.error();
  const problem = problemOf(error, thrown instanceof BadRequest ? thrown.status : undefined);
  const headers = new Headers({ 'Content-Type': problemType, 'Cache-Control': 'no-store' });
  if (problem.retryAfter !== undefined) headers.set('Retry-After', String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
