import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { tempFolder } from '../../fixtures/temp.js';

/** Bundles a program as the command line is bundled. Resolves with the file to run. */
export async function bundled(entry: URL): Promise<string> {
  const outdir = join(tempFolder(), 'dist');
  await esbuild.build({
    entryPoints: [fileURLToPath(entry)],
    outdir,
    splitting: true,
    minify: true,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
  return join(outdir, `${basename(entry.pathname, '.ts')}.mjs`);
}
