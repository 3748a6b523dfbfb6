import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { environment, environmentTypes, initialEnvironment } from './environment.ts';

// `npm run manifest` generates this file before Storybook starts.
const [manifest] = Object.values(import.meta.glob('../custom-elements.json', { eager: true, import: 'default' }));
if (manifest) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, backgrounds: { disable: true } },
  globalTypes: environmentTypes,
  initialGlobals: initialEnvironment,
  decorators: [environment],
};

export default preview;
