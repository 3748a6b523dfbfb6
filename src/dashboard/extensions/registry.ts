// Loaded with every dashboard, so it knows nothing but the manifests.
import type { WidgetManifest } from './manifest.ts';

const manifests = new Map<string, WidgetManifest>();
const listeners = new Set<() => void>();

/** Returns the manifest of a widget of others. */
export const manifestOf = (tag: string): WidgetManifest | undefined => manifests.get(tag);

/** Returns all manifests, in the order in which they were registered. */
export const allManifests = (): readonly WidgetManifest[] => [...manifests.values()];

/** Registers a manifest. Returns `false` if its tag has one. */
export function register(manifest: WidgetManifest): boolean {
  if (manifests.has(manifest.tag)) return false;
  manifests.set(manifest.tag, manifest);
  for (const listener of listeners) listener();
  return true;
}

/** Calls a listener for each further manifest. Returns a function that removes it. */
export function onRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
