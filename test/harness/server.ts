import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Editor } from './install.js';
import { descendants } from './processes.js';

export interface ServerOptions {
  readonly editor: Editor;
  /** Holds the user's data, the server's data and the installed extensions. */
  readonly home: string;
  /** Whether every folder is trusted; else VS Code asks. */
  readonly trusted: boolean;
  /** Whether the window's address names an extension under development. */
  readonly development?: boolean;
  /** The port to listen at, where it must be a certain one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly port: number;
  /** What the server has printed. */
  log(): string;
  /** Ends the server at once, with its extension hosts: as a crash does. */
  kill(): Promise<void>;
  /** Kills its extension hosts; the workbench starts them anew by itself. */
  crashExtensionHosts(): Promise<void>;
}

/** What runs in the server's own processes. */
const own = join(import.meta.dirname, 'server');

/** The arguments that tell the server where its folders are. */
export const folders = (home: string): string[] => [
  '--accept-server-license-terms',
  `--user-data-dir=${join(home, 'user')}`,
  `--server-data-dir=${join(home, 'server')}`,
  `--extensions-dir=${join(home, 'extensions')}`,
];

/** Starts a VS Code server on this machine's own address, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const port = options.port ?? (await freePort());
  const args = [
    `--import=${pathToFileURL(join(own, 'mint-key.mjs')).href}`,
    options.editor.main,
    '--host=127.0.0.1',
    `--port=${port}`,
    '--without-connection-token',
    ...folders(options.home),
    '--disable-telemetry',
    '--disable-experiments',
    // Without this, newer versions take no extension under development; with it, they show no notifications.
    ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
  ];
  const child = spawn(process.execPath, [join(own, 'keeper.mjs'), options.editor.node, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: environment({ PAIRSMITH_CACHE_FOLDER: join(options.home, 'cache'), ...options.env }),
  });
  let log = '';
  child.stdout.on('data', (data: Buffer) => (log += data.toString()));
  child.stderr.on('data', (data: Buffer) => (log += data.toString()));
  const ended = once(child, 'close');
  const kill = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      await kill();
      throw new Error(`The VS Code server did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, log: () => log, kill, crashExtensionHosts: () => crashExtensionHosts(child.pid) };
}

/** The address of a window on a folder, or on a workspace file. */
export function address(server: Server, path: string): string {
  const name = path.endsWith('.code-workspace') ? 'workspace' : 'folder';
  // As in a URI, where a drive has a slash before it as well.
  const query = new URLSearchParams({ [name]: decodeURIComponent(pathToFileURL(path).pathname) });
  return `http://127.0.0.1:${server.port}/?${query.toString()}`;
}

async function crashExtensionHosts(keeper = 0): Promise<void> {
  const deadline = Date.now() + 20_000;
  let hosts: number[] = [];
  while ((hosts = await descendants(keeper, '--type=extensionHost')).length === 0) {
    if (Date.now() > deadline) throw new Error('No extension host is running.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const pid of hosts) process.kill(pid, 'SIGKILL');
}

/**
 * The environment without what a terminal inside VS Code or mocha's and tsx's loaders have put there: the server's
 * own Node must not load them.
 */
function environment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env))
    if (!/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name)) env[name] = value;
  // Nothing is asked of a marketplace.
  return { ...env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...added };
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
