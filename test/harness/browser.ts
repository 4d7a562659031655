import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { installChromium } from './install.js';

/** Starts a browser without a window. */
export async function launchBrowser(): Promise<Browser> {
  const { args = [], ...options } = await installBrowser();
  // A container has no user namespaces for the sandbox, and little shared memory.
  const launch = (channel?: string): Promise<Browser> =>
    chromium.launch({
      ...options,
      ...(channel !== undefined && { channel }),
      args: [...args, '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  if (options.channel === undefined) return launch();
  // Every Windows has Edge, which is Chromium too.
  return launch().catch((error: unknown) => launch('msedge').catch(() => Promise.reject(error as Error)));
}

/**
 * Which browser there is: the one that CHROME_PATH names; else on Linux x64 the pinned Chromium from the npm registry,
 * so that everyone's tests run on the same; else an installed Chrome, or Edge.
 */
export async function installBrowser(): Promise<LaunchOptions> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, where there is no file.`);
    return { executablePath: named };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const { path, env } = await installChromium();
  return { executablePath: path, args: ['--headless=shell'], env: { ...process.env, ...env } };
}
