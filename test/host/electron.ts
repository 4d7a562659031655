/**
 * Runs test/host in the desktop's VS Code, which is downloaded from Microsoft's site: for machines that reach it and
 * have a display (on Linux without one: `xvfb-run npm run test:electron`).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { freshHome } from '../harness/home.js';
import { buildHostSuite } from '../harness/host.js';
import { oldest } from '../harness/versions.js';

const { extension, tests } = await buildHostSuite();
for (const version of [oldest.vscode, 'stable']) {
  const { home, folder } = await freshHome({});
  const report = join(home, 'report.txt');
  try {
    await runTests({
      version,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { PAIRSMITH_HOST_REPORT: report },
      launchArgs: [folder, `--user-data-dir=${join(home, 'user')}`, '--disable-workspace-trust'],
    });
  } catch (error) {
    console.log(String(error));
    process.exitCode = 1;
  }
  console.log(`\nVS Code ${version}\n${await readFile(report, 'utf8').catch(() => 'No test was run.')}`);
}
