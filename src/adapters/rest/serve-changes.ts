import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { eventStreamType, eventText, heartbeat, readTopics } from './changes.ts';

/**
 * Answers a request for live changes from an adapter's watch. It keeps no changes, so its streams have no ids: how far
 * back they begin is how far back the adapter tells.
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
  // Whoever has gone away is not written to any more.
  const send = (text: string): void => void writer.write(text).catch(() => gone.abort());
  const watch = adapter.watch(topics, (change) => send(eventText('change', change)), { signal });
  const beat = setInterval(() => send(':\n\n'), heartbeat * 1000);
  const watched = watch.finally(() => {
    clearInterval(beat);
    writer.close().catch(() => {});
  });
  writer.closed.catch(() => gone.abort());
  // What is refused at once is refused; what ends later ends the stream.
  await Promise.race([watched, new Promise((resolve) => setTimeout(resolve))]);
  watched.catch(() => {});
  return new Response(readable, { headers: { 'Content-Type': eventStreamType, 'Cache-Control': 'no-store' } });
}
