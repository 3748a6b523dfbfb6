import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

async function listen(listener: RequestListener): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Calls `work` with the URL of a server that redirects to another origin, and returns how often that one was reached. */
export async function reachedBehind(work: (url: string) => Promise<unknown>): Promise<number> {
  let reached = 0;
  const other = await listen((_request, response) => {
    reached += 1;
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  // 307 keeps the method and the body.
  const first = await listen((request, response) => {
    response.writeHead(307, { Location: other.url + request.url }).end();
  });
  try {
    await work(first.url);
    return reached;
  } finally {
    for (const { server } of [first, other]) {
      server.close();
      server.closeAllConnections();
    }
  }
}
