import type { ReactiveController } from 'lit';
import { clientContext } from '../../element/contexts.ts';
import { Lazy, type LazyHost } from '../../element/lazy.ts';
import type { ContextRequest } from './extension-access.ts';
import type { Extensions, ExtensionsHost } from './extensions.ts';
import { allManifests, manifestOf, onRegistered } from './registry.ts';

/**
 * Loads what a dashboard needs for widgets of others, once one is registered. Requests of such widgets for the client of
 * the page end here: each gets a client of its own, when that has loaded.
 */
export class ExtensionLoader implements ReactiveController {
  readonly #host: ExtensionsHost & LazyHost;
  readonly #module: Lazy<typeof import('./extensions.ts')>;
  #extensions: Extensions | undefined;
  #waiting: { readonly child: Element; readonly request: ContextRequest }[] = [];
  #stop = (): void => {};

  constructor(host: ExtensionsHost & LazyHost) {
    this.#host = host;
    this.#module = new Lazy(host, () => import('./extensions.ts'));
    host.addEventListener('context-request', this.#intercept as (event: Event) => void, { capture: true });
    host.addController(this);
  }

  /** The widgets of others, if they have loaded. */
  get current(): Extensions | undefined {
    return this.#extensions;
  }

  hostConnected(): void {
    this.#stop = onRegistered(() => this.#host.requestUpdate());
    this.#extensions?.connect();
  }

  hostDisconnected(): void {
    this.#stop();
    this.#extensions?.disconnect();
  }

  /** Follows the dashboard. Called before its layout is, which shows what is here. */
  update(): void {
    if (!this.#host.isConnected) return;
    if (this.#module.module && !this.#extensions) {
      this.#extensions = new this.#module.module.Extensions(this.#host);
      this.#extensions.connect();
    } else if (allManifests().length > 0 && this.#module.state === 'idle') this.#module.load();
    this.#extensions?.update();
    if (!this.#extensions) return;
    for (const { child, request } of this.#waiting.splice(0)) this.#extensions.answer(child, request);
  }

  readonly #intercept = (request: ContextRequest): void => {
    if (request.context !== clientContext) return;
    const child = request.composedPath().find((node) => node instanceof Element && node.parentElement === this.#host);
    if (!(child instanceof Element) || !manifestOf(child.localName)) return;
    request.stopImmediatePropagation();
    if (this.#extensions) return this.#extensions.answer(child, request);
    this.#waiting.push({ child, request });
    this.#host.requestUpdate();
  };
}
