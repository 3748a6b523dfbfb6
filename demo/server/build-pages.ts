import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const host = join(project, 'demo/host');
const built = join(host, 'dist');

/** What the pages are made from. */
const sources = ['src/**/*', 'demo/host/*', 'package-lock.json'];

/** Builds the demo host's pages, unless they are newer than everything that they are made from. Gives their folder. */
export async function buildPages(): Promise<string> {
  if (isFresh()) return built;
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: host,
    logLevel: 'warn',
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2022',
      // The pages' policy allows no `data:`.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: [join(host, 'customer.html'), join(host, 'sign-in.html')] },
    },
  });
  return built;
}

function isFresh(): boolean {
  const marker = join(built, 'customer.html');
  if (!existsSync(marker)) return false;
  const builtAt = statSync(marker).mtimeMs;
  return globSync(sources, { cwd: project }).every((path) => statSync(join(project, path)).mtimeMs < builtAt);
}
