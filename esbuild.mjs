// Bundles the extension, the command line and the library in one go: they share chunks, and heavy parts stay behind
// import(). `--watch` rebuilds on change; `--out DIR` builds elsewhere; `--meta FILE` writes esbuild's metafile.
import { rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { values } = parseArgs({
  options: { watch: { type: 'boolean' }, out: { type: 'string', default: 'dist' }, meta: { type: 'string' } },
});

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
  // CommonJS packages inside an ES module still call require.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
};

if (values.watch) {
  const context = await esbuild.context(options);
  await context.watch();
  console.log('watching');
} else {
  await rm(values.out, { recursive: true, force: true });
  const { metafile } = await esbuild.build(options);
  if (values.meta) await writeFile(values.meta, JSON.stringify(metafile));
}
