import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { live } from './workbench.js';
import { outFolder } from './window.js';

/** For mocha's `--require`: keeps what a failed test's windows showed and said, and ends what still runs. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    const folder = join(
      outFolder,
      'failed',
      this.currentTest
        .fullTitle()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .slice(0, 120),
    );
    await mkdir(folder, { recursive: true });
    for (const [at, workbench] of [...live].entries()) {
      await writeFile(join(folder, `log-${at + 1}.txt`), workbench.log());
      for (const [number, { page }] of workbench.windows.entries()) {
        const path = join(folder, `window-${at + 1}-${number + 1}.png`);
        await page
          .screenshot({ path, timeout: 5_000 })
          .catch((error: Error) => writeFile(`${path}.txt`, error.message));
      }
    }
    console.log(`      (what was on the screen, and the logs: ${folder})`);
  },
  async afterAll(): Promise<void> {
    for (const workbench of live) await workbench.close();
  },
};
