import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { eventStreamType, eventText, heartbeat, readTopics } from './changes.ts';

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
