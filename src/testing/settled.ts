import type { DashboardElement } from '../element/dashboard-element.ts';
import { Lazy } from '../element/lazy.ts';

/**
 * Registers hooks that follow what elements load on demand. Returns a function that tells whether an element shows all of its
 * data and parts.
 */
export function followLoads(): (element: DashboardElement) => boolean {
  const loaded = new Set<Lazy<unknown>>();
  const { load } = Lazy.prototype;
  before(() => {
    Lazy.prototype.load = function (this: Lazy<unknown>) {
      loaded.add(this);
      load.call(this);
    };
  });
  after(() => {
    Lazy.prototype.load = load;
  });
  afterEach(() => loaded.clear());
  return (element) =>
    [...loaded].every(({ state }) => state !== 'loading') &&
    element.hasUpdated &&
    !element.isUpdatePending &&
    !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton');
}
