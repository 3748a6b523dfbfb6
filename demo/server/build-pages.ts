import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Files by name: `customer.html`, `assets/customer-1a2b3c.js`. */
export type Pages = ReadonlyMap<string, string | Uint8Array>;

const host = fileURLToPath(new URL('../host', import.meta.url));

/** Builds the demo host's pages in memory. A build is faster than checking whether earlier output is still current. */
export async function buildPages(): Promise<Pages> {
  const built = await build({
    configFile: false,
    root: host,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      // The pages' content security policy forbids `data:` URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ['customers.html', 'customer.html', 'sign-in.html'].map((name) => join(host, name)) },
    },
  });
  if (!('output' in built)) throw new Error('The pages were not built in a single pass');
  return new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}
