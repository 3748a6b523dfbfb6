import { ContextProvider, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';

/** Provides a context only while it has a value: a provider without a value would hide one further up. */
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

  /** Stops providing for good; later values are ignored. */
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
    // A plain element has no life cycle that would announce the provider to consumers that asked earlier.
    if (!('addController' in host)) this.#provider.hostConnected();
  }
}

class DisposableProvider<T> extends ContextProvider<Context<unknown, T | undefined>> {
  /** Makes the consumers ask again, so that they find a provider further up, or a later one. */
  dispose(context: Context<unknown, T | undefined>): void {
    const { host } = this;
    host.removeEventListener('context-request', this.onContextRequest);
    host.removeEventListener('context-provider', this.onProviderRequest);
    host.removeController?.(this);
    const subscriptions = [...this.subscriptions];
    this.clearCallbacks();
    for (const [callback, { consumerHost }] of subscriptions) {
      callback(undefined);
      // The constructor of `@lit/context` takes different arguments in different versions, so the event is built by
      // hand.
      const request = new Event('context-request', { bubbles: true, composed: true });
      consumerHost.dispatchEvent(
        Object.assign(request, { context, contextTarget: consumerHost, callback, subscribe: true }),
      );
    }
  }
}
