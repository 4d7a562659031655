/** For mocha's `--require`: keeps what a failed test's windows showed and said, and ends what still runs. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hooks, live, type Workbench } from './workbench.js';
import { outFolder } from './window.js';

let current: Mocha.Test | undefined;
let kept = 0;

/** A test's own hooks may close its workbench before those of this file are asked. */
hooks.beforeClose = async (workbench) => {
  if (current?.state === 'failed') await keep(workbench, current);
};

export const mochaHooks = {
  beforeEach(this: Mocha.Context): void {
    current = this.currentTest;
    kept = 0;
  },
  async afterEach(): Promise<void> {
    const test = current;
    current = undefined;
    // Mocha leaves the state of a test open that failed and will be tried once more.
    if (test === undefined || test.state === 'passed' || test.state === 'pending') return;
    if (test.state === undefined) console.log(`    failed once, and is tried again: ${test.title}`);
    for (const workbench of live) await keep(workbench, test);
  },
  async afterAll(): Promise<void> {
    for (const workbench of live) await workbench.close();
  },
};

async function keep(workbench: Workbench, test: Mocha.Test): Promise<void> {
  const title = test.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
  const folder = join(outFolder, 'failed', `${title.slice(0, 120)}-${++kept}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'log.txt'), workbench.log());
  await cp(workbench.logsFolder, join(folder, 'logs'), { recursive: true }).catch(() => undefined);
  for (const [at, { page }] of workbench.windows.entries()) {
    const path = join(folder, `window-${at + 1}.png`);
    await page
      .screenshot({ path, timeout: 5_000 })
      .catch((error: Error) => writeFile(`${path}.txt`, error.message));
  }
  console.log(`      (what was on the screen, and the logs: ${folder})`);
}
