// Loaded by the process of each test file before it (`node-tests.mjs`). The test runner follows every promise with
// `async_hooks`, to know in which suite a test is declared and which test an error belongs to that nobody caught. That
// takes a fifth of a file that awaits much. All suites are declared when the first test starts, so it ends there. An
// error that nobody caught fails the file, not the test: `node test/….test.ts` names the test. Declare no suite after an
// `await` at the top of a file, whose first test may have started.
import { createHook } from 'node:async_hooks';
import { beforeEach } from 'node:test';

/** @type {import('node:async_hooks').AsyncHook[]} */
const hooks = [];
const prototype = Object.getPrototypeOf(createHook({}));
const { enable } = prototype;
/** @this {import('node:async_hooks').AsyncHook} */
prototype.enable = function () {
  hooks.push(this);
  return enable.call(this);
};
// The first declaration starts the runner.
beforeEach(() => {
  for (const hook of hooks.splice(0)) hook.disable();
});
prototype.enable = enable;
