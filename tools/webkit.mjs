// Drives WebKitGTK's MiniBrowser by WebDriver, with an X server of its own if there is no display.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** WebDriver's code points of named keys. */
const KEYS = /** @type {Record<string, string>} */ ({
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F10: '\uE03A',
  Meta: '\uE03D',
});

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** Starts an X server, which chooses a free display and reports it on file descriptor 3. */
function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  /** @type {Promise<string>} */
  const display = new Promise((resolve, reject) => {
    server.once('error', reject);
    server.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { server, display };
}

/**
 * @param {string} executablePath of the MiniBrowser
 */
export async function startWebKit(executablePath) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  const kill = () => processes.toReversed().forEach((child) => child.kill());
  process.once('exit', kill);

  // Without a graphics card, compositing layers takes a third of all the CPU time of a test.
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) {
    const { server, display } = startDisplay();
    processes.push(server);
    env.DISPLAY = await display;
  }
  const port = await freePort();
  processes.push(spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' }));
  const driver = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 10_000; ; await sleep(50)) {
    const answer = await fetch(`${driver}/status`).catch(() => undefined);
    if (answer?.ok) break;
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer.');
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async function call(method, path, body) {
    const response = await fetch(driver + path, { method, body: body === undefined ? null : JSON.stringify(body) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`WebDriver, ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  const { sessionId } = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: executablePath, args: ['--automation'] },
        // A draft makes the browser ask before it leaves a page, and nobody would answer.
        unhandledPromptBehavior: 'accept',
      },
    },
  });
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: 240_000 });

  return {
    /** @param {string} url */
    goto: (url) => call('POST', `${session}/url`, { url }),
    /** @returns {Promise<string>} */
    url: () => call('GET', `${session}/url`),
    /**
     * Returns the awaited value of an expression.
     * @param {string} expression
     */
    evaluate: (expression) => call('POST', `${session}/execute/sync`, { script: `return (${expression})`, args: [] }),
    /**
     * Holds keys together, in the given order: `['Shift', 'Tab']`.
     * @param {readonly string[]} names
     */
    press: (names) => {
      const keys = names.map((name) => KEYS[name] ?? name);
      const actions = [
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ];
      return call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    /**
     * @param {number} width
     * @param {number} height
     */
    resize: (width, height) => call('POST', `${session}/window/rect`, { width, height }),
    close: async () => {
      await call('DELETE', session).catch(() => undefined);
      process.off('exit', kill);
      kill();
    },
  };
}
