// Finds or installs Chromium, Firefox and WebKitGTK: `node tools/browsers.mjs [engine ...]` prints their paths.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { onPath } from './on-path.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {readonly Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Without its sandbox Chromium also starts as root and in containers. The other flags keep it off the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Tests of memory leaks call `gc()`.
  '--js-flags=--expose-gc',
];

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);
const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';

/** @type {Record<Engine, { variable: string, packages: string[], places: () => (string | undefined)[] }>} */
const browsers = {
  chromium: {
    variable: 'CHROME_PATH',
    packages: ['chromium'],
    places: () => [
      onPath('chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...programFiles.flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    packages: ['firefox-esr'],
    places: () => [
      onPath('firefox-esr', 'firefox'),
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
  },
  webkit: {
    variable: 'WEBKIT_PATH',
    packages: ['webkit2gtk-driver', 'xvfb'],
    // WebKitGTK also needs its driver and a display.
    places: () =>
      onPath('WebKitWebDriver') && (process.env.DISPLAY || onPath('Xvfb'))
        ? ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((v) => `/usr/lib/${triplet}/${v}/MiniBrowser`)
        : [],
  },
};

/** @param {Engine} engine */
function find(engine) {
  const { variable, places } = browsers[engine];
  return [process.env[variable], ...places()].find((path) => path && existsSync(path));
}

/** Returns the Chromium from an npm package, which exists for Linux on x64 only. */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The variable makes the package unpack the shared libraries that a bare system lacks, and set LD_LIBRARY_PATH to
  // them.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/**
 * Returns the paths of the browsers, and installs missing ones if possible.
 * @param {readonly Engine[]} engines
 * @returns {Promise<Record<Engine, string>>} the paths by engine
 * @throws {Error} that says how to install what is missing
 */
export async function findBrowsers(engines) {
  const missing = engines.filter((engine) => !find(engine));
  if (missing.length > 0) aptInstall(missing.flatMap((engine) => browsers[engine].packages));
  const found = { chromium: '', firefox: '', webkit: '' };
  for (const engine of engines) {
    const path = find(engine) ?? (engine === 'chromium' ? await packagedChromium() : undefined);
    if (!path) {
      const { packages, variable } = browsers[engine];
      throw new Error(
        `No ${engine} found. Install it (Debian, Ubuntu: apt-get install ${packages.join(' ')}) or set ${variable}.`,
      );
    }
    found[engine] = path;
  }
  return found;
}

/**
 * Returns the engines that tests run in: those named by ENGINES; otherwise all three in CI, and Chromium elsewhere.
 * @returns {Engine[]}
 */
export function chosenEngines() {
  const names = process.env.ENGINES?.split(',') ?? (process.env.CI ? ENGINES : ['chromium']);
  return names.map((name) => {
    const engine = ENGINES.find((known) => known === name);
    if (!engine) throw new Error(`ENGINES names "${name}"; known are ${ENGINES.join(', ')}.`);
    return engine;
  });
}

if (import.meta.main) {
  const named = ENGINES.filter((engine) => process.argv.includes(engine));
  try {
    console.log(JSON.stringify(await findBrowsers(named.length > 0 ? named : chosenEngines())));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
