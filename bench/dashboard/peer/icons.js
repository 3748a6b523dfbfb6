// The icons of the page: outlines on a grid of 16.
import { html } from './format.js';

const paths = {
  card: 'M3.25 3.25h9.5a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1 -1.5 1.5h-9.5a1.5 1.5 0 0 1 -1.5 -1.5v-6.5a1.5 1.5 0 0 1 1.5 -1.5zM1.75 6.5h12.5M4.25 10h2.5',
  truck:
    'M3 11.25H1.75v-7.5h7.5v7.5H6M9.25 6.25H12l2.25 2.5v2.5h-.75M3 11.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0zM10.4 11.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z',
  box: 'M8 1.75l5.5 3v6.5l-5.5 3-5.5-3v-6.5zM2.75 4.9L8 7.75l5.25-2.85M8 7.75v6.25',
  check: 'M3.25 8.5l3 3L12.75 5',
  cancel: 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0zM5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5',
  swap: 'M2.5 5.25h10.25M10 2.5l2.75 2.75L10 8M13.5 10.75H3.25M6 8l-2.75 2.75L6 13.5',
  back: 'M5.25 2.75L2 6l3.25 3.25M2.25 6h7.5a3.75 3.75 0 0 1 0 7.5H6',
  clock: 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0zM8 4.5V8l2.25 1.5',
  pencil: 'M10.75 2.75l2.5 2.5-7.75 7.75-3.25.75.75-3.25zM9 4.5L11.5 7',
  pin: 'M5.25 2.25h5.5M6.25 2.25v3.9L4 9.25h8L9.75 6.15v-3.9M8 9.25v4.5',
  bin: 'M3 4.5h10M6.25 4.5v-2h3.5v2M4.25 4.5l.5 9h6.5l.5-9',
  copy: 'M7 5.75h5.5a1.25 1.25 0 0 1 1.25 1.25v5.5a1.25 1.25 0 0 1 -1.25 1.25h-5.5a1.25 1.25 0 0 1 -1.25 -1.25v-5.5a1.25 1.25 0 0 1 1.25 -1.25z',
  eye: 'M1.5 8S3.9 3.5 8 3.5 14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8zM6.1 8a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0 -3.8 0z',
  info: 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0zM8 7.25v3.5M8 5v.01',
};

/** @typedef {keyof typeof paths} IconName */

/** @param {IconName} name */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${paths[name]}" /></svg>`;

/**
 * @param {IconName} name
 * @param {string} label
 */
export const iconButton = (name, label) =>
  html`<button type="button" class="button bare" aria-label="${label}" title="${label}">${icon(name)}</button>`;

/**
 * @param {string} tone
 * @param {IconName} name
 * @param {string} words
 */
export const badge = (tone, name, words) => html`<span class="badge ${tone}">${icon(name)}${words}</span>`;
