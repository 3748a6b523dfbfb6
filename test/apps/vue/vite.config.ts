import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// The elements of the package are the browser's, not components of Vue.
const isCustomElement = (tag: string) => tag.includes('-');

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
