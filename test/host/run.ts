/**
 * Runs test/host in the real extension host of the oldest and the newest VS Code, or of those that are named:
 * `tsx test/host/run.ts 1.104.0`.
 */
import { buildHostSuite, runInHost } from '../harness/host.js';
import { newest, oldest } from '../harness/versions.js';

const named = process.argv.slice(2);
const versions = [newest, oldest].filter(({ vscode }) => named.length === 0 || named.includes(vscode));
if (versions.length === 0) throw new Error(`There are ${newest.vscode} and ${oldest.vscode}.`);
const suite = await buildHostSuite();
for (const version of versions) {
  console.log(`\nVS Code ${version.vscode}`);
  const { passed, report, log } = await runInHost(version, suite);
  process.stdout.write(report);
  if (passed) continue;
  process.exitCode = 1;
  console.log(`The tests failed on VS Code ${version.vscode}. What the extension host said:\n${log}`);
}
