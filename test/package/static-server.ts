// Serves folders and pages on 127.0.0.1, each server on its own port and so as its own origin.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

export interface StaticServer {
  readonly origin: string;
  close(): void;
}

export interface ServeOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** A second folder, for files that are not in the first. */
  readonly fallback?: string;
}

/** Serves the files of a folder, and `index.html` for its subfolders. */
export async function serveFolder(
  folder: string,
  { headers = {}, fallback }: ServeOptions = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    readFile(join(folder, path))
      .catch((error: unknown) => (fallback ? readFile(join(fallback, path)) : Promise.reject(error)))
      .then(
        (body) => response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream').end(body),
        () => response.writeHead(404).end(),
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}
