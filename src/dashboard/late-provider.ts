import { ContextProvider, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';

/** Provides while there is a value: a provider of nothing would hide one further up. */
export class LateProvider<T> {
  readonly #root: HTMLElement;
  readonly #context: Context<unknown, T | undefined>;
  #provider: DisposableProvider<T> | undefined;
  #isDisposed = false;

  constructor(root: HTMLElement, context: Context<unknown, T | undefined>) {
    this.#root = root;
    this.#context = context;
  }

  get value(): T | undefined {
    return this.#provider?.value;
  }

  set value(value: T | undefined) {
    if (value === undefined) this.#stop();
    else if (this.#provider) this.#provider.setValue(value);
    else if (!this.#isDisposed) this.#provide(value);
  }

  /** Provides nothing any more, whatever it is set to. */
  dispose(): void {
    this.#isDisposed = true;
    this.#stop();
  }

  #stop(): void {
    this.#provider?.dispose(this.#context);
    this.#provider = undefined;
  }

  #provide(initialValue: T): void {
    const host = this.#root as ReactiveElement;
    this.#provider = new DisposableProvider(host, { context: this.#context, initialValue });
    // A plain element has no life cycle that would announce the provider to who asked before it was there.
    if (!('addController' in host)) this.#provider.hostConnected();
  }
}

class DisposableProvider<T> extends ContextProvider<Context<unknown, T | undefined>> {
  /** Who was given a value asks again: of a provider further up or, where there is none, of one that comes later. */
  dispose(context: Context<unknown, T | undefined>): void {
    const { host } = this;
    host.removeEventListener('context-request', this.onContextRequest);
    host.removeEventListener('context-provider', this.onProviderRequest);
    host.removeController?.(this);
    const subscriptions = [...this.subscriptions];
    this.clearCallbacks();
    for (const [callback, { consumerHost }] of subscriptions) {
      callback(undefined);
      // Not by the constructor of `@lit/context`, which takes other arguments in other versions.
      const request = new Event('context-request', { bubbles: true, composed: true });
      consumerHost.dispatchEvent(
        Object.assign(request, { context, contextTarget: consumerHost, callback, subscribe: true }),
      );
    }
  }
}
