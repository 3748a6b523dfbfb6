import type { ReactiveController } from 'lit';
import { Lazy } from './lazy.ts';
import type { WidgetHost } from './widget-host.ts';

/** The time in milliseconds in which a provider may still arrive. */
const grace = 1000;

const waiting = new Set<SetupController>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Browsers throttle the host's scripts in a hidden tab too, so the wait restarts when the tab becomes visible. */
function reportAll(): void {
  const late = [...waiting].filter((controller) => controller.isIncomplete);
  waiting.clear();
  if (!document.hidden) for (const controller of late) controller.report(late);
}

/**
 * Detects a missing adapter or customer. One timer serves the whole page: it fires a second after the last element
 * began to wait, so that a single warning covers all of them.
 */
export class SetupController implements ReactiveController {
  readonly host: WidgetHost;
  readonly #words: Lazy<typeof import('./missing-setup.ts')>;

  constructor(host: WidgetHost) {
    this.host = host;
    this.#words = new Lazy(host, () => import('./missing-setup.ts'));
    host.addController(this);
  }

  /** The text about the missing setup, for a developer, once the grace period has passed. */
  get missing(): { readonly title: string; readonly help: string } | undefined {
    return this.#isReported ? this.#words.module?.describeMissing(this.host) : undefined;
  }

  #isReported = false;

  /** `true` if the adapter or the customer is missing now: an update that waits has not seen yet what has arrived. */
  get isIncomplete(): boolean {
    const { client, customerId } = this.host.provided;
    return client === undefined || (customerId === undefined && this.host.scope === 'customer');
  }

  hostUpdate(): void {
    if (!this.isIncomplete) this.hostDisconnected();
    else if (this.host.isConnected && !this.#isReported && !waiting.has(this)) {
      waiting.add(this);
      clearTimeout(timer);
      timer = setTimeout(reportAll, grace);
    }
  }

  hostDisconnected(): void {
    waiting.delete(this);
    this.#isReported = false;
  }

  report(late: readonly SetupController[]): void {
    this.#isReported = true;
    this.#words.use(({ warnOfMissing }) => {
      if (this.#isReported && this.isIncomplete) warnOfMissing(this.host, late);
      this.host.requestUpdate();
    });
  }
}
