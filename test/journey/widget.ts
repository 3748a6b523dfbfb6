// A widget on an operator's page, used as a person uses it: by accessible names and the keyboard.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';

export const waitOptions = { timeout: 15_000, polling: 40 };

/** An accessible name: the full text, or a pattern. */
export type Name = string | RegExp;

/** An element with the accessible name that Chromium computes. */
type Named = Element & { readonly computedName: string };

/** Limits the search to a row: the first match of a selector that contains the text. */
interface Row {
  readonly selector: string;
  readonly text: string;
}

export class Widget {
  readonly #page: Page;
  readonly #tag: string;
  readonly #row: Row | undefined;

  constructor(page: Page, tag: string, row?: Row) {
    this.#page = page;
    this.#tag = tag;
    this.#row = row;
  }

  /** Returns a row, note or entry of the widget, to be used like a widget. */
  row(selector: string, text: string): Widget {
    return new Widget(this.#page, this.#tag, { selector, text });
  }

  /** Waits for the control with this name, which must be usable: not behind a dialog. */
  async find(name: Name): Promise<ElementHandle<HTMLElement>> {
    const [source, flags] = typeof name === 'string' ? [name, undefined] : [name.source, name.flags];
    try {
      const found = await this.#page.waitForFunction(
        findControl,
        waitOptions,
        this.#tag,
        this.#row,
        controls,
        source,
        flags,
      );
      return found as ElementHandle<HTMLElement>;
    } catch {
      return assert.fail(`<${this.#tag}> has no ${String(name)} to be used, but ${(await this.names()).join(' | ')}`);
    }
  }

  /** Returns the names of all usable controls. */
  async names(): Promise<string[]> {
    return this.#page.evaluate(
      (tag, controls) =>
        [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll(controls) ?? [])]
          .map((element) => (element as Named).computedName)
          .filter((name) => name !== ''),
      this.#tag,
      controls,
    );
  }

  async has(name: Name): Promise<boolean> {
    const names = await this.names();
    return names.some((other) => (typeof name === 'string' ? other === name : name.test(other)));
  }

  async focus(name: Name): Promise<ElementHandle<HTMLElement>> {
    const control = await this.find(name);
    await control.focus();
    assert.ok(await control.evaluate(hasFocus), `${String(name)} cannot have the focus`);
    return control;
  }

  /** Focuses a control and presses a key. */
  async press(name: Name, key: KeyInput = 'Enter'): Promise<void> {
    await this.focus(name);
    await this.#page.keyboard.press(key);
  }

  /** Replaces the text of a field. */
  async write(name: Name, text: string): Promise<void> {
    const field = await this.focus(name);
    await field.evaluate((input) => (input as HTMLInputElement).select());
    if (text === '') await this.#page.keyboard.press('Backspace');
    else await this.#page.keyboard.type(text);
  }

  /** Types a date into a date field. The order of its parts depends on the browser's language. */
  async writeDay(name: Name, day: string): Promise<void> {
    const field = await this.focus(name);
    await field.asLocator().fill(day);
  }

  /** Chooses an option by typing its name. */
  async choose(name: Name, option: string): Promise<void> {
    const list = await this.focus(name);
    await this.#page.keyboard.type(option);
    const chosen = await list.evaluate((select) =>
      (select as HTMLSelectElement).selectedOptions[0]?.textContent.trim(),
    );
    assert.equal(chosen, option);
  }

  async valueOf(name: Name): Promise<string> {
    return (await this.find(name)).evaluate((field) => (field as HTMLInputElement).value);
  }

  /** Returns the values of all fields. */
  async fieldValues(): Promise<string[]> {
    return this.#page.$$eval(`${this.#tag} >>> :is(input, textarea)`, (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
  }

  /** Waits until the widget contains the text. */
  async waitForText(text: string): Promise<void> {
    await this.#until((shown) => shown.includes(text), `never read "${text}"`);
  }

  /** Waits until the widget no longer contains the text. */
  async waitForNoText(text: string): Promise<void> {
    await this.#until((shown) => !shown.includes(text), `still reads "${text}"`);
  }

  /** Returns the widget's text on one line. */
  async text(): Promise<string> {
    return this.#page.evaluate(textOf, this.#tag);
  }

  /** Returns the texts of the elements that match a selector, each on one line. */
  async textsOf(selector: string): Promise<string[]> {
    return this.#page.evaluate(
      (tag, wanted) =>
        [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll(wanted) ?? [])].map((element) =>
          element.textContent
            .replace(/[\u2066-\u2069]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
      this.#tag,
      selector,
    );
  }

  /** Waits until the texts of the matching elements satisfy `holds`. */
  async until(selector: string, holds: (texts: readonly string[]) => boolean, what: string): Promise<string[]> {
    let texts: string[] = [];
    await eventually(async () => holds((texts = await this.textsOf(selector)))).catch(() =>
      assert.fail(`<${this.#tag}> never came to ${what}: ${texts.join(' | ')}`),
    );
    return texts;
  }

  /** Waits until no dialog is open, and returns the name of the focused element. */
  async waitForClosed(): Promise<string> {
    const isClosed = (tag: string) => !document.querySelector(tag)?.shadowRoot?.querySelector('dialog');
    await this.#page.waitForFunction(isClosed, waitOptions, this.#tag);
    return this.#page.evaluate((tag) => {
      const focused = document.querySelector(tag)?.shadowRoot?.activeElement;
      return focused ? (focused as Named).computedName : '';
    }, this.#tag);
  }

  async #until(holds: (shown: string) => boolean, complaint: string): Promise<void> {
    let shown = '';
    await eventually(async () => holds((shown = await this.text()))).catch(() =>
      assert.fail(`<${this.#tag}> ${complaint}: "${shown}"`),
    );
  }
}

/**
 * Keeps the accessibility tree of a page, and updates it with the page. Otherwise Chromium builds the whole tree anew
 * for each name that is read, which takes it 40 ms.
 */
export async function keepAccessibilityTree(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Accessibility.enable');
}

/** Polls until the condition holds. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + waitOptions.timeout;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('The condition was never met');
    await pause(waitOptions.polling);
  }
}

const controls = ':is(a[href], button, input, select, textarea, summary, [tabindex]):not(:disabled)';

// The functions below run in the page.

/** Finds the first control with this name, in the topmost dialog if one is open. */
function findControl(
  tag: string,
  row: Row | undefined,
  wanted: string,
  name: string,
  flags: string | undefined,
): HTMLElement | undefined {
  const is = flags === undefined ? undefined : new RegExp(name, flags);
  const root = document.querySelector(tag)?.shadowRoot;
  const top = [...(root?.querySelectorAll('dialog:modal') ?? [])].at(-1) ?? root;
  const rows = row && [...(top?.querySelectorAll(row.selector) ?? [])];
  const scope = row ? rows?.find(({ textContent }) => textContent.includes(row.text)) : top;
  const all = scope?.querySelectorAll<HTMLElement & Named>(wanted) ?? [];
  return [...all].find(({ computedName }) => (is ? is.test(computedName) : computedName === name));
}

const hasFocus = (element: Element): boolean => (element.getRootNode() as ShadowRoot).activeElement === element;

const textOf = (tag: string): string =>
  document
    .querySelector(tag)
    ?.shadowRoot?.textContent.replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim() ?? '';
