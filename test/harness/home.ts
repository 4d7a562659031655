import { cp, mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempFolder } from '../fixtures/temp.js';
import { root } from './extension.js';

export interface HomeOptions {
  /** A folder whose copy is opened; else samples/. */
  readonly workspace?: string;
  /** Files to write into that copy: path and text. */
  readonly files?: Readonly<Record<string, string>>;
  /** The user's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
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

/** A user's own folders with settings, and a copy of the workspace to open. */
export async function freshHome(options: HomeOptions): Promise<{ home: string; folder: string }> {
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

/**
 * Where this server reads the user's settings: on disk, though the window is a web page. Those of one machine (an
 * address, say) it takes from the machine's file alone.
 */
export async function writeSettings(
  home: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [folder, values] of [
    ['user/User', { ...plain, ...settings }],
    ['user/Machine', settings],
  ] as const) {
    await mkdir(join(home, folder), { recursive: true });
    await writeFile(join(home, folder, 'settings.json'), JSON.stringify(values));
  }
}
