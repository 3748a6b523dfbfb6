// The manifest of the elements, and what is made of it: data for editors, and the types of the elements for frameworks.
// None of it is committed.
import { cemSorterPlugin } from '@wc-toolkit/cem-sorter';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { attributeTypes } from './tools/manifest/attribute-types.mjs';
import { elementTypes } from './tools/manifest/element-types.mjs';
import { createProgram } from './tools/manifest/program.mjs';
import { definitions, publicOnly, withoutNotes } from './tools/manifest/public-only.mjs';

/** @type {import('typescript').Program} */
let program;

export default {
  globs: ['src/element/dashboard-element.ts', 'src/list/*.ts', 'src/{dashboard,search,widgets/*}/*.ts'],
  exclude: ['src/**/*.{test,stories}.ts', 'src/widgets/*/scenarios.ts'],
  outdir: '.',
  litelement: true,
  overrideModuleCreation(/** @type {any} */ { ts, globs }) {
    program = createProgram(ts);
    return program
      .getSourceFiles()
      .filter(({ fileName }) => globs.some((/** @type {string} */ glob) => fileName.endsWith(`/${glob}`)));
  },
  plugins: [
    definitions,
    attributeTypes(() => program),
    publicOnly,
    cemSorterPlugin({ deprecatedLast: true }),
    customElementVsCodePlugin({ cssFileName: null, typesSrc: 'values', hideLogs: true }),
    customElementJetBrainsPlugin({ packageJson: false, hideLogs: true }),
    elementTypes('src/types/elements.ts'),
    withoutNotes,
  ],
};
