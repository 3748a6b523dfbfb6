import { eventText, heartbeat } from '../../../src/adapters/rest/changes.ts';
import type { Mailbox } from './mailbox.ts';

export interface StreamOptions {
  readonly mailbox: Mailbox;
  /** After which change the stream begins, if it is known what came after it. */
  readonly start: number | undefined;
  /** Up to which change everything is in the mailbox. */
  readonly position: () => number;
  /** Whether whoever reads may go on. */
  readonly isAllowed: () => Promise<boolean>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Called once, when the stream has ended, whoever ended it. */
  readonly ended: () => void;
}

/** How long a reader waits before connecting anew, to begin with. Milliseconds. */
const retry = 1000;

/** A mailbox as a stream of server-sent events. Nothing is written before it is asked for: what is not read waits there. */
export function changeStream(options: StreamOptions): ReadableStream<Uint8Array> {
  const { mailbox, start, position, isAllowed, signal, ended } = options;
  const encoder = new TextEncoder();
  let text = `retry: ${retry}\n${start === undefined ? '' : `id: ${start}\n`}\n`;
  let hasEnded = false;
  let wake = (): void => {};

  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(beat);
    ended();
    wake();
  };
  const beat = setInterval(() => {
    isAllowed().then(
      (allowed) => {
        if (!allowed) return end();
        // The id goes on though nothing is told, or after a long silence it would be too old to go on from.
        text ||= mailbox.isEmpty ? `:\nid: ${position()}\n\n` : ':\n\n';
        wake();
      },
      // Whoever cannot be asked about is not told anything more.
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
        const letter = text === '' ? mailbox.take() : undefined;
        if (letter)
          text = letter.change ? eventText('change', letter.change, letter.id) : eventText('reset', {}, letter.id);
        controller.enqueue(encoder.encode(text));
        text = '';
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
