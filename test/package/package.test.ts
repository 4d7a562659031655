import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is built, as others get it. Needs `npm run build` before. */
describe('the package', function () {
  // Compilers and bundlers: a second or two each on a machine that does nothing else.
  this.timeout(60_000);

  it('does what the README’s example says, in types and when run', async () => {
    const readme = await readFile('README.md', 'utf8');
    const example = /```ts\n([\s\S]+?)```/.exec(readme)?.[1];
    assert.ok(example, 'the README has no example');
    await mkdir('out/example', { recursive: true });
    await rm('out/api.pairs.jsonl', { force: true });
    await writeFile('out/example/example.mts', example);
    const compilerOptions = {
      strict: true,
      module: 'nodenext',
      target: 'es2023',
      types: ['node'],
      outDir: '.',
    };
    await writeFile('out/example/tsconfig.json', JSON.stringify({ compilerOptions, files: ['example.mts'] }));
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'out/example']);
    const { stdout } = await run(process.execPath, ['out/example/example.mjs']);
    assert.match(stdout, /^\d+ chunks to do\n\d+ pairs\n.+\?/);
  });

  it('has a command line that says what it can do', async () => {
    const { stdout } = await run(process.execPath, ['dist/cli.js', '--help']);
    assert.match(stdout, /pairsmith generate PATH\.\.\./);
  });

  it('starts quickly, as heavy parts load when they are used', async () => {
    const meta = await esbuildMeta();
    const loaded = (entry: string): string[] => {
      const seen = new Set<string>();
      const visit = (file: string) => {
        if (seen.has(file)) return;
        seen.add(file);
        for (const { path, kind } of meta.outputs[file]?.imports ?? [])
          if (kind === 'import-statement') visit(path);
      };
      visit(entry);
      return [...seen];
    };
    for (const [entry, most] of [
      ['extension', 60_000],
      ['cli', 150_000],
    ] as const) {
      const files = loaded(`out/meta/${entry}.js`);
      const bytes = files.reduce((sum, file) => sum + (meta.outputs[file]?.bytes ?? 0), 0);
      assert.ok(bytes > 0 && bytes < most, `${entry}: ${bytes} bytes`);
    }
    const inputs = loaded('out/meta/extension.js').flatMap((file) =>
      Object.keys(meta.outputs[file]?.inputs ?? {}),
    );
    const packages = inputs.filter((input) => input.includes('node_modules/'));
    assert.deepEqual(packages, [], 'the extension loads packages when it starts');
  });
});

interface Meta {
  readonly outputs: Record<
    string,
    { bytes: number; inputs: object; imports: { path: string; kind: string }[] } | undefined
  >;
}

async function esbuildMeta(): Promise<Meta> {
  await mkdir('out', { recursive: true });
  await run(process.execPath, ['esbuild.mjs', '--out', 'out/meta', '--meta', 'out/meta.json']);
  return JSON.parse(await readFile('out/meta.json', 'utf8')) as Meta;
}
