// The toolbar chooses the surroundings of a widget. The axes are independent, and none is a state of the widget.
import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** An axis maps each of its choices to a label; the first is the default. */
const AXES = {
  scheme: { title: 'Scheme', icon: 'mirror', items: { light: 'Light', dark: 'Dark', system: 'System' } },
  density: { title: 'Density', icon: 'component', items: { comfortable: 'Comfortable', compact: 'Compact' } },
  dir: { title: 'Direction', icon: 'transfer', items: { ltr: 'Left to right', rtl: 'Right to left' } },
  locale: { title: 'Locale', icon: 'globe', items: { 'en-GB': 'English', id: 'Bahasa Indonesia', 'en-XA': 'Pseudo' } },
  width: { title: 'Width', icon: 'ruler', items: { full: 'Full width', '960px': '960 px', '400px': '400 px' } },
} as const;

export const environmentTypes = Object.fromEntries(
  Object.entries(AXES).map(([name, { title, icon, items }]) => [
    name,
    {
      description: title,
      toolbar: {
        title,
        icon,
        items: Object.entries(items).map(([value, label]) => ({ value, title: label })),
        dynamicTitle: true,
      },
    },
  ]),
);

export const initialEnvironment = Object.fromEntries(
  Object.entries(AXES).map(([name, { items }]) => [name, Object.keys(items)[0]]),
);

const SCHEMES: Readonly<Record<string, string>> = { light: 'light', dark: 'dark', system: 'light dark' };

export const environment: Decorator = (story, { globals }) => {
  const { scheme, density, dir, locale, width } = globals as Readonly<Record<string, string>>;
  return html`<div
    lang=${locale ?? 'en'}
    dir=${dir ?? 'ltr'}
    style=${styleMap({
      colorScheme: SCHEMES[scheme ?? 'light'],
      '--clientele-density': density === 'compact' ? '0' : '1',
      inlineSize: width === 'full' ? undefined : width,
      background: 'Canvas',
      color: 'CanvasText',
    })}
  >
    ${story()}
  </div>`;
};
