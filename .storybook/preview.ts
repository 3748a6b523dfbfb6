import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { environment, environmentTypes, initialEnvironment } from './environment.ts';

// Made by `npm run manifest`, which runs before Storybook does.
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
