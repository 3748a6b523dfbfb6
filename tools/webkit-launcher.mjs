// Runs the sessions of Web Test Runner in WebKitGTK, one after the other in one window.
import { startWebKit } from './webkit.mjs';

/**
 * @param {string} executablePath
 * @returns {import('@web/test-runner').BrowserLauncher & { press(keys: readonly string[]): Promise<void> }}
 */
export function webkitLauncher(executablePath) {
  /** @type {ReturnType<typeof startWebKit> | undefined} */
  let starting;
  const browser = () => (starting ??= startWebKit(executablePath));
  /** @type {Set<string>} */
  const active = new Set();

  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      const { goto } = await browser();
      active.add(id);
      await goto(url);
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: async (id) => (active.has(id) ? (await browser()).url() : undefined),
    async stopSession(id) {
      active.delete(id);
      // Leaving the page stops its timers and requests.
      await (await browser()).goto('about:blank');
      return {};
    },
    async press(keys) {
      await (await browser()).press(keys);
    },
    startDebugSession: () => Promise.reject(new Error('Debugging in WebKit is not supported; use Chromium.')),
    async stop() {
      await (await starting)?.close();
    },
  };
}
