import type { DashboardElement } from '../element/dashboard-element.ts';

type Truthy<T> = Exclude<T, false | '' | 0 | null | undefined>;

/**
 * Waits until the check returns a truthy value, and returns it. Checks once per task; rejects with the description
 * after a timeout.
 */
export async function until<T>(check: () => T, what: string, milliseconds = 8000): Promise<Truthy<T>> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = check();
    if (found) return found as Truthy<T>;
    if (performance.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/** Waits for another task, after those that are waiting. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

/** Waits like `until()` for the answer of a check that is asynchronous. */
export async function eventually<T>(check: () => Promise<T>, what: string, milliseconds = 8000): Promise<Truthy<T>> {
  let answer: T | undefined;
  const end = performance.now() + milliseconds;
  while (!(answer = await check()) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 4));
  return until(() => answer, what, 0) as Promise<Truthy<T>>;
}

/** Returns all elements under a root that have a part with this name. */
export const parts = (element: Element, name: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~='${name}']`) ?? []),
];

/** Returns the first element that has a part with this name. */
export const part = <E extends HTMLElement = HTMLElement>(element: Element, name: string): E | null =>
  element.shadowRoot?.querySelector<E>(`[part~='${name}']`) ?? null;

/** Returns a widget's text with collapsed white space. */
export const textOf = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Returns the text that can be seen of a widget: none while it waits to show another customer. */
export const seenTextOf = (element: Element): string =>
  element.shadowRoot?.querySelector('.widget > *')?.checkVisibility() ? textOf(element) : '';

/** Adds an element with its properties to the page; `unmountAll` removes it. */
export function mount<E extends DashboardElement>(
  tag: string,
  properties: Partial<E> = {},
  parent: Element = document.body,
): E {
  const element = Object.assign(document.createElement(tag), properties) as E;
  parent.append(element);
  mounted.push(element);
  return element;
}

const mounted: Element[] = [];

/** Removes all mounted elements. For `afterEach`: also checks that no id reference in them is dangling. */
export function unmountAll(): void {
  const dangling = mounted.flatMap(({ shadowRoot }) => (shadowRoot ? danglingReferences(shadowRoot) : []));
  for (const element of mounted.splice(0)) element.remove();
  if (dangling.length) throw new Error(`dangling id references: ${[...new Set(dangling)].join(', ')}`);
}

const references = [
  'aria-describedby',
  'aria-labelledby',
  'aria-controls',
  'aria-owns',
  'aria-errormessage',
  'for',
  'form',
];

/** Returns the id references in a shadow tree that have no target. */
export const danglingReferences = (root: ShadowRoot): string[] =>
  references.flatMap((name) =>
    [...root.querySelectorAll(`[${name}]`)].flatMap((element) =>
      element
        .getAttribute(name)!
        .split(/\s+/)
        .filter((id) => id && !root.getElementById(id))
        .map((id) => `${element.localName}[${name}="${id}"]`),
    ),
  );

/** Types into a field as a person would: sets the value, then dispatches the event. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** A promise with its resolve and reject functions. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

export function deferred<T = void>(): Deferred<T> {
  const settle = {} as Pick<Deferred<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return { promise, ...settle };
}

/** Runs a function while timers run `times` as fast. `Date.now` and `performance.now` are not affected. */
export async function withFastTimers(times: number, act: () => Promise<unknown>): Promise<void> {
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((done: () => void, delay = 0) => real(done, delay / times)) as typeof setTimeout;
  try {
    await act();
  } finally {
    globalThis.setTimeout = real;
  }
}

/** Returns `true` if the browser would ask before it leaves this page. */
export const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/**
 * Simulates a key that is held down: dispatches another `keydown` at the focused element, with the browser's default
 * action. The first press is made with `click()` or the keyboard.
 */
export function repeatKey(element: DashboardElement, key: 'Enter' | ' ' = 'Enter'): void {
  const target = element.shadowRoot!.activeElement;
  const isDefaultAllowed = target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, repeat: true, bubbles: true, composed: true, cancelable: true }),
  );
  if (isDefaultAllowed && key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  if (isDefaultAllowed && key === 'Enter' && target instanceof HTMLInputElement) target.form?.requestSubmit();
}
