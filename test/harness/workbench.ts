import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { run } from './cache.js';
import { installFolder, stageExtension } from './extension.js';
import { freshHome, type HomeOptions, writeSettings } from './home.js';
import { type Editor, installEditor } from './install.js';
import { address, folders, type Server, startServer } from './server.js';
import { type EditorVersion, newest } from './versions.js';
import { EditorWindow, patience } from './window.js';

export interface WorkbenchOptions extends HomeOptions {
  /** The newest where none is named. */
  readonly version?: EditorVersion;
  /** Whether the folder is trusted: it is, unless false is said. */
  readonly trusted?: boolean;
  /** A packaged extension to install; else ours, as it is built now. */
  readonly vsix?: string;
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A workspace file of the copied folder to open in place of it. */
  readonly workspaceFile?: string;
  /** For the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code: its server, and a browser with a window. */
export class Workbench extends EditorWindow {
  /** Every window, the first one too. */
  readonly windows: EditorWindow[] = [this];

  constructor(
    private readonly parts: Parts,
    page: Page,
  ) {
    super(page, parts.folder, address(parts.server, parts.opened));
  }

  /** Where extensions are installed, one folder each. */
  get extensionsFolder(): string {
    return join(this.parts.home, 'extensions');
  }

  /** Where VS Code writes its logs, those of the extension host and of our log channel too. */
  get logsFolder(): string {
    return join(this.parts.home, 'user/logs');
  }

  /** Another window of the same user, on the same folder where none is named. */
  async secondWindow(folder = this.folder): Promise<EditorWindow> {
    const window = new EditorWindow(
      await this.parts.context.newPage(),
      folder,
      address(this.parts.server, folder),
    );
    this.windows.push(window);
    await window.open();
    return window;
  }

  /** Ends the server as a crash does, starts it again and reloads the windows. */
  async restartServer(): Promise<void> {
    await this.parts.server.kill();
    this.parts.server = await startServer({ ...this.parts, port: this.parts.server.port });
    for (const window of this.windows) if (!window.page.isClosed()) await window.acceptReload();
  }

  /** Kills the extension hosts, as a crash does; the workbench starts them again by itself. */
  async crashExtensionHost(): Promise<void> {
    await this.parts.server.crashExtensionHosts();
  }

  /** Replaces the user's settings; the workbench follows at once. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await writeSettings(this.parts.home, settings);
  }

  /** What the server and the windows have said, the extension host's console in them. */
  log(): string {
    const windows = this.windows.map((window, at) => `# window ${at + 1}\n${window.console.join('\n')}`);
    return `# server\n${this.parts.server.log()}\n${windows.join('\n')}\n`;
  }

  /** Ends all of it, and deletes the copy of the workspace. */
  override async close(): Promise<void> {
    if (!live.delete(this)) return;
    await hooks.beforeClose(this);
    await this.parts.browser.close();
    await this.parts.server.kill();
    await rm(this.parts.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Parts {
  readonly editor: Editor;
  readonly home: string;
  readonly folder: string;
  /** The folder, or a workspace file in it. */
  readonly opened: string;
  readonly trusted: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly browser: Browser;
  readonly context: BrowserContext;
  server: Server;
}

/** Those that run: closed at the end even where a test forgot to. */
export const live = new Set<Workbench>();

/** What is done with a workbench before it ends. */
export const hooks: { beforeClose: (workbench: Workbench) => Promise<void> } = {
  beforeClose: () => Promise.resolve(),
};

/** Starts VS Code with the extension on a fresh copy of the samples, and waits until it can be used. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { trusted = true, env = {}, viewport = { width: 1400, height: 900 } } = options;
  const editor = await installEditor(options.version ?? newest);
  const { home, folder } = await freshHome(options);
  const opened = join(folder, options.workspaceFile ?? '');
  if (options.vsix === undefined) await installFolder(await stageExtension(), join(home, 'extensions'));
  else await run(editor.node, [editor.main, '--install-extension', options.vsix, ...folders(home)]);
  const server = await startServer({ editor, home, trusted, env });
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await server.kill();
    throw error;
  });
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  context.setDefaultTimeout(patience);
  const workbench = new Workbench(
    { editor, home, folder, opened, trusted, env, browser, context, server },
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
