import { mkdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from './extension.js';

/** Where screenshots and the logs of failed tests go. */
export const outFolder = join(root, 'out/e2e');

/** How long the workbench may take for one step, in milliseconds: long, as CI machines are slow at times. */
export const patience = 60_000;

/** Which of an extension's webviews is meant. */
export interface WebviewQuery {
  /** Something that the page shows once it is ready. */
  readonly selector?: string;
  /** `publisher.name` of the extension; ours where none is named. */
  readonly extension?: string;
  /** Only a custom editor, or only a view of the side bar or the panel. */
  readonly kind?: 'customEditor' | 'webviewView';
}

/** One window of the workbench, driven as a person does: by keyboard and mouse. */
export class EditorWindow {
  readonly console: string[] = [];

  constructor(
    readonly page: Page,
    /** The opened folder. */
    readonly folder: string,
    private readonly url: string,
  ) {
    page.on('console', (message) => this.console.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`[uncaught] ${error.stack ?? error.message}`));
    // Leaving the window is what the test asked for, even with unsaved text.
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  }

  /** Opens the window, or opens it anew. */
  async open(): Promise<void> {
    await this.page.goto(this.url, { waitUntil: 'commit' });
    await this.ready();
  }

  /** Reloads the window by command: what it remembers is written before, as for a person. */
  async reload(): Promise<void> {
    await this.leave(() => this.runCommand('Developer: Reload Window'));
  }

  /** Takes up the workbench's offer to reload, which it makes when the server is no longer the one that it knew. */
  async acceptReload(): Promise<void> {
    const button = this.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Reload Window' });
    await this.leave(() => button.click({ timeout: patience }));
  }

  private async leave(how: () => Promise<void>): Promise<void> {
    const left = this.page.waitForEvent('framenavigated', {
      predicate: (frame) => frame === this.page.mainFrame(),
      timeout: 2 * patience,
    });
    await Promise.all([left, how()]);
    await this.ready();
  }

  private async ready(): Promise<void> {
    await this.page
      .locator('.monaco-workbench .part.statusbar .statusbar-item')
      .first()
      .waitFor({ timeout: patience });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: patience });
  }

  /** Runs a command by the title that the palette shows: `Pairsmith: Show Log`. */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title, `The palette has no command "${title}".`);
  }

  /** Opens a file of the folder (or an absolute path) and waits for its tab. */
  async openFile(path: string): Promise<void> {
    const name = basename(path);
    const absolute = isAbsolute(path) ? path : join(this.folder, path);
    await this.pick(`${control}+P`, absolute, name, `There is no file ${absolute} to open.`);
    await this.tab(name).first().waitFor({ timeout: patience });
  }

  /** The tabs with this label. */
  tab(label: string) {
    return this.page
      .locator('.tabs-container .tab')
      .filter({ has: this.page.getByText(label, { exact: true }) });
  }

  /** The notifications that hold this text. */
  notification(text: string | RegExp) {
    return this.page.locator('.notification-list-item').filter({ hasText: text });
  }

  /**
   * Opens a picker, types and takes the row with this label. It is opened anew where the row does not come: after a
   * start, extensions and their commands take a while, and an open picker does not look again.
   */
  private async pick(key: string, text: string, label: string, failure: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('input.input, input[type=text]').first();
    const row = widget
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.getByText(label, { exact: true }) });
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      await this.page.keyboard.press(key);
      const found = await input
        .waitFor({ timeout: 5_000 })
        .then(() => input.fill(text, { timeout: 5_000 }))
        .then(() => row.first().waitFor({ timeout: 5_000 }))
        .then(
          () => true,
          () => false,
        );
      if (found) {
        // By mouse: where the picker has closed meanwhile, a click says so, while a key goes to whatever has the focus.
        const taken = await row
          .first()
          .click({ timeout: 5_000 })
          .then(
            () => true,
            () => false,
          );
        if (!taken) continue;
        // Not the picker: a command may show one of its own.
        await row
          .first()
          .waitFor({ state: 'hidden', timeout: 5_000 })
          .catch(() => undefined);
        return;
      }
      await this.page.keyboard.press('Escape');
    }
    throw new Error(failure);
  }

  /**
   * The page inside a webview, once it is there: the workbench nests it in two frames. The frame is another one after
   * the webview was hidden and shown, or the window reloaded.
   */
  async frame(query: WebviewQuery = {}): Promise<Frame> {
    const deadline = Date.now() + patience;
    let seen: string[] = [];
    while (Date.now() < deadline) {
      seen = [];
      for (const frame of this.page.frames()) {
        const parent = frame.parentFrame();
        if (parent === null || !parent.url().includes('/webview/browser/pre/')) continue;
        seen.push(parent.url());
        if (await matches(frame, parent, query)) return frame;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`No webview is there with ${JSON.stringify(query)}. Those that are:\n${seen.join('\n')}`);
  }

  /** Writes out/e2e/NAME.png and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(outFolder, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

const control = process.platform === 'darwin' ? 'Meta' : 'Control';

async function matches(frame: Frame, parent: Frame, query: WebviewQuery): Promise<boolean> {
  const about = new URL(parent.url()).searchParams;
  if (about.get('extensionId') !== (query.extension ?? 'pairsmith.pairsmith')) return false;
  if (query.kind !== undefined && about.get('purpose') !== query.kind) return false;
  // While a page loads, its frame is called "pending-frame"; the element's id tells when it is shown. A frame may be
  // gone by the time that one asks.
  try {
    const element = await frame.frameElement();
    if ((await element.getAttribute('id')) !== 'active-frame') return false;
    const outer = await parent.frameElement();
    if (!(await outer.isVisible())) return false;
    return query.selector === undefined || (await frame.locator(query.selector).first().isVisible());
  } catch {
    return false;
  }
}
