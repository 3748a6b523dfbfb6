import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Context, Hono } from 'hono';

/** What a page of a strict host may do. `trusted-types lit-html`: the one policy that Lit makes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "img-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the built pages in `folder`, which are read once: what is not there at the start is nowhere. */
export function servePages(app: Hono, folder: string): void {
  const page = (name: string) => {
    const body = readFileSync(join(folder, name), 'utf8');
    return (context: Context) => send(context, name, body, 'no-cache');
  };
  app.get('/', (context) => context.redirect('/customers/C-20817'));
  app.get('/sign-in', page('sign-in.html'));
  app.get('/customers/:customerId', page('customer.html'));
  for (const name of readdirSync(join(folder, 'assets'))) {
    const body = readFileSync(join(folder, 'assets', name), 'utf8');
    // The name has a hash of what is in it.
    app.get(`/assets/${name}`, (context) => send(context, name, body, 'public, max-age=31536000, immutable'));
  }
}

const send = (context: Context, name: string, body: string, caching: string): Response =>
  context.body(body, 200, {
    'Content-Type': types[extname(name)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': caching,
  });
