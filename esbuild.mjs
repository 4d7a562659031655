// Bundles the extension, the command line and the library in one go: they share chunks, and heavy parts stay behind
// import(). The review page is a bundle of its own. `--watch` rebuilds on change; `--out DIR` builds elsewhere; `--meta FILE` writes esbuild's metafile.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { values } = parseArgs({
  options: { watch: { type: 'boolean' }, out: { type: 'string', default: 'dist' }, meta: { type: 'string' } },
});

/**
 * Of the manifest the programs read the version alone; all of it is 34 kB.
 * @type {import('esbuild').Plugin}
 */
const versionAlone = {
  name: 'version-alone',
  setup(build) {
    const manifest = resolve('package.json');
    build.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      if (path !== manifest) return undefined;
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: { cli: 'src/cli/main.ts', extension: 'src/extension/main.ts', index: 'src/index.ts' },
  outdir: values.out,
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  minify: !values.watch,
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [versionAlone],
  // CommonJS packages inside an ES module still call require.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
};

/**
 * The review page: one script, one style sheet, and the font of its icons.
 * @type {import('esbuild').BuildOptions}
 */
const page = {
  entryPoints: { review: 'src/webview/review.tsx' },
  outdir: join(values.out, 'webview'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'chrome138',
  charset: 'utf8',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  minify: !values.watch,
  sourcemap: values.watch ? 'inline' : false,
  logLevel: 'warning',
};

if (values.watch) {
  const contexts = await Promise.all([esbuild.context(options), esbuild.context(page)]);
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('watching');
} else {
  await rm(values.out, { recursive: true, force: true });
  const [{ metafile }] = await Promise.all([esbuild.build(options), esbuild.build(page)]);
  if (values.meta) await writeFile(values.meta, JSON.stringify(metafile));
}
