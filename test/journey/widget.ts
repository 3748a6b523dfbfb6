// One widget on an operator's page, used as a person uses it: by what things are called, with the keyboard.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';

export const patience = { timeout: 15_000, polling: 40 };

/** What something is called: in full, or as far as it matters. */
export type Name = string | RegExp;

/** What Chromium tells of an element to assistive technology. */
type Named = Element & { readonly computedName: string };

/** Where in a widget something is sought: the first that a selector finds with this text in it. */
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

  /** One row, note or entry of it, used by itself. */
  row(selector: string, text: string): Widget {
    return new Widget(this.#page, this.#tag, { selector, text });
  }

  /** The control of that name: one that can be used now, not behind a dialog. Waits for it. */
  async find(name: Name): Promise<ElementHandle<HTMLElement>> {
    const [source, flags] = typeof name === 'string' ? [name, undefined] : [name.source, name.flags];
    try {
      const found = await this.#page.waitForFunction(lookFor, patience, this.#tag, this.#row, controls, source, flags);
      return found as ElementHandle<HTMLElement>;
    } catch {
      return assert.fail(`<${this.#tag}> has no ${String(name)} to be used, but ${(await this.names()).join(' | ')}`);
    }
  }

  /** What everything that can be used is called. */
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

  /** Goes to a control and presses a key there. */
  async press(name: Name, key: KeyInput = 'Enter'): Promise<void> {
    await this.focus(name);
    await this.#page.keyboard.press(key);
  }

  /** Writes in a field, in place of what stands there. */
  async write(name: Name, text: string): Promise<void> {
    const field = await this.focus(name);
    await field.evaluate((input) => (input as HTMLInputElement).select());
    if (text === '') await this.#page.keyboard.press('Backspace');
    else await this.#page.keyboard.type(text);
  }

  /** A day in a field for days, whose keys depend on the browser's language. */
  async writeDay(name: Name, day: string): Promise<void> {
    const field = await this.focus(name);
    await field.asLocator().fill(day);
  }

  /** Chooses from a list by typing what is wanted. */
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

  /** What is typed in all its fields. */
  async typed(): Promise<string[]> {
    return this.#page.$$eval(`${this.#tag} >>> :is(input, textarea)`, (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
  }

  /** Waits until that stands there. */
  async reads(text: string): Promise<void> {
    await this.#until((shown) => shown.includes(text), `never read "${text}"`);
  }

  /** Waits until that no longer stands there. */
  async loses(text: string): Promise<void> {
    await this.#until((shown) => !shown.includes(text), `still reads "${text}"`);
  }

  /** Everything that stands there, in one line. */
  async text(): Promise<string> {
    return this.#page.evaluate(textOf, this.#tag);
  }

  /** The texts of what a selector finds, each in one line. */
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

  /** Waits until the texts of what a selector finds are as they should be. */
  async until(selector: string, holds: (texts: readonly string[]) => boolean, what: string): Promise<string[]> {
    let texts: string[] = [];
    await eventually(async () => holds((texts = await this.textsOf(selector)))).catch(() =>
      assert.fail(`<${this.#tag}> never came to ${what}: ${texts.join(' | ')}`),
    );
    return texts;
  }

  /** Waits until no dialog is open, and says what has the focus then. */
  async closes(): Promise<string> {
    const isClosed = (tag: string) => !document.querySelector(tag)?.shadowRoot?.querySelector('dialog');
    await this.#page.waitForFunction(isClosed, patience, this.#tag);
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

/** Asks again and again until it is so. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience.timeout;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never was so');
    await pause(patience.polling);
  }
}

const controls = ':is(a[href], button, input, select, textarea, summary, [tabindex]):not(:disabled)';

// What follows runs in the page.

/** The first control of that name, in the dialog on top where one is open. */
function lookFor(
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
