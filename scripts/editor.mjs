// Opens the real VS Code on a copy of samples/ with the extension as it is built: the desktop's where `code` is there,
// else (or with `-- --browser`) a server's, in the browser. Ctrl+C ends it. `npm run watch` beside it builds anew on
// each change; "Developer: Reload Window" takes that up.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installFolder, root } from '../test/harness/extension.ts';
import { freshHome } from '../test/harness/home.ts';
import { installEditor } from '../test/harness/install.ts';
import { address, folders, startServer } from '../test/harness/server.ts';
import { newest } from '../test/harness/versions.ts';

const { values } = parseArgs({ options: { browser: { type: 'boolean', default: false } } });
const windows = process.platform === 'win32';
const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const { home, folder } = await freshHome({});
// The copy and the settings are deleted with the process.
process.on('SIGINT', () => process.exit());
process.on('SIGTERM', () => process.exit());

const desktop = !values.browser && spawnSync('code', ['--version'], { shell: windows }).status === 0;
if (desktop) {
  console.log(`VS Code opens on ${folder}. It ends when its window is closed.`);
  const args = [
    '--wait',
    '--new-window',
    ...folders(home).slice(1),
    `--extensionDevelopmentPath=${root}`,
    folder,
  ];
  // A shell starts it on Windows, and parts what has a space in it.
  const words = windows ? args.map((arg) => `"${arg}"`) : args;
  await once(spawn('code', words, { stdio: 'inherit', shell: windows }), 'close');
} else {
  console.log('Starting VS Code; the first time, it is installed into .vscode-test/ (about a minute).');
  await installFolder(root, join(home, 'extensions'));
  const server = await startServer({ editor: await installEditor(newest), home, trusted: true });
  const url = address(server, folder);
  console.log(`\nVS Code is at\n\n  ${url}\n\nCtrl+C ends it.`);
  show(url);
}

/** Opens the user's browser where there is a screen. */
function show(url) {
  const [program, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ];
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return;
  // Where it cannot be opened, the address above can.
  spawn(program, [...args, windows ? url.replaceAll('&', '^&') : url], { stdio: 'ignore' }).on(
    'error',
    () => {},
  );
}
