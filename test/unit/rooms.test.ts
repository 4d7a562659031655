import assert from 'node:assert/strict';
import * as esbuild from 'esbuild';

/** Who may import whom, by the first folders of a path. A stage of the core knows the model, and not its neighbours. */
const forbidden: readonly { from: RegExp; to: RegExp; why: string }[] = [
  { from: /^src\/core\//, to: /^src\/(node|cli|extension|webview)\//, why: 'the core runs anywhere' },
  { from: /^src\/core\//, to: /^(node:|vscode$)/, why: 'the core runs anywhere' },
  { from: /^src\/(core|node|cli|webview)\//, to: /^vscode$/, why: 'only src/extension knows VS Code' },
  { from: /^src\/node\//, to: /^src\/(cli|extension|webview)\//, why: 'ports know no program' },
  { from: /^src\/cli\//, to: /^src\/(extension|webview)\//, why: 'programs do not know each other' },
  { from: /^src\/extension\//, to: /^src\/(cli|webview)\//, why: 'programs do not know each other' },
  { from: /^src\/webview\//, to: /^src\/(node|cli|extension)\//, why: 'the page knows the protocol alone' },
  ...['dataset', 'documents', 'chunks', 'recipes', 'providers', 'quality', 'splits'].map((room) => ({
    from: new RegExp(`^src/core/${room}/`),
    to: new RegExp(`^src/core/(?!${room}/|dataset/|[^/]+$)`),
    why: 'a stage knows the model and its own job',
  })),
];

/** Where one stage builds on another: a recipe's reply is a provider's completion. */
const allowed = [
  ['src/core/recipes/', 'src/core/providers/provider.ts'],
  ['src/core/providers/builtin/', 'src/core/providers/'],
];

async function imports(): Promise<{ from: string; to: string }[]> {
  const { metafile } = await esbuild.build({
    entryPoints: ['src/**/*.ts'],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    logLevel: 'silent',
  });
  return Object.entries(metafile.inputs).flatMap(([from, { imports: edges }]) =>
    edges.map((edge) => ({ from, to: edge.path })),
  );
}

describe('rooms', () => {
  it('import only what they may', async function () {
    this.timeout(60_000);
    const edges = await imports();
    assert.ok(edges.length > 50, 'the import graph is empty');
    const broken = edges.flatMap(({ from, to }) =>
      forbidden
        .filter((rule) => rule.from.test(from) && rule.to.test(to))
        .filter(() => !allowed.some(([a, b]) => from.startsWith(a as string) && to.startsWith(b as string)))
        .map((rule) => `${from} imports ${to}: ${rule.why}`),
    );
    assert.deepEqual(broken, []);
  });
});
