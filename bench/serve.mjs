// Serves files from memory to a browser on this machine.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/**
 * @param {ReadonlyMap<string, string>} files by path, from the root: `/index.html`
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(files) {
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const text = files.get(pathname);
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
