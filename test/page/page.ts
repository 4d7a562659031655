/** The review page alone in a real browser, in VS Code's colours, against a played host. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser.js';
import type { Scene } from './fake-host.js';

export const root = resolve(import.meta.dirname, '../..');
export const themes = ['dark', 'light', 'contrast', 'contrast-light'] as const;
export type Theme = (typeof themes)[number];

export interface Look {
  readonly theme?: Theme;
  /** In CSS px. */
  readonly width?: number;
  readonly height?: number;
  /** 2: as zoomed to 200 %. */
  readonly zoom?: number;
  readonly reducedMotion?: boolean;
}

const address = 'http://page.test/';

/** Everything the page may load, by its name. */
async function build(): Promise<ReadonlyMap<string, Uint8Array>> {
  const common = {
    bundle: true,
    write: false,
    minify: true,
    target: 'chrome138',
    absWorkingDir: root,
  } as const;
  const [page, host] = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: ['src/webview/review.tsx'],
      outdir: 'out/page',
      format: 'esm',
      loader: { '.ttf': 'file' },
      assetNames: '[name]',
    }),
    esbuild.build({
      ...common,
      entryPoints: ['test/page/fake-host-page.ts'],
      outdir: 'out/page',
      format: 'iife',
    }),
  ]);
  const files = [...page.outputFiles, ...host.outputFiles];
  return new Map(files.map(({ path, contents }) => [path.split(/[/\\]/).at(-1) ?? path, contents]));
}

interface ThemeFile {
  readonly class: string;
  readonly data: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

export const readTheme = async (theme: Theme): Promise<ThemeFile> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'themes', `${theme}.json`), 'utf8')) as ThemeFile;

/** The document as the extension makes it, with what VS Code adds to it. */
async function shell(theme: Theme): Promise<string> {
  const { class: name, variables } = await readTheme(theme);
  const defaults = await readFile(join(import.meta.dirname, 'themes/default.css'), 'utf8');
  const style = Object.entries(variables)
    .map(([key, value]) => `${key}:${value}`)
    .join(';');
  const policy = `default-src 'none'; script-src 'nonce-n'; style-src ${address} 'nonce-n'; font-src ${address}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Review</title>
<style nonce="n">${defaults}</style><link rel="stylesheet" href="review.css">
<script nonce="n">document.documentElement.style.cssText = ${JSON.stringify(style)}</script>
<script nonce="n" src="fake-host-page.js"></script></head>
<body class="${name}"><div id="root"></div><script type="module" nonce="n" src="review.js"></script></body></html>`;
}

export class Studio {
  private constructor(
    private readonly browser: Browser,
    private readonly files: ReadonlyMap<string, Uint8Array>,
  ) {}

  static async open(): Promise<Studio> {
    const [browser, files] = await Promise.all([launchBrowser(), build()]);
    return new Studio(browser, files);
  }

  /** Bytes of the page's own script and styles. */
  sizes(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.files].map(([name, { length }]) => [name, length]));
  }

  async show(scene: Scene, look: Look = {}): Promise<Shown> {
    const { theme = 'dark', width = 1200, height = 800, zoom = 1, reducedMotion = false } = look;
    const context = await this.browser.newContext({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      colorScheme: theme === 'light' || theme === 'contrast-light' ? 'light' : 'dark',
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      ...(theme.startsWith('contrast') ? { contrast: 'more' as const } : {}),
    });
    const page = await context.newPage();
    const shown = new Shown(page);
    const html = await shell(theme);
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      const name = url.slice(address.length);
      const body = this.files.get(name);
      if (url === address) return route.fulfill({ contentType: 'text/html', body: html });
      if (!url.startsWith(address) || body === undefined) {
        shown.strays.push(url);
        return route.abort();
      }
      const type = name.endsWith('.css')
        ? 'text/css'
        : name.endsWith('.ttf')
          ? 'font/ttf'
          : 'text/javascript';
      return route.fulfill({ contentType: type, body: Buffer.from(body) });
    });
    // The loader of these tests wraps named functions in a call of this; what is evaluated in the page needs it.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript((given) => void (window.scene = given), scene);
    await page.goto(address);
    await page.evaluate(() => document.fonts.load('16px codicon'));
    return shown;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** A page that is shown, and all that should not have happened in it. */
export class Shown {
  readonly strays: string[] = [];
  readonly errors: string[] = [];
  readonly dialogs: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.errors.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }

  /** Waits for the first texts, or for what stands in their place. */
  async ready(): Promise<this> {
    await this.page.waitForSelector('.pair:not(.coming) .actions, .empty:not([aria-busy])');
    await this.settled();
    return this;
  }

  /** Waits until what was asked for is drawn. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(120);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settled();
  }

  text(selector: string): Promise<string> {
    return this.page.locator(selector).first().innerText();
  }

  /** Position of the selected row, and what it says to speech. */
  async selected(): Promise<{ at: number; name: string }> {
    const row = this.page.locator('[role=option][aria-selected=true]');
    return { at: Number(await row.getAttribute('aria-posinset')), name: await this.rowName(row) };
  }

  /** What a row says to speech: the labels of its icons, and its texts. */
  async rowName(row: Locator): Promise<string> {
    const parts = await row.evaluate((element) =>
      [...element.querySelectorAll('[aria-label], bdi')].map((part) => part.ariaLabel ?? part.textContent),
    );
    return parts.join(' ');
  }

  got(type: string): Promise<unknown[]> {
    return this.page.evaluate((wanted) => window.host.got.filter((message) => message.type === wanted), type);
  }

  /** Puts on another theme, as VS Code does it. */
  async paint(theme: Theme): Promise<void> {
    const { class: name, variables } = await readTheme(theme);
    const style = Object.entries(variables).map(([key, value]) => `${key}:${value}`);
    await this.page.evaluate(
      ([css, classes]) => {
        document.documentElement.style.cssText = css ?? '';
        document.body.className = classes ?? '';
      },
      [style.join(';'), name],
    );
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
