import type { Hono } from 'hono';

/** Returns the image URL of a product in the demo's shop. */
export const pictureUrl = (sku: string): string => `/pictures/${encodeURIComponent(sku.toLowerCase())}.svg`;

/** Serves an image for every SKU, drawn on request. */
export function servePictures(app: Hono): void {
  app.get('/pictures/:name{[a-z0-9-]+\\.svg}', (context) =>
    context.body(drawingOf(context.req.param('name').replace(/\.svg$/, '')), 200, {
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=86400',
    }),
  );
}

/** Colors by glaze or material. The last part of a SKU that names one is used. */
const colours: Readonly<Record<string, string>> = {
  oat: '#d9c7a5',
  ink: '#33465f',
  moss: '#6f7f55',
  rust: '#a8583a',
  snow: '#eceae4',
  sand: '#cbb186',
  slate: '#6b747c',
  bch: '#c79a6b',
  wal: '#6d4a35',
  ash: '#dcc9a8',
  cof: '#5a4334',
  ppr: '#e6dfd2',
  tpt: '#8a9aa3',
};
const steel = '#a9b1b7';

/** Outlines by the first part of a SKU, in a view box of 64 by 64. */
const outlines: Readonly<Record<string, string>> = {
  cup: 'M17 21h26v17a10 10 0 0 1-10 10h-6a10 10 0 0 1-10-10zM43 26h3a6 6 0 0 1 0 12h-3v-4h2a2.500 2.500 0 0 0 0-4h-2z',
  esp: 'M21 25h19v11a9 9 0 0 1-9 9h-1a9 9 0 0 1-9-9zM40 28h2a5 5 0 0 1 0 10h-2v-3h1a2 2 0 0 0 0-4h-1z',
  plt: 'M32 14a18 18 0 1 0 0 36a18 18 0 1 0 0-36zm0 8a10 10 0 1 1 0 20a10 10 0 1 1 0-20z',
  sau: 'M32 17a15 15 0 1 0 0 30a15 15 0 1 0 0-30zm0 9a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  bwl: 'M12 25h40a20 20 0 0 1-13 19v4H25v-4a20 20 0 0 1-13-19z',
  vas: 'M26 13h12v5c0 6 8 9 8 19c0 9-6 14-14 14s-14-5-14-14c0-10 8-13 8-19z',
  jug: 'M20 15h22l-3 8c5 6 6 26-2 27H24c-8-3-6-22 0-28zM42 24h4a6 6 0 0 1 6 6v5a6 6 0 0 1-6 6h-3v-4h2a3 3 0 0 0 3-3v-3a3 3 0 0 0-3-3h-3z',
  tpt: 'M20 26h24c4 6 4 18-3 22H23c-4-2-6-6-6-10l-8-9 3-3 7 6zM27 24a5 5 0 0 1 10 0zM46 30h3a6 6 0 0 1 0 12h-3v-4h2a2 2 0 0 0 0-4h-2z',
  try: 'M10 27h44v12a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4zm5 4v6h34v-6z',
  til: 'M16 20h32a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3V23a3 3 0 0 1 3-3z',
  cof: 'M20 13h24v5l3 4v28H17V22l3-4zm4 16v10h16V29z',
  brd: 'M14 20h30v6h8v12h-8v6H14z',
  twl: 'M18 13h28v38H18zm4 26v3h20v-3zm0 5v3h20v-3z',
  apr: 'M25 12h14v9l8 6v24H17V27l8-6zm1 24v9h12v-9z',
};
const box = 'M32 12l18 9v22l-18 9-18-9V21zm0 4.500L18.500 23 32 29.700 45.500 23z';

/** Draws a product as an SVG file. */
export function drawingOf(sku: string): string {
  const parts = sku.toLowerCase().split('-');
  const named = parts.toReversed().find((part) => Object.hasOwn(colours, part));
  const [kind = ''] = parts;
  const outline = Object.hasOwn(outlines, kind) ? outlines[kind]! : box;
  const colour = named === undefined ? steel : colours[named]!;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">',
    '<rect width="64" height="64" fill="#f1efea"/>',
    `<path d="${outline}" fill="${colour}" stroke="#2a2622" stroke-opacity=".18" fill-rule="evenodd"/>`,
    '</svg>',
  ].join('');
}
