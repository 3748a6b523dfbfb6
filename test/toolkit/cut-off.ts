/** A response whose connection is lost in the middle of its body or, with a signal, that waits there until it aborts. */
export const cutOff = (signal?: AbortSignal | null): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"data":'));
        if (!signal) controller.error(new TypeError('terminated'));
        else if (signal.aborted) controller.error(signal.reason);
        else signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    }),
    { headers: { 'Content-Type': 'application/json' } },
  );
