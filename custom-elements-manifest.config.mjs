// The manifest of the elements and, beside it, what editors and JSX read. None of it is committed.
import { cemSorterPlugin } from '@wc-toolkit/cem-sorter';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** @param {string} path */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Points every path at what is published. */
function repoint(/** @type {any} */ node) {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = published(value);
    else repoint(value);
  }
}

/** Leaves out what is private, for it is no promise to anybody. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase(/** @type {any} */ { customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          (/** @type {any} */ { privacy = 'public' }) => privacy === 'public',
        );
      }
    }
    repoint(customElementsManifest);
  },
};

export default {
  globs: ['src/{dashboard,element,features,widgets}/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/define.ts'],
  outdir: '.',
  litelement: true,
  overrideModuleCreation(/** @type {any} */ { ts, globs }) {
    const program = getTsProgram(ts, globs, 'tsconfig.build.json');
    return program
      .getSourceFiles()
      .filter((/** @type {any} */ file) => globs.some((/** @type {string} */ glob) => file.fileName.includes(glob)));
  },
  plugins: [
    publicOnly,
    typeParserPlugin({ propertyName: 'parsedType' }),
    cemSorterPlugin({ deprecatedLast: true }),
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null, typesSrc: 'parsedType' }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, typesSrc: 'parsedType' }),
    jsxTypesPlugin({
      outdir: 'dist',
      fileName: 'jsx.d.ts',
      componentTypePath: (_name, _tag, path) => `./${published(path ?? '').replace(/^dist\//, '')}`,
      stronglyTypedEvents: true,
      excludeCssCustomProperties: true,
    }),
  ],
};
