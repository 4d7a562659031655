import { existsSync } from 'node:fs';
import { chmod, cp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cached, npmInstall, run } from './cache.js';
import { chromium, type EditorVersion, vsce } from './versions.js';

/** A VS Code server, and the Node to run it with. */
export interface Editor {
  readonly node: string;
  readonly main: string;
}

/** Takes about 20 s the first time. */
export async function installEditor(version: EditorVersion): Promise<Editor> {
  const node = await installNode(version.node);
  const folder = await cached(`vscode-${version.vscode}-with-log`, async (partial) => {
    await npmInstall(partial, [`code-server@${version.codeServer}`]);
    const server = join(partial, 'vscode');
    await rename(join(partial, 'node_modules/code-server/lib/vscode'), server);
    // code-server's own launcher and what it needs; VS Code's server is started directly.
    await rm(join(partial, 'node_modules'), { recursive: true });
    // Up to 1.104 it pins a dependency to an address at GitHub.
    await rm(join(server, 'npm-shrinkwrap.json'), { force: true });
    await npmInstall(server, ['--omit=dev'], join(node, '..') + delimiter + process.env['PATH']);
    await cp(
      join(import.meta.dirname, 'server/spdlog.cjs'),
      join(server, 'node_modules/@vscode/spdlog/index.js'),
    );
  });
  return { node, main: join(folder, 'vscode/out/server-main.js') };
}

async function installNode(version: string): Promise<string> {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const folder = await cached(`node-${version}`, (partial) => npmInstall(partial, [`${name}@${version}`]));
  return join(folder, 'node_modules', name, windows ? 'bin/node.exe' : 'bin/node');
}

/** A browser to launch, with what it needs in its environment. */
export interface Browser {
  readonly path: string;
  readonly env: Record<string, string>;
}

/** The Chromium that is on the npm registry: for Linux x64 alone. Takes about 8 s the first time. */
export async function installChromium(): Promise<Browser> {
  const folder = await cached(`chromium-${chromium}`, async (partial) => {
    await npmInstall(partial, [`@sparticuz/chromium@${chromium}`]);
    // It unpacks to the temp folder, and the libraries only where it believes to be on Amazon's Linux.
    const unpack = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
    await run(process.execPath, ['-e', unpack], {
      cwd: partial,
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await chmod(join(partial, 'chromium'), 0o755);
    await writeFile(join(partial, 'fonts/fonts.conf'), fontsConfig);
    await rm(join(partial, 'node_modules'), { recursive: true });
  });
  const path = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const starts = await run(path, ['--version']).then(
    () => true,
    () => false,
  );
  const libraries = starts ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  return { path, env: { ...fonts, ...libraries } };
}

/** For a machine without fonts: those that come with the browser. */
const fontsConfig = '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n';

/** The program that packages extensions. */
export async function installVsce(): Promise<string> {
  const folder = await cached(`vsce-${vsce}`, (partial) =>
    npmInstall(partial, ['--omit=optional', `@vscode/vsce@${vsce}`]),
  );
  return join(folder, 'node_modules/@vscode/vsce/vsce');
}
