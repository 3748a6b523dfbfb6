// What a strict host's page runs: every widget in the states that any adapter can bring it to.
import type { Adapter } from '../../src/adapter/adapter.ts';
import type { DashboardElement } from '../../src/element/dashboard-element.ts';

/** An adapter with every port and every method, each of which answers in the same way. */
function answering(answer: () => Promise<unknown>): Adapter {
  const port = new Proxy({}, { get: () => answer });
  return new Proxy({}, { get: (_, name) => (name === 'links' ? () => null : name === 'permissions' ? answer : port) });
}
const ADAPTERS: readonly Adapter[] = [
  answering(() => new Promise(() => {})),
  answering(() => Promise.reject(new Error('planted'))),
];

async function show(tag: string, adapter: Adapter): Promise<void> {
  await customElements.whenDefined(tag);
  const element = document.createElement(tag) as DashboardElement;
  element.adapter = adapter;
  element.customerId = 'customer-1';
  document.body.append(element);
  await element.updateComplete;
}

/** Each element with its box and its whole computed style, through all shadow roots. */
function* looks(root: ParentNode): Generator<string> {
  for (const element of root.querySelectorAll('*')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const properties = Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(';');
    yield `${element.localName} ${[x, y, width, height].join(' ')} ${properties}`;
    if (element.shadowRoot) yield* looks(element.shadowRoot);
  }
}

/** Shows the widgets and tells what they look like once they have settled. */
export async function showAll(tags: readonly string[]): Promise<string[]> {
  for (const tag of tags) for (const adapter of ADAPTERS) await show(tag, adapter);
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const animation of document.getAnimations()) animation.cancel();
  return [...looks(document.body)];
}
