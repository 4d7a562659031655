import { cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { tempFolder } from '../fixtures/temp.js';
import { launchBrowser } from './browser.js';
import { run } from './cache.js';
import { root, stageExtension } from './extension.js';
import { type Editor, installEditor } from './install.js';
import { folders, type Server, startServer } from './server.js';
import { type EditorVersion, newest } from './versions.js';
import { EditorWindow } from './window.js';

export interface WorkbenchOptions {
  /** The newest where none is named. */
  readonly version?: EditorVersion;
  /** A folder whose copy is opened; else samples/. */
  readonly workspace?: string;
  /** Files to write into that copy: path and text. */
  readonly files?: Readonly<Record<string, string>>;
  /** The user's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the folder is trusted: it is, unless false is said. */
  readonly trusted?: boolean;
  /** A packaged extension to install; else ours is built and loaded as one under development. */
  readonly vsix?: string;
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** For the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What the workbench shows beside the extension: as little as can be, and the same in every version. */
const plain = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
};

/** A running VS Code: its server, and a browser with a window. */
export class Workbench extends EditorWindow {
  /** Every window, the first one too. */
  readonly windows: EditorWindow[] = [this];

  constructor(
    private readonly parts: Parts,
    page: ConstructorParameters<typeof EditorWindow>[0],
  ) {
    super(page, parts.folder, address(parts));
  }

  /** Another window of the same user, on the same folder where none is named. */
  async secondWindow(folder = this.folder): Promise<EditorWindow> {
    const window = new EditorWindow(
      await this.parts.context.newPage(),
      folder,
      address({ ...this.parts, folder }),
    );
    this.windows.push(window);
    await window.open();
    return window;
  }

  /** Ends the server as a crash does, starts it again and reloads the windows. */
  async restartServer(): Promise<void> {
    await this.parts.server.kill();
    this.parts.server = await startServer({ ...this.parts, port: this.parts.server.port });
    for (const window of this.windows) if (!window.page.isClosed()) await window.reload();
  }

  /** Kills the extension hosts, as a crash does; the workbench starts them again by itself. On Linux alone. */
  async crashExtensionHost(): Promise<void> {
    await this.parts.server.crashExtensionHosts();
  }

  /** Replaces the user's settings; the workbench follows at once. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await writeSettings(this.parts.home, settings);
  }

  /** What the server, the windows and the extension's log have said. */
  log(): string {
    const windows = this.windows.map((window, at) => `# window ${at + 1}\n${window.console.join('\n')}`);
    return `# server\n${this.parts.server.log()}\n${windows.join('\n')}\n`;
  }

  /** Ends all of it, and deletes the copy of the workspace. */
  override async close(): Promise<void> {
    live.delete(this);
    await this.parts.browser.close();
    await this.parts.server.kill();
    await rm(this.parts.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Parts {
  readonly editor: Editor;
  readonly home: string;
  readonly folder: string;
  readonly trusted: boolean;
  readonly env: Readonly<Record<string, string>>;
  /** The folder of the extension under development. */
  readonly development: string | undefined;
  readonly browser: Browser;
  readonly context: BrowserContext;
  server: Server;
}

/** Those that run: closed at the end even where a test forgot to, and photographed when one fails. */
export const live = new Set<Workbench>();

/** Starts VS Code with the extension on a fresh copy of the samples, and waits until it can be used. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { trusted = true, env = {}, viewport = { width: 1400, height: 900 } } = options;
  const editor = await installEditor(options.version ?? newest);
  const { home, folder } = await freshHome(options);
  if (options.vsix !== undefined)
    await run(editor.node, [editor.main, '--install-extension', options.vsix, ...folders(home)]);
  const development = options.vsix === undefined ? await stageExtension() : undefined;
  const server = await startServer({ editor, home, trusted, env });
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await server.kill();
    throw error;
  });
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  const workbench = new Workbench(
    { editor, home, folder, trusted, env, development, browser, context, server },
    await context.newPage(),
  );
  live.add(workbench);
  try {
    await workbench.open();
  } catch (error) {
    const log = workbench.log();
    await workbench.close();
    throw new Error(`The workbench did not come up.\n${log}`, { cause: error });
  }
  return workbench;
}

/** A user's own folders with settings, and a copy of the workspace to open. */
export async function freshHome(
  options: Pick<WorkbenchOptions, 'workspace' | 'files' | 'settings'>,
): Promise<{ home: string; folder: string }> {
  const home = await realpath(tempFolder());
  const folder = join(home, 'workspace');
  await cp(options.workspace ?? join(root, 'samples'), folder, { recursive: true });
  for (const [path, text] of Object.entries(options.files ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeSettings(home, options.settings ?? {});
  return { home, folder };
}

/** The address of a window on a folder, with an extension under development and perhaps tests to run in its host. */
export function address(
  parts: { server: Server; folder: string; development: string | undefined },
  tests?: string,
): string {
  const authority = `127.0.0.1:${parts.server.port}`;
  const payload: [string, string][] = [];
  if (parts.development !== undefined)
    payload.push(['extensionDevelopmentPath', `vscode-remote://${authority}${parts.development}`]);
  if (tests !== undefined) payload.push(['extensionTestsPath', `vscode-remote://${authority}${tests}`]);
  const query = new URLSearchParams({ folder: parts.folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query.toString()}`;
}

/** Where this server reads the user's settings: on disk, though the window is a web page. */
export async function writeSettings(
  home: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const folder = join(home, 'user/User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...plain, ...settings }));
}
