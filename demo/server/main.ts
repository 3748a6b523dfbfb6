import { createShop, shopTime } from '../../src/adapters/memory/shop.ts';
import { dayLength } from '../../src/domain/time.ts';
import { createApp } from './app.ts';
import { buildPages } from './build-pages.ts';
import { ExportWorker } from './export-worker.ts';
import { openDatabase, storeFromEnvironment } from './database/open.ts';
import { demoOperators } from './roles.ts';
import { startHousekeeping } from './housekeeping.ts';
import { listen } from './listen.ts';
import { pictureUrl } from './pictures.ts';
import { seed } from './seed.ts';

/** Runs the demo host and its server until it is interrupted: `npm start`. */
async function main(): Promise<void> {
  const database = await openDatabase(storeFromEnvironment());
  try {
    await seed(database, () => createShop({ now: recentShopTime(), pictureOf: pictureUrl }));
    const settings = settingsFrom(process.env);
    const stopping = new AbortController();
    const pages = process.env['PAGES'] === 'off' ? undefined : await buildPages();
    const app = createApp({ database, pages, stopping: stopping.signal, ...settings });
    const listener = await listen(app, Number(process.env['PORT'] ?? 4173));
    const stopHousekeeping = startHousekeeping(database);
    const exports = new ExportWorker(database);
    await exports.start();
    printWelcome(listener.url, pages !== undefined);
    await interrupted();
    stopHousekeeping();
    stopping.abort();
    await listener.close();
    await exports.stop();
  } finally {
    await database.close();
  }
}

/** Reads the access settings from the environment. Lists are separated by commas. */
function settingsFrom(environment: NodeJS.ProcessEnv) {
  const list = (name: string) =>
    environment[name]
      ?.split(',')
      .map((member) => member.trim())
      .filter(Boolean);
  const allowedHosts = list('ALLOWED_HOSTS');
  const trustedProxies = Number(environment['TRUSTED_PROXIES'] || 0);
  if (!Number.isInteger(trustedProxies) || trustedProxies < 0)
    throw new Error('TRUSTED_PROXIES must be the number of proxies in front of the server, such as 1.');
  return {
    allowedOrigins: list('ALLOWED_ORIGINS'),
    // An empty list counts as absent: a server that accepts no host name is useless.
    allowedHosts: allowedHosts?.length ? allowedHosts : undefined,
    trustedProxies,
  };
}

/**
 * Returns the latest instant with the shop's time of day. The shop's orders are then recent and placed during the day.
 */
function recentShopTime(): string {
  const start = Date.parse(shopTime);
  return new Date(start + Math.floor((Date.now() - start) / dayLength) * dayLength).toISOString();
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

function printWelcome(url: string, hasPages: boolean): void {
  const operators = demoOperators.map(
    ({ login, password, name, role }) => `  ${login.padEnd(6)} ${password.padEnd(13)} ${name}, ${role}`,
  );
  console.log(
    [
      '',
      hasPages ? `The demo is at ${url}/customers` : `The API is at ${url}/api, sign-in at POST ${url}/api/session`,
      '',
      'Sign in as',
      ...operators,
      '',
      'To see real orders, stop this server and import the Online Retail data set (DOI 10.24432/C5BW33):',
      '  npm run import -- online-retail.csv.gz',
      `After that there is, for example, ${url}${hasPages ? '' : '/api'}/customers/17850`,
      '',
    ].join('\n'),
  );
}

try {
  await main();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
