import type { Snapshot } from './snapshot.ts';

/** The states of an element that a style sheet can select, by `:state(loading)`. */
export const widgetStates = ['loading', 'ready', 'empty', 'error', 'stale', 'forbidden', 'offline'] as const;
export type WidgetState = (typeof widgetStates)[number];

/**
 * Returns the states of an element that shows a snapshot: one, or `stale` and `offline` if there is data but no
 * connection. Returns none if nothing is shown: there is no adapter, or the platform does not offer the operation yet.
 */
export function statesOf(snapshot: Snapshot<unknown>, isEmpty: boolean): readonly WidgetState[] {
  switch (snapshot.phase) {
    case 'idle':
      return snapshot.missing ? [] : ['loading'];
    case 'planned':
      return [];
    case 'loading':
      return ['loading'];
    case 'error': {
      const { code } = snapshot.error;
      return [code === 'forbidden' || code === 'offline' ? code : 'error'];
    }
    case 'ready': {
      const { refreshError, hasRemoteChanges } = snapshot;
      if (refreshError) return refreshError.code === 'offline' ? ['stale', 'offline'] : ['stale'];
      return [hasRemoteChanges ? 'stale' : isEmpty ? 'empty' : 'ready'];
    }
  }
}

/**
 * Returns the states of a page of elements. `loading` and the error states apply if they apply to any element, `empty`
 * and `forbidden` if they apply to all; otherwise `ready`.
 */
export function combinedStates(all: readonly (readonly WidgetState[])[]): readonly WidgetState[] {
  const known = all.filter(({ length }) => length > 0);
  const isAny = (state: WidgetState): boolean => known.some((states) => states.includes(state));
  const isAll = (state: WidgetState): boolean => known.every((states) => states.includes(state));
  if (!known.length) return [];
  if (isAny('loading')) return ['loading'];
  const amiss = (['error', 'stale', 'offline'] as const).filter(isAny);
  if (amiss.length) return amiss;
  return [isAll('forbidden') ? 'forbidden' : isAll('empty') ? 'empty' : 'ready'];
}
