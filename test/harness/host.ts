import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from './browser.js';
import { root, stageExtension } from './extension.js';
import { freshHome } from './home.js';
import { installEditor } from './install.js';
import { address, startServer } from './server.js';
import type { EditorVersion } from './versions.js';
import { outFolder } from './window.js';

/** The longest that the tests in one host may take, in milliseconds. */
const patience = 5 * 60_000;

/** The extension and the tests that run beside it in the extension host, built. */
export interface HostSuite {
  readonly extension: string;
  /** The module whose `run` VS Code calls. */
  readonly tests: string;
}

/** Bundles test/host/**\/*.test.ts; throws where there is none. */
export async function buildHostSuite(): Promise<HostSuite> {
  const folder = join(root, 'test/host');
  const files = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  if (files.length === 0) throw new Error('There is no test in test/host.');
  // They call `describe`, which is there only once mocha is: hence import().
  const imports = files.map((file) => `await import(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`);
  const entry = `import { runTests } from './suite.js';
export const run = () => runTests(async () => { ${imports.join(' ')} });`;
  const extension = await stageExtension();
  await offerModels(join(extension, 'package.json'));
  // Inside the extension's folder, so that `vscode` is the one that this extension sees; .mjs, as VS Code goes by that.
  const tests = join(extension, 'tests/suite.mjs');
  await build({
    stdin: { contents: entry, resolveDir: folder, loader: 'ts' },
    outfile: tests,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  return { extension, tests };
}

/** Lets the tests bring language models of their own: VS Code wants them announced in the manifest. */
async function offerModels(path: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { contributes: object };
  const languageModelChatProviders = [{ vendor: 'pairsmith-test', displayName: 'Models of the tests' }];
  const contributes = { ...manifest.contributes, languageModelChatProviders };
  await writeFile(path, JSON.stringify({ ...manifest, contributes }));
}

/** Runs the suite in the real extension host; resolves with mocha's report and whether all passed. */
export async function runInHost(
  version: EditorVersion,
  suite: HostSuite,
  grep?: string,
): Promise<{ passed: boolean; report: string; log: string }> {
  const editor = await installEditor(version);
  // A server of one test may have the port of an earlier one's, and its requests.
  const { home, folder } = await freshHome({ settings: { 'pairsmith.cacheLimit': 0 } });
  const reportPath = join(home, 'report.txt');
  const env = {
    PAIRSMITH_HOST_REPORT: reportPath,
    ...(grep !== undefined && { PAIRSMITH_HOST_GREP: grep }),
  };
  const server = await startServer({ editor, home, trusted: true, env, development: true });
  let log = '';
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
        log += `[${type}] ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}\n`;
      });
      const ended = new Promise<number>((resolve, reject) => {
        void page.exposeFunction('codeAutomationExit', resolve);
        setTimeout(
          () => reject(new Error(`The tests did not end within ${patience / 60_000} minutes.`)),
          patience,
        ).unref();
      });
      const remote = (path: string): string =>
        `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', remote(suite.extension)],
        ['extensionTestsPath', remote(suite.tests)],
      ]);
      const query = new URLSearchParams({ payload }).toString();
      await page.goto(`${address(server, folder)}&${query}`, { waitUntil: 'commit' });
      const code = await ended.catch((error: Error) => {
        log += error.message;
        return 1;
      });
      const report = await readFile(reportPath, 'utf8').catch(() => '');
      const passed = code === 0 && report !== '';
      if (!passed) await page.screenshot({ path: join(outFolder, 'failed', `host-${version.vscode}.png`) });
      return { passed, report, log: log + server.log() };
    } finally {
      await browser.close();
    }
  } finally {
    await server.kill();
  }
}
