// Opens the dashboard on a running shop: `npm run demo:medusa -- --url http://127.0.0.1:9000 --user … --password …`. Other
// users of the machine can read the arguments of a program, so the password can be in the variable `SHOP_PASSWORD` instead.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer, type Plugin } from 'vite';
import { settingsFor } from './settings.ts';
import { shopNames, shops, type ShopName } from './shops.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    user: { type: 'string' },
    password: { type: 'string' },
    port: { type: 'string', default: '4174' },
  },
});

const isShop = (name: string | undefined): name is ShopName => shopNames.some((known) => known === name);

/** Signs in as the user whom the command names. */
async function signIn(name: ShopName, url: string): Promise<string | undefined> {
  const { user, password = process.env['SHOP_PASSWORD'] } = values;
  return user === undefined || password === undefined ? undefined : shops[name].signIn({ url, user, password });
}

const settings = (name: ShopName, url: string): Plugin => ({
  name: 'settings',
  configureServer({ middlewares }) {
    const answer = settingsFor(name, async () => signIn(name, url));
    middlewares.use('/settings.json', (request, response) => void answer(request, response));
  },
});

async function main(): Promise<void> {
  const [name] = positionals;
  if (!isShop(name)) throw new Error(`Name a shop: ${shopNames.join(' or ')}.`);
  const { paths, defaultUrl } = shops[name];
  const target = (values.url ?? defaultUrl).replace(/\/$/, '');
  const server = await createServer({
    configFile: false,
    // The styles are those of the demo host beside this folder.
    root: fileURLToPath(new URL('..', import.meta.url)),
    plugins: [settings(name, target)],
    // The page asks its own server, which passes the requests on. So the shop need not allow another origin.
    server: {
      host: '127.0.0.1',
      port: Number(values.port),
      // By default, every page on this machine may read what this server answers.
      cors: false,
      proxy: Object.fromEntries(paths.map((path) => [path, { target, changeOrigin: true }])),
      fs: { allow: ['..'] },
    },
    logLevel: 'warn',
  });
  await server.listen();
  console.log(`${name} at ${target} is on http://127.0.0.1:${server.config.server.port}/shops/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

try {
  await main();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
