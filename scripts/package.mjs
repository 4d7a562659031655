// Makes pairsmith-VERSION.vsix, which VS Code installs: `npm run package`, or with `-- --out DIR` elsewhere. The README's
// pictures are not in it: `-- --images URL` says where they are on the web, else the packed README has none.
// It is packed from a folder that holds just what the extension loads, which .vscodeignore cannot tell.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run, scratch } from '../test/harness/cache.ts';
import { installVsce } from '../test/harness/install.ts';

/** Bytes. A larger one installs slowly, and says that something is in it that should not be. */
const limit = 2_000_000;

const { values } = parseArgs({
  options: { out: { type: 'string', default: '.' }, images: { type: 'string' } },
});
const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const folder = await scratch('package');
try {
  const built = join(folder, 'built');
  const meta = join(folder, 'meta.json');
  await run(process.execPath, ['esbuild.mjs', '--out', built, '--meta', meta]);
  const packed = join(folder, 'packed');
  const { outputs } = JSON.parse(await readFile(meta, 'utf8'));
  for (const file of await shipped(built, outputs)) {
    const target = join(packed, 'dist', file);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(built, file), target);
  }
  for (const name of ['media', 'l10n', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE'])
    await cp(name, join(packed, name), { recursive: true });
  await writeFile(join(packed, 'package.json'), `${JSON.stringify(forEditor(manifest), null, 2)}\n`);

  if (values.images === undefined) {
    const readme = join(packed, 'README.md');
    await writeFile(readme, (await readFile(readme, 'utf8')).replace(/^!\[.*\]\(.*\)\n\n?/gm, ''));
  }

  const vsix = resolve(values.out, `${manifest.name}-${manifest.version}.vsix`);
  await mkdir(values.out, { recursive: true });
  await rm(vsix, { force: true });
  const flags = [
    '--no-dependencies',
    ...(values.images === undefined ? ['--no-rewrite-relative-links'] : ['--baseImagesUrl', values.images]),
    '--allow-missing-repository',
    '--out',
    vsix,
  ];
  await run(process.execPath, [await installVsce(), 'package', ...flags], { cwd: packed });
  const { size } = await stat(vsix);
  for (const file of await filesIn(packed)) console.log(`  ${file}`);
  console.log(`${relative('.', vsix)}: ${(size / 1e6).toFixed(2)} MB`);
  if (size >= limit)
    throw new Error(`It must be smaller than ${limit / 1e6} MB: see which of these files is large.`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What was built for the extension: not the command line, the library, what they alone load, types and maps. */
async function shipped(built, outputs) {
  const loaded = new Set();
  const follow = (path) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, external } of outputs[path]?.imports ?? []) if (!external) follow(next);
  };
  const known = Object.keys(outputs);
  follow(known.find((path) => path.endsWith('/extension.js')));
  const scripts = new Set(
    known.filter((path) => !loaded.has(path)).map((path) => slashed(relative(built, resolve(path)))),
  );
  const files = await filesIn(built);
  const others = new Set(files.filter((file) => /^(cli|index)\.js$|\.map$|^types\//.test(file)));
  return files.filter((file) => !others.has(file) && !(file.startsWith('parts/') && scripts.has(file)));
}

/** The manifest without what concerns npm alone. */
function forEditor(all) {
  const npm = ['bin', 'exports', 'scripts', 'dependencies', 'devDependencies', 'overrides'];
  return Object.fromEntries(Object.entries(all).filter(([name]) => !npm.includes(name)));
}

function slashed(path) {
  return path.replaceAll('\\', '/');
}

/** The files below a folder, with `/`, in order. */
async function filesIn(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => slashed(relative(root, join(entry.parentPath ?? entry.path, entry.name))))
    .sort();
}
