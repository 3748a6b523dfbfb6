/** More outlines like those in `icons.ts`, apart because only code that loads later uses them. */
export const close = 'M4 4l8 8M12 4l-8 8';
export const calendar =
  'M3.5 3h9a1.25 1.25 0 0 1 1.25 1.25v8.25a1.25 1.25 0 0 1 -1.25 1.25h-9a1.25 1.25 0 0 1 -1.25 -1.25v-8.25a1.25 1.25 0 0 1 1.25 -1.25zM2.25 6.5h11.5M5.25 1.5v3M10.75 1.5v3';
export const download = 'M8 2.5v7.75M4.75 7L8 10.25 11.25 7M2.75 13.25h10.5';
export const up = 'M4.5 9.75L8 6.25l3.5 3.5';
export const filter = 'M2.5 4.25h11M4.5 8h7M6.5 11.75h3';
