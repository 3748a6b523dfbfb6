import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listener {
  readonly url: string;
  /** Stops accepting requests and waits for the pending ones. */
  close(): Promise<void>;
}

const host = '127.0.0.1';
const closeTimeout = 5_000;

/** Serves an app on the loopback interface. Port 0 selects a free one. */
export async function listen(app: Hono, port: number): Promise<Listener> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  // The timeout is longer than that of any client: otherwise the server might close a connection while a request is in
  // transit.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 75_000;
  // Browsers open spare connections that may never carry a request.
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  server.listen(port, host);
  await once(server, 'listening').catch((thrown: Error & { code?: string }) => {
    if (thrown.code !== 'EADDRINUSE') throw thrown;
    throw new Error(
      `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
    );
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host}:${actualPort}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of unused) socket.destroy();
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), closeTimeout);
      await closed;
      clearTimeout(cut);
    },
  };
}
