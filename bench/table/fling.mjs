// Scrolls a table by touch: swipes and the momentum after them, which the browser scrolls without the main thread.

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} CDPSession */

const SWIPES = 3;

/** The points of one swipe, in pixels from the top of the page, 8 ms apart: 6,000 px/s. */
const SWIPE = Array.from({ length: 9 }, (_, point) => 500 - point * 48);
const INTERVAL = 0.008;

/** The momentum of a swipe is over by then. Milliseconds. */
const MOMENTUM = 1500;

/** Swipes a table upwards. @param {CDPSession} session */
async function swipe(session) {
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  for (let turn = 0; turn < SWIPES; turn += 1) {
    const start = Date.now() / 1000;
    const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number} */ point) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        timestamp: start + point * INTERVAL,
        touchPoints: type === 'touchEnd' ? [] : [{ x: 400, y: SWIPE[point] ?? 0 }],
      });
    // No event waits for the one before it: the momentum depends on their speed.
    await Promise.all([
      ...SWIPE.map((_, point) => touch(point ? 'touchMove' : 'touchStart', point)),
      touch('touchEnd', SWIPE.length),
    ]);
    await new Promise((resolve) => setTimeout(resolve, MOMENTUM));
  }
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
}

/**
 * Returns the share of frames, in percent, that show no text at one of three heights of the rows. The frames are pictures
 * of what is on screen, because a script does not see what the browser shows while it is busy.
 * @param {Page} page
 * @param {CDPSession} session
 */
async function lookForBlanks(page, session) {
  /** @type {string[]} */
  const pictures = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    // The page may close before the answer.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 60 });
  await swipe(session);
  await session.send('Page.stopScreencast');
  const blank = Number(await page.evaluate(`bench.countBlank(${JSON.stringify(pictures)})`));
  return (100 * blank) / pictures.length;
}

/**
 * Measures swipes from the top of a table. Throws if they do not scroll it.
 * @param {Page} page
 * @param {CDPSession} session
 * @param {() => Promise<number>} taskTime reads the time of the main thread, in ms
 */
export async function fling(page, session, taskTime) {
  await page.evaluate('bench.scrollTo(0)');
  await page.evaluate('bench.watchFrames()');
  const start = await taskTime();
  await swipe(session);
  const times = /** @type {number[]} */ (await page.evaluate('bench.watchedFrames()'));
  const cpu = (await taskTime()) - start;
  const end = Number(await page.evaluate('bench.position()'));
  if (end < 2000) throw new Error(`Swipes scrolled the table to ${end} px only.`);
  await page.evaluate('bench.scrollTo(0)');
  const blank = await lookForBlanks(page, session);
  await page.evaluate('bench.scrollTo(0)');
  return {
    'CPU a frame, touch': cpu / times.length,
    'dropped frames, touch, %': (100 * times.filter((length) => length > 25).length) / times.length,
    'blank frames, touch, %': blank,
  };
}
