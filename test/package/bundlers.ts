// Bundles one app with four bundlers, each configured as in its own documentation. A bundler's warning is an error.
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { snippetsOf } from '../snippets/markdown.ts';

/** Bundles `app.js` of a folder, and returns the name of the output folder. */
export type Bundler = (folder: string) => Promise<string>;

/** The configuration of docs/guides/embedding.md. */
const { name: configFile, code: config } = snippetsOf('docs/guides/embedding.md').find(
  ({ name }) => name === 'vite.config.ts',
)!;

export const bundlers: Readonly<Record<string, Bundler>> = {
  async vite(folder) {
    const outDir = 'vite';
    writeFileSync(join(folder, configFile), config);
    await vite({
      root: folder,
      base: './',
      configFile: join(folder, configFile),
      logLevel: 'warn',
      customLogger: failing,
      // All elements and both adapters exceed Vite's default limit for a chunk.
      build: {
        outDir,
        minify: true,
        chunkSizeWarningLimit: 1000,
        rolldownOptions: {
          // A slow machine is no fault of the bundle.
          checks: { bundlerTimings: false },
          input: join(folder, 'app.js'),
          output: { entryFileNames: 'app.js' },
        },
      },
    });
    const own = globSync(join(folder, outDir, 'assets/clientele-*.js'));
    if (own.length !== 1) throw new Error(`${own.length} files have the modules of the first load.`);
    return outDir;
  },

  async webpack(folder) {
    const path = join(folder, 'webpack');
    const compiler = webpack({
      context: folder,
      mode: 'production',
      entry: './app.js',
      output: { path, filename: 'app.js' },
      performance: false,
    });
    const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
      compiler!.run((error, result) => (error ? reject(error) : resolve(result)));
    });
    const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
    if (errors.length + warnings.length > 0)
      throw new Error([...errors, ...warnings].map(({ message }) => message).join('\n'));
    return 'webpack';
  },

  async rollup(folder) {
    const build = await rollup({
      input: join(folder, 'app.js'),
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ message }) => {
        throw new Error(message);
      },
    });
    await build.write({ dir: join(folder, 'rollup') });
    return 'rollup';
  },

  async esbuild(folder) {
    const { warnings } = await esbuild({
      absWorkingDir: folder,
      entryPoints: ['app.js'],
      outdir: 'esbuild',
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'silent',
    });
    if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
    return 'esbuild';
  },
};

const fail = (message: string): never => {
  throw new Error(message);
};

/** A Vite logger that makes a warning fail the build. */
const failing = {
  info: () => {},
  warn: fail,
  warnOnce: fail,
  error: fail,
  clearScreen: () => {},
  hasErrorLogged: () => false,
  hasWarned: false,
};
