import { eventText, heartbeat } from '../../../src/adapters/rest/changes.ts';
import type { Mailbox } from './mailbox.ts';

export interface StreamOptions {
  readonly mailbox: Mailbox;
  /** The id after which the stream starts, or `undefined` if the following changes are unknown. */
  readonly start: number | undefined;
  /** Returns the id up to which all changes are in the mailbox. */
  readonly position: () => number;
  /** Resolves to true if the reader may continue. */
  readonly isAllowed: () => Promise<boolean>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Called once when the stream has ended for any reason. */
  readonly ended: () => void;
}

/** The initial reconnection delay of readers in milliseconds. */
const retry = 1000;

/** Creates a stream of server-sent events from a mailbox. Writes only on demand: unread changes stay in the mailbox. */
export function changeStream(options: StreamOptions): ReadableStream<Uint8Array> {
  const { mailbox, start, position, isAllowed, signal, ended } = options;
  const encoder = new TextEncoder();
  let text = `retry: ${retry}\n${start === undefined ? '' : `id: ${start}\n`}\n`;
  let hasEnded = false;
  let wake = (): void => {};

  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(heartbeatTimer);
    ended();
    wake();
  };
  const heartbeatTimer = setInterval(() => {
    isAllowed().then(
      (allowed) => {
        if (!allowed) return end();
        // The position advances even without events. Otherwise it would be too old to resume from after a long silence.
        text ||= mailbox.isEmpty ? `:\nid: ${position()}\n\n` : ':\n\n';
        wake();
      },
      // If the permission cannot be checked, the stream ends.
      end,
    );
  }, heartbeat * 1000);
  signal.addEventListener('abort', end);
  mailbox.onArrival = () => wake();
  if (signal.aborted) end();

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (!hasEnded && text === '' && mailbox.isEmpty) await new Promise<void>((resolve) => (wake = resolve));
        if (hasEnded) return controller.close();
        const message = text === '' ? mailbox.take() : undefined;
        if (message)
          text = message.change ? eventText('change', message.change, message.id) : eventText('reset', {}, message.id);
        controller.enqueue(encoder.encode(text));
        text = '';
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
