// Computes and formats the medians of samples.
import { median } from './figures.mjs';

/** @typedef {import('./measure.mjs').Sample} Sample */

/**
 * @param {readonly Sample[]} samples
 * @returns {Sample}
 */
export function medians(samples) {
  const of = (/** @type {keyof Sample} */ name) => median(samples.map((sample) => sample[name]));
  return {
    style: of('style'),
    layout: of('layout'),
    script: of('script'),
    total: of('total'),
    styles: of('styles'),
    layouts: of('layouts'),
    elements: of('elements'),
    shift: of('shift'),
    blocking: of('blocking'),
    requests: of('requests'),
    renders: of('renders'),
  };
}

/** @type {Record<keyof Sample, string>} */
export const LABELS = {
  style: 'style, ms',
  layout: 'layout, ms',
  script: 'script, ms',
  total: 'script start to all data, ms',
  styles: 'style recalculations',
  layouts: 'layouts',
  elements: 'elements',
  shift: 'layout shift',
  blocking: 'blocking time, ms',
  requests: 'requests',
  renders: 'renders until all data',
};
const NAMES = /** @type {(keyof Sample)[]} */ (Object.keys(LABELS));

/**
 * Formats the medians of both pages side by side, with the ratio of ours to the peer.
 * @param {string} title
 * @param {Sample} peer
 * @param {Sample} ours
 */
export function table(title, peer, ours) {
  const row = (/** @type {string[]} */ [label = '', ...cells]) =>
    label.padEnd(30) + cells.map((cell) => cell.padStart(14)).join('');
  const figure = (/** @type {keyof Sample} */ name, /** @type {number} */ value) =>
    LABELS[name].endsWith('ms') ? value.toFixed(1) : String(value);
  return [
    row([title, 'hand-written', 'Clientele', 'ratio']),
    ...NAMES.map((name) =>
      row([LABELS[name], figure(name, peer[name]), figure(name, ours[name]), (ours[name] / peer[name]).toFixed(2)]),
    ),
  ].join('\n');
}
