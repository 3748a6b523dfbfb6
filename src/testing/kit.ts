import type { DashboardElement } from '../element/dashboard-element.ts';

type Truthy<T> = Exclude<T, false | '' | 0 | null | undefined>;

/** Waits until something is so, looking in every task; throws with what it waited for when it never is. */
export async function until<T>(check: () => T, what: string, milliseconds = 8000): Promise<Truthy<T>> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = check();
    if (found) return found as Truthy<T>;
    if (performance.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/** Everything under a root that has a part of this name. */
export const parts = (element: Element, name: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~='${name}']`) ?? []),
];

/** The first that has a part of this name. */
export const part = <E extends HTMLElement = HTMLElement>(element: Element, name: string): E | null =>
  element.shadowRoot?.querySelector<E>(`[part~='${name}']`) ?? null;

/** What can be read in a widget, white space folded. */
export const textOf = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Puts an element on the page with its properties, and takes it away when the test is over. */
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

/** Takes away what was mounted. For `afterEach`: however a test has left an element, no reference in it leads nowhere. */
export function unmountAll(): void {
  const dangling = mounted.flatMap(({ shadowRoot }) => (shadowRoot ? danglingReferences(shadowRoot) : []));
  for (const element of mounted.splice(0)) element.remove();
  if (dangling.length) throw new Error(`nothing there: ${[...new Set(dangling)].join(', ')}`);
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

/** The references to ids in a shadow tree that lead to nothing. */
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

/** Types into a field as a person would: the value, then the event. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** A promise, and what settles it. */
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

/** Does something while time runs so many times as fast for timers, though not for the clock. */
export async function hurried(times: number, act: () => Promise<unknown>): Promise<void> {
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((done: () => void, delay = 0) => real(done, delay / times)) as typeof setTimeout;
  try {
    await act();
  } finally {
    globalThis.setTimeout = real;
  }
}

/** Whether the browser would ask before this page is left. */
export const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/**
 * A key that goes on being held: another `keydown` where the focus is by now, and what a browser does then. Tests press
 * it the first time by `click()` or with the keyboard.
 */
export function repeatKey(element: DashboardElement, key: 'Enter' | ' ' = 'Enter'): void {
  const target = element.shadowRoot!.activeElement;
  const goesOn = target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, repeat: true, bubbles: true, composed: true, cancelable: true }),
  );
  if (goesOn && key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  if (goesOn && key === 'Enter' && target instanceof HTMLInputElement) target.form?.requestSubmit();
}
