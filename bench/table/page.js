// What the measuring program calls in the page of a subject.
import { columns, createRows, rowHeight, sortRows } from './rows.js';
import { visibleLines } from './visible-text.js';

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {object} Subject a table in a page
 * @property {() => unknown} sort by `sorted`, descending
 * @property {(row: Row) => unknown} update one row, which it finds by its id
 * @property {(rows: Row[]) => unknown} append rows at the end
 * @property {((rows: Row[]) => unknown) | undefined} [prepareAppend] is not measured
 * @property {() => Element} scroller
 * @property {() => unknown} remove the table
 */

/** The number of rows that must be shown as expected. */
const compared = 10;

/** @param {(place: HTMLElement, rows: Row[]) => Subject | Promise<Subject>} create */
export function run(create) {
  const place = /** @type {HTMLElement} */ (document.getElementById('place'));
  /** @type {Row[]} */
  let rows = [];
  /** @type {Subject} */
  let subject;
  /** The times of frames, while they are watched. @type {number[] | undefined} */
  let watched;
  const frame = () => new Promise((resolve) => void requestAnimationFrame(resolve));

  const bench = {
    nothing() {},
    /** @param {number} count */
    prepare(count) {
      rows = createRows(count);
    },
    async mount() {
      subject = await create(place, rows);
    },
    sort() {
      rows = sortRows(rows);
      return subject.sort();
    },
    update() {
      const [first, second, changed, ...rest] = rows;
      if (!first || !second || !changed) throw new Error('There are too few rows.');
      const updated = { ...changed, product: { ...changed.product, title: 'Updated product' } };
      rows = [first, second, updated, ...rest];
      return subject.update(updated);
    },
    prepareAppend: () => subject.prepareAppend?.(createRows(50, rows.length)),
    append() {
      const further = createRows(50, rows.length);
      rows = [...rows, ...further];
      return subject.append(further);
    },
    remove: () => subject.remove(),

    /** Throws unless the table shows the header and the first rows as expected. */
    async check() {
      await bench.scrollTo(0);
      // A table that moves its rows shows those before and after for a moment.
      for (const end = performance.now() + 2000; ; await frame()) {
        const lines = visibleLines(place);
        const shown = lines.map((line) => line.join(' | '));
        const expected = rows.slice(0, compared).map((row) => columns.map(({ format }) => format(row)).join(' | '));
        const start = shown.indexOf(expected[0] ?? '');
        const above = new Set(lines.slice(0, Math.max(0, start)).flat());
        const missing = [
          ...columns.map(({ heading }) => heading).filter((heading) => !above.has(heading)),
          ...expected.filter((line, index) => shown[start + index] !== line),
        ];
        if (missing.length === 0) return;
        if (performance.now() > end) throw new Error(`Not shown:\n${missing.join('\n')}\nShown:\n${shown.join('\n')}`);
      }
    },

    /** Throws unless the table shows the last row at its end. */
    async checkEnd() {
      await bench.scrollTo(Number.MAX_SAFE_INTEGER);
      const last = rows.at(-1);
      const expected = last ? columns.map(({ format }) => format(last)).join(' | ') : '';
      const lines = visibleLines(place).map((line) => line.join(' | '));
      if (!lines.includes(expected)) throw new Error(`"${expected}" is not shown. All lines:\n${lines.join('\n')}`);
    },

    /** @param {number} top */
    async scrollTo(top) {
      // The height of what is not rendered may be an estimate at first.
      for (let turn = 0; turn < 4; turn += 1) {
        subject.scroller().scrollTop = Math.min(top, subject.scroller().scrollHeight);
        await frame();
        await frame();
      }
    },

    /**
     * Scrolls down at a speed in pixels per second and returns the times of the frames. `look`: counts the frames without
     * a row at one of three heights, which itself costs time.
     * @param {number} speed
     * @param {number} duration in ms
     * @param {boolean} look
     */
    async scroll(speed, duration, look) {
      const scroller = subject.scroller();
      const { left, top, width, height } = scroller.getBoundingClientRect();
      /** @type {number[]} */
      const times = [];
      let blank = 0;
      let position = 0;
      let direction = 1;
      const start = await frame();
      let last = start;
      for (let now = start; now - start < duration;) {
        now = await frame();
        times.push(now - last);
        position += (direction * speed * (now - last)) / 1000;
        last = now;
        if (position > scroller.scrollHeight - scroller.clientHeight) direction = -1;
        if (position < 0) direction = 1;
        scroller.scrollTop = position;
        if (!look) continue;
        // A message arrives after the frame was rendered.
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(port1.close());
          port2.postMessage(0);
        });
        if ([0.25, 0.5, 0.9].some((part) => !hasText(left + width / 20, top + height * part))) blank += 1;
      }
      return { times, blank };
    },

    position: () => subject.scroller().scrollTop,

    /** Notes the time of each frame until they are asked for. */
    watchFrames() {
      watched = [];
      let last = performance.now();
      requestAnimationFrame(function note(now) {
        watched?.push(now - last);
        last = now;
        if (watched) requestAnimationFrame(note);
      });
    },
    watchedFrames() {
      const times = watched;
      watched = undefined;
      return times;
    },

    /**
     * Counts the pictures of the page without text at one of three heights of the rows.
     * @param {readonly string[]} pictures JPEG in Base64
     */
    async countBlank(pictures) {
      const { left, top, width, height } = subject.scroller().getBoundingClientRect();
      let blank = 0;
      for (const picture of pictures) {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${picture}`)).blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        context.drawImage(bitmap, 0, 0);
        const scale = bitmap.width / innerWidth;
        const isBlank = (/** @type {number} */ part) => {
          const y = top + (height - 2 * rowHeight) * part + rowHeight;
          const area = [left + 8, y, width / 4, rowHeight].map((length) => Math.round(length * scale));
          return !hasContrast(context.getImageData(.../** @type {[number, number, number, number]} */ (area)).data);
        };
        if ([0.25, 0.5, 0.9].some(isBlank)) blank += 1;
        bitmap.close();
      }
      return blank;
    },

    countElements: () => count(place),
  };
  Object.assign(globalThis, { bench });
}

/** Returns whether text is in pixels: the lines between rows and the tints of rows are lighter. */
const hasContrast = (/** @type {Uint8ClampedArray} */ pixels) => {
  let dark = 0;
  for (let index = 0; index < pixels.length; index += 4) if ((pixels[index] ?? 255) < 128) dark += 1;
  return dark > 8;
};

/** Returns whether a row is at a point of the screen, or close to it: between two texts there is space. */
const hasText = (/** @type {number} */ x, /** @type {number} */ y) =>
  [0, 8, 16, 24].some((offset) => {
    /** @type {Element | null | undefined} */
    let element = document.elementFromPoint(x, y + offset);
    while (element?.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y + offset);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element?.textContent.trim() && element.getBoundingClientRect().height < 100;
  });

/** @param {ParentNode} root @returns {number} */
function count(root) {
  const all = [...root.querySelectorAll('*')];
  return all.reduce((sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0), all.length);
}
