/**
 * Runs test/host in the real extension host of the oldest and the newest VS Code, or of those that are named:
 * `tsx test/host/run.ts 1.104.0`. `--grep WORDS` takes the tests whose titles match.
 */
import { parseArgs } from 'node:util';
import { buildHostSuite, runInHost } from '../harness/host.js';
import { newest, oldest } from '../harness/versions.js';

const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' } },
});
const versions = [newest, oldest].filter(({ vscode }) => named.length === 0 || named.includes(vscode));
if (versions.length === 0) throw new Error(`There are ${newest.vscode} and ${oldest.vscode}.`);
const suite = await buildHostSuite();
for (const version of versions) {
  console.log(`\nVS Code ${version.vscode}`);
  const { passed, report, log } = await runInHost(version, suite, values.grep);
  process.stdout.write(report);
  if (passed) continue;
  process.exitCode = 1;
  console.log(`The tests failed on VS Code ${version.vscode}. What the extension host said:\n${log}`);
}
