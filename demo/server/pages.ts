import { extname } from 'node:path';
import type { Context, Hono } from 'hono';
import type { Pages } from './build-pages.ts';
import { servePictures } from './pictures.ts';

/** The content security policy of a strict host. `trusted-types lit-html` is the only policy that Lit creates. */
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

/** Serves the built pages. Any other path is not found. */
export function servePages(app: Hono, pages: Pages): void {
  const serve = (name: string, caching: string) => {
    const body = pages.get(name);
    if (body === undefined) throw new Error(`There is no page ${name}`);
    return (context: Context) => send(context, name, body, caching);
  };
  servePictures(app);
  app.get('/', (context) => context.redirect('/customers'));
  app.get('/sign-in', serve('sign-in.html', 'no-cache'));
  app.get('/customers', serve('customers.html', 'no-cache'));
  app.get('/customers/:customerId', serve('customer.html', 'no-cache'));
  for (const name of [...pages.keys()].filter((name) => name.startsWith('assets/'))) {
    // The file name contains a hash of its content.
    app.get(`/${name}`, serve(name, 'public, max-age=31536000, immutable'));
  }
}

const send = (context: Context, name: string, body: string | Uint8Array, caching: string): Response =>
  context.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'Content-Type': types[extname(name)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': caching,
  });
